pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Large seconds while touch is ignored, then a while in which more can be had (access O12).
FocusScope {
    id: root

    required property Desk desk

    readonly property Maintenance work: root.desk.staff.maintenance
    readonly property bool isLocked: root.work.seconds > 0
    readonly property int columnWidth: Math.min(root.width - 2 * Theme.margin, Theme.px(223))

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Column {
        anchors.centerIn: parent
        width: root.columnWidth
        spacing: Theme.l

        KioskText {
            width: parent.width
            heading: true
            font.pixelSize: Theme.h1Px
            text: root.isLocked ? qsTr("The screen is being cleaned") : qsTr("The screen takes touch again")
        }
        KioskText {
            width: parent.width
            visible: root.isLocked
            font.pixelSize: 3 * Theme.h1Px
            text: String(root.work.seconds)
        }
        KioskText {
            width: parent.width
            visible: root.isLocked
            text: qsTr("Touch is ignored until the seconds have run out.")
        }
        KioskButton {
            width: parent.width
            visible: !root.isLocked
            text: qsTr("30 seconds more")
            onActivated: root.work.cleanMore()
        }
        KioskButton {
            width: parent.width
            visible: !root.isLocked
            text: qsTr("The screen is clean")
            onActivated: root.work.leave()
        }
    }
}
