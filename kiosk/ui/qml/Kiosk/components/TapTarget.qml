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
    property int ringWidth: Theme.focusWidth
    property bool isChoice: false
    property bool isChosen: false

    function activate() {
        if (TapGuard.accepts(root))
            root.activated();
    }

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    // A completed button tells assistive technology these two, whatever Accessible says (Qt 6.11);
    // a tap alone changes nothing, the page's model does.
    checkable: root.isChoice
    checked: root.isChosen
    onToggled: root.checked = Qt.binding(() => root.isChosen)
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
        ringWidth: root.ringWidth
        innerRadius: root.ringRadius
        visible: root.visualFocus
    }
}
