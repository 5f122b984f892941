import QtQuick
import Kiosk

// One of several that can be picked together; the whole card is the target, and nothing moves.
TapTarget {
    id: root

    required property string name
    required property string support
    required property bool isPicked
    // Leads to help and is never picked.
    property bool isHelp: false
    // Beside the support line, so that the name has the whole width.
    property bool boxBelow: false
    property string pickedText: qsTr("Picked", "card")

    // A box on the last line keeps away from the border.
    readonly property real paddingEnds: Theme.isCompact ? Theme.px(root.boxBelow ? 2.4 : 1.2) : Theme.s
    readonly property string second: root.isPicked ? root.pickedText : root.support

    text: root.name
    implicitHeight: Math.max(Theme.target(28), words.implicitHeight + 2 * root.paddingEnds)
    ringRadius: Theme.radiusCard
    isChoice: !root.isHelp
    isChosen: root.isPicked

    Accessible.role: root.isHelp ? Accessible.Button : Accessible.CheckBox
    Accessible.name: root.second === "" ? root.name : root.name + ". " + root.second

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.showsPressed ? Theme.answerPressed : root.isPicked ? Theme.selected : Theme.surface
        border.width: root.isPicked ? Theme.selectedWidth : Theme.controlBorder
        border.color: root.isPicked ? Theme.selectedBorder : Theme.border
    }

    contentItem: Item {
        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: Theme.cardPaddingSide
            anchors.right: parent.right
            anchors.rightMargin: Theme.cardPaddingSide + (root.boxBelow ? 0 : box.width + Theme.m)
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
                id: below

                width: parent.width - (root.boxBelow ? box.width + Theme.m : 0)
                height: Math.max(implicitHeight, root.boxBelow ? box.height : 0)
                verticalAlignment: Text.AlignVCenter
                text: root.isPicked ? root.pickedText : root.support
                color: root.isPicked || root.showsPressed ? Theme.text : Theme.textSupport
                font.family: Theme.family
                font.pixelSize: Theme.supportPx
                lineHeight: Theme.lineName / Theme.naturalLine
                wrapMode: Text.WordWrap
                textFormat: Text.PlainText
            }
        }
        Rectangle {
            id: box

            anchors.right: parent.right
            anchors.rightMargin: Theme.cardPaddingSide
            y: Math.round((root.boxBelow ? words.y + below.y + below.height / 2 : parent.height / 2) - height / 2)
            width: Math.round(Theme.bodyPx * 1.06)
            height: width
            radius: Theme.radiusTile
            color: root.isPicked ? Theme.selectedBorder : Theme.surface
            border.width: Theme.target(0.6)
            border.color: root.isPicked ? Theme.selectedBorder : Theme.border
            visible: !root.isHelp

            Icon {
                anchors.centerIn: parent
                name: "checkmark"
                tone: Theme.surface
                sizePx: Math.round(box.width * 0.8)
                visible: root.isPicked
            }
        }
        Icon {
            anchors.centerIn: box
            name: "information"
            sizePx: Math.round(box.width * 1.3)
            visible: root.isHelp
        }
    }
}
