import QtQuick
import Kiosk

// One of several people or printers: ring, name and one line of support.
TapTarget {
    id: root

    required property string name
    required property string support
    required property bool isPicked

    text: root.name
    implicitHeight: Math.max(Theme.staffPrimary, words.implicitHeight + 2 * Theme.s)
    ringWidth: Theme.staffFocusWidth
    ringRadius: Theme.radiusStaff
    isChoice: true
    isChosen: root.isPicked

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.support === "" ? root.name : root.name + ". " + root.support

    background: Rectangle {
        radius: Theme.radiusStaff
        color: root.showsPressed ? Theme.answerPressed : root.isPicked ? Theme.selected : Theme.surface
        border.width: root.isPicked ? Theme.target(0.9) : Theme.controlBorder
        border.color: root.isPicked ? Theme.selectedBorder : Theme.border
    }

    contentItem: Item {
        Icon {
            id: ring

            x: Theme.m
            anchors.verticalCenter: parent.verticalCenter
            name: root.isPicked ? "checkmark-circle-fill" : "circle"
            sizePx: Math.round(Theme.staffBodyPx * 1.15)
        }
        Column {
            id: words

            anchors.left: ring.right
            anchors.leftMargin: Theme.s
            anchors.right: parent.right
            anchors.rightMargin: Theme.m
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.name
                strong: true
                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.support
                visible: root.support !== ""
                Accessible.ignored: true
            }
        }
    }
}
