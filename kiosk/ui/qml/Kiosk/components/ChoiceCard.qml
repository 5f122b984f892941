import QtQuick
import Kiosk

// Every answer is this card: a provider, keeping, not choosing, thinking it over.
TapTarget {
    id: root

    required property string name
    required property string support
    required property bool isAnswer
    property bool isClose: false

    text: root.name
    ringRadius: Theme.radiusCard

    Accessible.role: Accessible.Button
    Accessible.name: root.name + ". " + (root.isAnswer ? qsTr("Your answer") : root.support)
    Accessible.description: root.isAnswer ? root.support : ""

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.showsPressed ? Theme.answerPressed : root.isAnswer ? Theme.selected : Theme.surface
        border.width: root.isAnswer ? Theme.selectedWidth : Theme.controlBorder
        border.color: root.isAnswer ? Theme.selectedBorder : Theme.border

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.target(1.2)
            radius: Theme.radiusCard - Theme.target(1.2)
            color: "transparent"
            border.width: Theme.controlBorder
            border.color: Theme.text
            visible: root.showsPressed
        }
    }

    contentItem: Item {
        Column {
            id: words

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.cardPaddingSide
            anchors.rightMargin: Theme.cardPaddingSide
            anchors.verticalCenter: parent.verticalCenter
            // Capitals and descenders stand in the middle, not the boxes of the texts.
            anchors.verticalCenterOffset: -Math.round((0.364 * Theme.bodyPx - 0.19 * Theme.supportPx) / 2)
            spacing: Theme.px(root.isClose || Theme.isCompact ? 0.3 : 0.8)

            Text {
                width: parent.width
                text: root.name
                color: Theme.text
                font.family: Theme.family
                font.pixelSize: Theme.bodyPx
                font.weight: Font.DemiBold
                lineHeight: (root.isClose || Theme.isCompact ? 1.15 : Theme.lineName) / Theme.naturalLine
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
            }
            Text {
                width: parent.width - mark.width - Theme.s
                text: root.isAnswer ? qsTr("Your answer") : root.support
                color: root.isAnswer ? Theme.text : Theme.textSupport
                font.family: Theme.family
                font.pixelSize: Theme.supportPx
                font.weight: root.isAnswer ? Font.DemiBold : Font.Normal
                lineHeight: Theme.lineName / Theme.naturalLine
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
            }
        }
        Icon {
            id: mark

            anchors.right: parent.right
            anchors.rightMargin: Theme.cardPaddingSide
            // On whole pixels: a blurred sign looks fainter than its neighbour's.
            y: Math.round(words.y + words.height - height)
            name: root.isAnswer ? "checkmark-circle-fill" : "chevron-right"
            sizePx: Math.round(Theme.supportPx * 1.05)
        }
    }
}
