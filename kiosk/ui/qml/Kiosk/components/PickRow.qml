import QtQuick
import Kiosk

// One row of which one can be picked: who, what about, and how far it has come.
TapTarget {
    id: root

    required property string key
    required property string who
    required property string about
    required property string step
    required property bool picked

    text: root.who
    isChoice: true
    isChosen: root.picked
    focusPolicy: Qt.ClickFocus
    ringRadius: 0
    implicitHeight: Math.max(Theme.staffRow, Math.max(words.implicitHeight, state.implicitHeight) + 2 * Theme.xs)

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.who
    Accessible.description: [root.about, root.step].join(". ")

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
        Column {
            id: words

            x: ring.x + ring.width + Theme.s
            width: Math.round((parent.width - x - Theme.s) * (root.step === "" ? 1 : 0.5))
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.who
                strong: true

                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.about

                Accessible.ignored: true
            }
        }
        StaffText {
            id: state

            x: words.x + words.width + Theme.s
            width: parent.width - x - Theme.s
            text: root.step
            anchors.verticalCenter: parent.verticalCenter

            Accessible.ignored: true
        }
    }
}
