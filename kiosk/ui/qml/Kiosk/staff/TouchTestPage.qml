pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Every part of the screen waits for a finger; a key marks none of them.
FocusScope {
    id: root

    required property Desk desk

    readonly property TouchTry work: root.desk.staff.touch

    Component.onCompleted: {
        root.work.begin(root.width, root.height);
        heading.forceActiveFocus(Qt.OtherFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Repeater {
        model: root.work.cells

        Rectangle {
            required property int index
            required property bool touched

            readonly property int row: Math.floor(index / root.work.columns)
            readonly property int column: index % root.work.columns

            x: Math.round(column * root.width / root.work.columns)
            y: Math.round(row * root.height / root.work.rows)
            width: Math.round((column + 1) * root.width / root.work.columns) - x
            height: Math.round((row + 1) * root.height / root.work.rows) - y
            color: touched ? Theme.selected : Theme.surface
            border.width: Theme.rule
            border.color: Theme.border

            Icon {
                anchors.centerIn: parent
                name: "checkmark"
                sizePx: Theme.staffBodyPx
                visible: parent.touched
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        onPressed: event => root.work.touch(event.x / width, event.y / height)
        onPositionChanged: event => root.work.touch(event.x / width, event.y / height)
    }
    // It lets fingers through to the cells below; its buttons are smaller than a cell.
    Rectangle {
        anchors.centerIn: parent
        width: Math.min(root.width - 2 * Theme.l, Theme.px(130))
        height: panel.height + 2 * Theme.l
        color: Theme.surface
        border.width: Theme.panelBorder
        border.color: Theme.border
        radius: Theme.radiusStaff

        Column {
            id: panel

            x: Theme.l
            y: Theme.l
            width: parent.width - 2 * Theme.l
            spacing: Theme.m

            PageHeading {
                id: heading

                width: parent.width
                text: qsTr("Draw a finger over every field")
                font.pixelSize: Theme.staffH2Px
            }
            StaffText {
                width: parent.width
                text: root.work.progress
            }
            Flow {
                width: parent.width
                spacing: Theme.m

                StaffButton {
                    text: qsTr("The rest feels no finger")
                    onActivated: root.work.end()
                }
                StaffButton {
                    text: qsTr("Leave this out")
                    onActivated: root.work.leaveOut()
                }
            }
        }
    }
}
