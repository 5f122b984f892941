import QtQuick
import Kiosk

// Fields that are filled in on a page with more on it, why nothing was stored, and the two ways out.
Rectangle {
    id: root

    property string message: ""
    property string storeText: qsTr("Store", "short")
    property bool framed: true
    property real gap: Theme.s
    default property alias fields: stack.data

    readonly property real margin: root.framed ? Theme.m : 0
    readonly property real innerWidth: root.width - 2 * root.margin

    signal opened
    signal stored
    signal cancelled

    // For a form without a field.
    function focusStore(): void {
        storing.forceActiveFocus(Qt.TabFocusReason);
    }

    // The page finds it by this, and shows it whole.
    objectName: "form"
    implicitHeight: all.implicitHeight + 2 * root.margin
    height: implicitHeight
    color: root.framed ? Theme.page : "transparent"
    radius: Theme.radiusStaff
    border.width: root.framed ? Theme.panelBorder : 0
    border.color: Theme.border
    onVisibleChanged: {
        if (root.visible)
            root.opened();
    }

    Column {
        id: all

        x: root.margin
        y: root.margin
        width: root.innerWidth
        spacing: root.gap

        Column {
            id: stack

            width: parent.width
            spacing: root.gap
        }
        StaffMessage {
            width: parent.width
            message: root.message
        }
        Row {
            spacing: Theme.s

            StaffButton {
                id: storing

                text: root.storeText
                filled: true
                onActivated: root.stored()
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.cancelled()
            }
        }
    }
}
