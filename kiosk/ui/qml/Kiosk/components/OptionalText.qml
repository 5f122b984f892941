import QtQuick
import Kiosk

// A sentence that is there only sometimes; no height without one.
Item {
    id: root

    required property string text
    property bool strong: false
    property bool support: false

    height: root.text === "" ? 0 : words.implicitHeight

    KioskText {
        id: words

        width: parent.width
        text: root.text
        strong: root.strong
        color: root.support ? Theme.textSupport : Theme.text
        font.pixelSize: root.support ? Theme.supportPx : Theme.bodyPx
        visible: root.text !== ""
    }
}
