pragma ComponentBehavior: Bound
import QtQuick

// A button that goes while it has the focus leaves it to what was around it, which nobody sees: the title
// of the page gets it then.
QtObject {
    id: root

    required property Item page
    required property Item heading

    readonly property Connections watch: Connections {
        target: root.page.Window.window

        function onActiveFocusItemChanged() {
            Qt.callLater(root.keep);
        }
    }

    function keep() {
        const item = root.page.Window.activeFocusItem;
        if (root.page.activeFocus && (item === root.page || item instanceof Loader))
            root.heading.forceActiveFocus(Qt.OtherFocusReason);
    }
}
