import QtQuick
import Kiosk

// A sentence about how something goes: spoken when it changes, wherever the focus is. No height without
// one.
Item {
    id: root

    required property string text

    readonly property real lineTop: words.y
    readonly property real lineStep: words.lineStep

    height: root.text === "" ? 0 : words.implicitHeight

    onTextChanged: Voice.say(words, root.text)

    KioskText {
        id: words

        width: Math.min(parent.width, Theme.lineWidth(font.pixelSize))
        text: root.text
        strong: true
        lineHeight: Theme.lineBody / Theme.naturalLine
        visible: root.text !== ""
    }
}
