import QtQuick
import Kiosk

// One sentence with an icon tile; a hairline parts it from the next.
Item {
    id: root

    required property string iconName
    required property string sentence
    property bool lined: true
    property int padSide: Theme.px(5)
    property color tileColor: Theme.tint

    readonly property real lineTop: words.y
    readonly property real lineStep: words.lineStep
    readonly property int tile: Math.max(Theme.px(12.5), Math.round(Theme.bodyPx * 1.7))

    implicitHeight: Math.max(root.tile + Theme.px(4.8), words.implicitHeight + Theme.px(3.6) - Theme.lineAir)
    height: implicitHeight

    Rectangle {
        id: square

        x: root.padSide
        y: Math.min(Math.round((root.height - height) / 2), Theme.px(2.4))
        width: root.tile
        height: root.tile
        radius: Theme.radiusTile
        color: root.tileColor

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            tone: Theme.action
            sizePx: Math.round(root.tile * 0.56)
        }
    }
    KioskText {
        id: words

        anchors.left: square.right
        anchors.leftMargin: Theme.m
        width: Math.min(root.width - x - root.padSide, Theme.lineWidth(font.pixelSize))
        y: Math.round((root.height - height) / 2)
        text: root.sentence
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: root.padSide
        width: parent.width - 2 * root.padSide
        height: Theme.hairline
        color: Theme.borderSubtle
        visible: root.lined
    }
}
