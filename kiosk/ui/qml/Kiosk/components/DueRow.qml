import QtQuick
import Kiosk

// One case that a rule lets go; ticked ones go. Arrow keys walk through the rows.
TapTarget {
    id: root

    required property string key
    required property string number
    required property string rule
    required property string closed
    required property bool picked

    text: root.number
    isChoice: true
    isChosen: root.picked
    focusPolicy: Qt.ClickFocus
    ringRadius: 0
    implicitHeight: Math.max(Theme.staffRow, words.implicitHeight + 2 * Theme.xs)

    Accessible.role: Accessible.CheckBox
    Accessible.name: root.number
    Accessible.description: [root.rule, root.closed].join(". ")

    background: Rectangle {
        color: root.showsPressed ? Theme.answerPressed : root.activeFocus ? Theme.tint : Theme.surface
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
        Rectangle {
            id: box

            x: Theme.s
            width: Theme.target(4.4)
            height: width
            radius: Theme.px(0.8)
            color: root.picked ? Theme.selectedBorder : Theme.surface
            border.width: Theme.target(0.5)
            border.color: root.picked ? Theme.selectedBorder : Theme.border
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                anchors.centerIn: parent
                name: "checkmark"
                tone: Theme.actionText
                sizePx: Math.round(parent.width * 0.86)
                visible: root.picked
            }
        }
        StaffText {
            id: number

            x: box.x + box.width + Theme.m
            width: Math.round(parent.width * 0.24)
            text: root.number
            strong: true
            anchors.verticalCenter: parent.verticalCenter

            Accessible.ignored: true
        }
        Column {
            id: words

            x: number.x + number.width + Theme.s
            width: parent.width - x - Theme.s
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.closed

                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.rule

                Accessible.ignored: true
            }
        }
    }
}
