import QtQuick
import Kiosk

// Decoration beside words: an icon never stands alone and is silent for assistive technology.
Image {
    id: root

    required property string name
    property color tone: Theme.text
    property int sizePx: Math.round(Theme.bodyPx * 1.1)

    width: root.sizePx
    height: root.sizePx
    sourceSize.width: root.sizePx
    sourceSize.height: root.sizePx
    source: root.name === "" ? "" : "image://icon/" + root.name + "/" + root.tone.toString().slice(1)

    Accessible.ignored: true
}
