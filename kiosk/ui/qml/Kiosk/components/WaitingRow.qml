import QtQuick
import Kiosk

// Somebody who waits for a place: number in line, person, and what can be done.
TapTarget {
    id: root

    required property string key
    required property string place
    required property string who
    required property string step
    required property bool picked

    text: root.who
    isChoice: true
    isChosen: root.picked
    focusPolicy: Qt.ClickFocus
    ringRadius: 0
    implicitHeight: Math.max(Theme.staffRow, words.implicitHeight + 2 * Theme.xs)

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.place + ". " + root.who
    Accessible.description: root.step

    background: Rectangle {
        color: root.showsPressed ? Theme.answerPressed : root.activeFocus ? Theme.tint : root.picked ? Theme.selected : Theme.surface
        border.width: root.activeFocus ? Theme.target(0.6) : 0
        border.color: Theme.focus

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hairline
            color: Theme.borderSubtle
            visible: !root.activeFocus
        }
    }

    contentItem: Item {
        Icon {
            id: ring

            x: Theme.s
            anchors.verticalCenter: parent.verticalCenter
            name: root.picked ? "checkmark-circle-fill" : "circle"
            sizePx: Math.round(Theme.staffBodyPx * 1.15)
        }
        StaffText {
            id: number

            x: ring.x + ring.width + Theme.s
            width: Theme.px(9)
            text: root.place
            strong: true
            anchors.verticalCenter: parent.verticalCenter

            Accessible.ignored: true
        }
        Column {
            id: words

            x: number.x + number.width
            width: Math.round((parent.width - x - Theme.s) * 0.55)
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.who
                strong: true

                Accessible.ignored: true
            }
        }
        StaffText {
            x: words.x + words.width + Theme.s
            width: parent.width - x - Theme.s
            text: root.step
            anchors.verticalCenter: parent.verticalCenter

            Accessible.ignored: true
        }
    }
}
