import QtQuick
import Kiosk
import Kiosk.Backend

// A sentence that has to be read before going on; no height without one.
Rectangle {
    id: root

    required property string message
    property bool isSaid: false
    // What was activated before it came: only that can be refused once more.
    property string cause: ""

    readonly property real lineTop: words.y
    readonly property real lineStep: words.lineStep

    // There is a message, after none or another one.
    signal came

    color: Theme.warnBg
    radius: Theme.radiusCard
    border.width: root.message === "" ? 0 : Theme.panelBorder
    border.color: Theme.warnText
    height: root.message === "" ? 0 : words.implicitHeight + 2 * Theme.m

    // Spoken when it comes, wherever the focus is, and again where it is the answer once more.
    function speak() {
        root.isSaid = true;
        Voice.interrupt(words, root.message);
    }
    function repeatUnlessSaid() {
        if (!root.isSaid && root.message !== "" && words.visible)
            root.speak();
    }

    onMessageChanged: {
        root.cause = TapGuard.lastTarget();
        if (root.message !== "") {
            root.speak();
            root.came();
        }
    }

    Connections {
        target: TapGuard

        function onCounted(target: string) {
            if (target !== root.cause)
                return;
            root.isSaid = false;
            Qt.callLater(root.repeatUnlessSaid);
        }
    }

    KioskText {
        id: words

        x: Theme.l
        y: Theme.m
        width: Math.min(parent.width - 2 * x, Theme.lineWidth(font.pixelSize))
        text: root.message
        color: Theme.warnText
        visible: root.message !== ""
    }
}
