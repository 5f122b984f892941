import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Backend

// What everything that can be tapped has in common: release inside activates, Space and Enter too, a
// trembling second tap does not count, the pressed look stays long enough to be seen.
T.AbstractButton {
    id: root

    signal activated

    property bool showsPressed: root.down || hold.running
    property int ringRadius: Theme.radiusButton

    function activate() {
        if (TapGuard.accepts(root))
            root.activated();
    }

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    onClicked: root.activate()
    onPressedChanged: {
        if (root.pressed)
            hold.restart();
    }
    Keys.onReturnPressed: root.activate()
    Keys.onEnterPressed: root.activate()

    Accessible.name: root.text

    Timer {
        id: hold

        interval: Theme.pressHoldMs
    }

    FocusRing {
        around: root
        innerRadius: root.ringRadius
        visible: root.visualFocus
    }
}
