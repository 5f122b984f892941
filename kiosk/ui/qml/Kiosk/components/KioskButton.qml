import QtQuick
import Kiosk

// Plain button: white, border, words, at most one icon beside them.
TapTarget {
    id: root

    property string iconName: ""
    property bool iconOnRight: false
    property bool filled: false
    property bool quiet: false
    property bool picked: false
    property int fontPx: Theme.bodyPx
    property int padSide: Theme.buttonPadding
    property int minHeight: Theme.targetPrimary
    property int corner: Theme.radiusButton

    readonly property color ink: root.filled ? Theme.actionText : Theme.text
    readonly property color ground: {
        if (root.filled)
            return root.showsPressed ? Theme.actionPressed : Theme.action;
        if (root.showsPressed)
            return Theme.answerPressed;
        return root.quiet || root.picked ? Theme.tint : Theme.surface;
    }
    readonly property bool hasBorder: !root.filled && (!root.quiet || Theme.isHighContrast)

    implicitHeight: Math.max(root.minHeight, content.implicitHeight + 2 * Theme.xs)
    implicitWidth: content.implicitWidth + 2 * root.padSide
    ringRadius: root.corner

    background: Rectangle {
        radius: root.corner
        color: root.ground
        border.width: root.picked ? Theme.target(1.1) : root.hasBorder ? Theme.controlBorder : 0
        border.color: root.picked ? Theme.selectedBorder : Theme.border

        Rectangle {
            anchors.fill: parent
            anchors.margins: Theme.target(1.2)
            radius: Math.max(0, root.corner - Theme.target(1.2))
            color: "transparent"
            border.width: Theme.controlBorder
            border.color: root.ink
            visible: root.showsPressed
        }
    }

    contentItem: Item {
        id: content

        implicitHeight: line.implicitHeight
        implicitWidth: line.implicitWidth

        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.px(2.6)
            layoutDirection: root.iconOnRight ? Qt.RightToLeft : Qt.LeftToRight

            Icon {
                name: root.iconName
                tone: root.ink
                sizePx: Math.round(root.fontPx * 1.1)
                visible: root.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            Text {
                text: root.text
                color: root.ink
                font.family: Theme.family
                font.pixelSize: root.fontPx
                font.weight: Font.DemiBold
                textFormat: Text.PlainText
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
