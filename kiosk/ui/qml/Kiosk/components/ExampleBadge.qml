import QtQuick
import Kiosk

// The word that keeps anybody from taking invented content for real.
Rectangle {
    id: root

    property color ink: Theme.text
    property int fontPx: Theme.supportPx

    implicitWidth: word.implicitWidth + Theme.px(4)
    implicitHeight: word.implicitHeight + Theme.px(0.4)
    color: "transparent"
    radius: Theme.px(1)
    border.width: Theme.target(0.35)
    border.color: root.ink

    Text {
        id: word

        anchors.centerIn: parent
        text: "EKSEMPEL"
        color: root.ink
        font.family: Theme.family
        font.pixelSize: root.fontPx
        textFormat: Text.PlainText
        lineHeight: 1.1 / Theme.naturalLine
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
