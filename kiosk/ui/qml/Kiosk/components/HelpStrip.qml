import QtQuick
import Kiosk
import Kiosk.Backend

// A person's phone number in the same place on every page; lifts the buttons off the screen edge.
Item {
    id: root

    required property AppShell shell

    readonly property string whole: qsTr("Questions? Call %1 on %2").arg(root.shell.municipality).arg(root.shell.phone)

    implicitHeight: Theme.helpStripHeight

    Row {
        x: Theme.margin
        spacing: Theme.s
        anchors.verticalCenter: parent.verticalCenter

        Icon {
            name: "phone"
            sizePx: Math.round(Theme.supportPx * 1.1)
            anchors.verticalCenter: parent.verticalCenter
        }
        SupportText {
            text: root.whole.length * Theme.supportPx * 0.5 <= root.width - 2 * Theme.margin - badge.width - Theme.xl ? root.whole : qsTr("Questions? Call %1").arg(root.shell.phone)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    ExampleBadge {
        id: badge

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        visible: root.shell.isExample
    }
}
