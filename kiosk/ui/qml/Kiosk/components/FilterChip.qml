import QtQuick
import Kiosk

// A filter of the list and how many cases it holds.
TapTarget {
    id: root

    required property string name
    required property int count
    required property bool isPicked

    text: root.name
    implicitHeight: Theme.target(7.4)
    implicitWidth: line.implicitWidth + 2 * Theme.px(2.6)
    ringWidth: Theme.staffFocusWidth
    ringRadius: Math.round(root.height / 2)
    isChoice: true
    isChosen: root.isPicked

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.name + " " + root.count

    background: Rectangle {
        radius: height / 2
        color: root.showsPressed ? Theme.answerPressed : root.isPicked ? Theme.selected : Theme.surface
        border.width: root.isPicked ? Theme.target(0.6) : Theme.hairline
        border.color: root.isPicked ? Theme.selectedBorder : Theme.border
    }

    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.px(1.4)

            Icon {
                name: "checkmark"
                sizePx: Theme.staffBodyPx
                visible: root.isPicked
                anchors.verticalCenter: parent.verticalCenter
            }
            StaffText {
                text: root.name
                strong: root.isPicked
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
            StaffText {
                text: root.count
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
