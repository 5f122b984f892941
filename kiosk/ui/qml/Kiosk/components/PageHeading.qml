import QtQuick
import Kiosk

// The heading that has the focus when a page comes. Tab goes on from here to what stands below it; Qt
// alone would begin at the top of the window, because nobody can tab to a heading.
KioskText {
    id: root

    function go(event: KeyEvent, forward: bool) {
        const isPlain = !(event.modifiers & (Qt.AltModifier | Qt.ControlModifier | Qt.MetaModifier));
        event.accepted = isPlain;
        if (isPlain)
            root.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    heading: true
    focus: true

    Accessible.focusable: true

    Keys.onTabPressed: event => root.go(event, true)
    Keys.onBacktabPressed: event => root.go(event, false)
}
