import QtQuick
import Kiosk

// One of several answers to one question; the whole card is the target.
TapTarget {
    id: root

    required property string name
    required property string support
    required property bool isPicked
    // Leads to help and is never picked.
    property bool isHelp: false

    text: root.name
    implicitHeight: Math.max(Theme.target(28), words.implicitHeight + 2 * Theme.s)
    ringRadius: Theme.radiusCard
    isChoice: !root.isHelp
    isChosen: root.isPicked

    Accessible.role: root.isHelp ? Accessible.Button : Accessible.RadioButton
    Accessible.name: root.support === "" ? root.name : root.name + ". " + root.support

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.showsPressed ? Theme.answerPressed : root.isPicked ? Theme.selected : Theme.surface
        border.width: root.isPicked ? Theme.selectedWidth : Theme.controlBorder
        border.color: root.isPicked ? Theme.selectedBorder : Theme.border

        Rectangle {
            id: ring

            width: Math.round(Theme.bodyPx * 1.06)
            height: width
            radius: width / 2
            anchors.left: parent.left
            anchors.leftMargin: Theme.px(4.6)
            anchors.verticalCenter: parent.verticalCenter
            color: Theme.surface
            border.width: Theme.target(0.6)
            border.color: root.isPicked ? Theme.selectedBorder : Theme.border
            visible: !root.isHelp

            Rectangle {
                anchors.centerIn: parent
                width: Math.round(ring.width * 0.52)
                height: width
                radius: width / 2
                color: Theme.selectedBorder
                visible: root.isPicked
            }
        }
        Icon {
            anchors.centerIn: ring
            name: "information"
            sizePx: Math.round(ring.width * 1.3)
            visible: root.isHelp
        }
    }

    contentItem: Item {
        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Theme.px(8.6) + Math.round(Theme.bodyPx * 1.06)
            anchors.right: parent.right
            anchors.rightMargin: Theme.cardPaddingSide
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(0.8)

            Text {
                width: parent.width
                text: root.name
                color: Theme.text
                font.family: Theme.family
                font.pixelSize: Theme.bodyPx
                font.weight: Font.DemiBold
                lineHeight: Theme.lineName / Theme.naturalLine
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
            }
            Text {
                width: parent.width
                text: root.isPicked ? qsTr("Chosen. %1").arg(root.support) : root.support
                color: root.isPicked || root.showsPressed ? Theme.text : Theme.textSupport
                font.family: Theme.family
                font.pixelSize: Theme.supportPx
                lineHeight: Theme.lineName / Theme.naturalLine
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
                visible: root.support !== ""
            }
        }
    }
}
