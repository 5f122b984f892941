import QtQuick
import Kiosk

// Label and value over a hairline; the label stands above where the text is largest.
Item {
    id: root

    required property string label
    required property string value
    property real labelShare: Theme.isPortrait ? 0.32 : 0.26
    property bool stacked: Theme.isExtraLarge
    property int padY: Theme.px(Theme.isExtraLarge ? 1.4 : 2.0) - Math.round(Theme.lineAir / 2)

    readonly property real lineTop: content.y
    readonly property real lineStep: content.lineStep
    readonly property int labelWidth: root.stacked ? root.width : Math.round(root.width * root.labelShare)

    implicitHeight: (root.stacked ? name.implicitHeight + content.implicitHeight : Math.max(name.implicitHeight, content.implicitHeight)) + 2 * root.padY
    height: implicitHeight

    SupportText {
        id: name

        width: root.labelWidth - Theme.s
        y: root.stacked ? root.padY : content.y + content.baselineOffset - baselineOffset
        text: root.label
        lineHeight: Theme.lineName / Theme.naturalLine
    }
    KioskText {
        id: content

        x: root.stacked ? 0 : root.labelWidth
        y: root.padY + (root.stacked ? name.implicitHeight : 0)
        width: Math.min(root.width - x, Theme.lineWidth(font.pixelSize))
        text: root.value
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.border
    }
}
