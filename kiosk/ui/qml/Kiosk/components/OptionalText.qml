import QtQuick
import Kiosk

// A sentence that is there only sometimes; no height without one.
Item {
    id: root

    required property string text
    property bool strong: false
    property bool support: false
    property bool heading: false
    property alias topPadding: words.topPadding

    height: root.text === "" ? 0 : words.implicitHeight

    KioskText {
        id: words

        width: Math.min(parent.width, Theme.lineWidth(font.pixelSize))
        text: root.text
        strong: root.strong
        lineHeight: (root.heading ? Theme.lineName : Theme.lineBody) / Theme.naturalLine
        heading: root.heading
        color: root.support ? Theme.textSupport : Theme.text
        font.pixelSize: root.heading ? Theme.h2Px : root.support ? Theme.supportPx : Theme.bodyPx
        visible: root.text !== ""
    }
}
