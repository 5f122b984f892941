import QtQuick
import Kiosk
import Kiosk.Backend

// The keys of a page, and how far its blocks rise so that the field that is written in stands above them.
Loader {
    id: root

    required property Turner turner
    // Where the content begins on the page, and the blocks in it while nothing is raised.
    required property real contentTop
    required property real restY

    readonly property KeyBoard board: root.item as KeyBoard
    readonly property bool isShown: root.board !== null && root.board.isShown
    property real lift: 0

    function raiseLater() {
        Qt.callLater(root.raise);
    }
    // What is above the field goes out of sight.
    function raise() {
        const field = KeyHand.field;
        if (!field || !root.isShown || !root.isIn(field, root.turner)) {
            root.lift = 0;
            return;
        }
        // The whole block with its label: nothing is half shown.
        let block = field;
        while (block.parent !== root.turner)
            block = block.parent;
        const bottom = root.contentTop + root.restY + field.mapToItem(root.turner, 0, field.height).y;
        root.lift = bottom + Theme.s > root.y ? Math.round(root.restY + block.y) : 0;
    }
    // Whoever goes on with Tab sees where they are; the keys come back with the field.
    function uncover(item: Item) {
        if (!item || !root.isShown || root.isIn(item, root) || item === KeyHand.field)
            return;
        if (item.mapToItem(root.parent, 0, item.height).y > root.y)
            KeyHand.putAway();
    }
    function isIn(item: Item, frame: Item): bool {
        for (let each = item; each; each = each.parent)
            if (each === frame)
                return true;
        return false;
    }

    onYChanged: root.raiseLater()
    onContentTopChanged: root.raiseLater()

    sourceComponent: KeyBoard {}

    Connections {
        target: root.active ? KeyHand : null

        function onFieldChanged() {
            root.raiseLater();
        }
    }
    Connections {
        target: root.active ? root.Window.window : null

        function onActiveFocusItemChanged() {
            root.uncover(root.Window.activeFocusItem);
        }
    }
}
