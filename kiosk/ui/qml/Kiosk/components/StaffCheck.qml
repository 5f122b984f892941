import QtQuick
import Kiosk

// One of several alternatives that may hold together: a box, not a ring.
TapTarget {
    id: root

    required property bool isPicked

    implicitHeight: Theme.target(9.6)
    implicitWidth: line.implicitWidth + 2 * Theme.m
    ringWidth: Theme.staffFocusWidth
    ringRadius: Theme.radiusStaff
    isChoice: true
    isChosen: root.isPicked

    Accessible.role: Accessible.CheckBox
    Accessible.name: root.text

    background: Rectangle {
        radius: Theme.radiusStaff
        color: root.showsPressed ? Theme.answerPressed : root.isPicked ? Theme.selected : Theme.surface
        border.width: root.isPicked ? Theme.target(0.9) : Theme.controlBorder
        border.color: root.isPicked ? Theme.selectedBorder : Theme.border
    }

    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.px(1.8)

            Rectangle {
                width: Theme.target(4.4)
                height: width
                radius: Theme.px(0.8)
                color: root.isPicked ? Theme.selectedBorder : Theme.surface
                border.width: Theme.target(0.5)
                border.color: root.isPicked ? Theme.selectedBorder : Theme.border
                anchors.verticalCenter: parent.verticalCenter

                Icon {
                    anchors.centerIn: parent
                    name: "checkmark"
                    tone: Theme.actionText
                    sizePx: Math.round(parent.width * 0.86)
                    visible: root.isPicked
                }
            }
            StaffText {
                text: root.text
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
