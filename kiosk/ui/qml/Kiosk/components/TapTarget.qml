import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Backend

// What everything that can be tapped has in common: release inside activates, Space and Enter too, a
// trembling second tap does not count, nor does a second finger, a finger that trembles over the edge
// does, the pressed look stays long enough to be seen.
T.AbstractButton {
    id: root

    signal activated

    property bool showsPressed: root.down || hold.running
    property int ringRadius: Theme.radiusButton
    property int ringWidth: Theme.focusWidth
    property bool ringsOnTouch: false
    property bool isChoice: false
    property bool isChosen: false
    property bool isKey: false
    property point touchStart
    property bool isTouched: false
    property bool isSecondFinger: false

    function activate() {
        if (root.isKey ? TapGuard.acceptsKey(root) : TapGuard.accepts(root))
            root.activated();
    }
    function begin() {
        if (!root.isTouched)
            root.touchStart = Qt.point(root.pressX, root.pressY);
        root.isTouched = true;
        root.isSecondFinger = !TapGuard.hold(root);
        hold.restart();
    }
    // True for the one finger that is on a control.
    function end(): bool {
        const counts = !root.isSecondFinger;
        root.isTouched = root.isSecondFinger = false;
        return counts;
    }
    // Begun inside and let go outside, yet hardly moved.
    function trembled(): bool {
        const travel = Math.hypot(root.pressX - root.touchStart.x, root.pressY - root.touchStart.y);
        const left = !root.contains(Qt.point(root.pressX, root.pressY));
        return left && root.contains(root.touchStart) && travel <= Theme.wobble;
    }

    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    // A completed button tells assistive technology these two, whatever Accessible says (Qt 6.11);
    // a tap alone changes nothing, the page's model does. It is asked after the tap has come to it,
    // so that nobody hears of a pick that came, went and came again.
    checkable: root.isChoice
    checked: root.isChosen
    onClicked: {
        if (root.end())
            root.activate();
        // The tap may have thrown this one away.
        if (root)
            root.checked = Qt.binding(() => root.isChosen);
    }
    onCanceled: {
        const counts = root.trembled();
        if (root.end() && counts)
            root.activate();
    }
    onPressedChanged: {
        if (root.pressed)
            root.begin();
        else
            TapGuard.letGo(root);
    }
    // Whoever comes back soon finds no card that looks as if it were pressed.
    onVisibleChanged: hold.stop()
    Component.onDestruction: TapGuard.letGo(root)
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
        visible: root.visualFocus || root.ringsOnTouch && root.activeFocus
    }
}
