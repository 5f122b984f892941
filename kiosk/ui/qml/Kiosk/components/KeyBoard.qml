pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Keys on the screen where no keyboard stands: part of the page, one character at a time.
Rectangle {
    id: root

    property bool isShown: Theme.isKiosk && KeyHand.isNeeded
    // Another one begins with small letters; the same one goes on where somebody came round with Tab.
    readonly property Item field: KeyHand.field
    property bool isCapital: false
    property bool isSigns: false
    property int margin: Theme.margin

    readonly property int gap: Theme.keyGap
    readonly property int columns: 11
    readonly property int columnsBeside: 5
    readonly property int keyWidth: Math.max(Theme.targetOrdinary, Math.min(Theme.keyWidth, Math.floor((root.width - 2 * root.margin - (root.columns - 1) * root.gap) / root.columns)))
    readonly property list<string> letters: ["1234567890-", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm,.'@"]
    // Sámi letters, those of neighbours, and what a passphrase may hold.
    readonly property list<string> signs: ["áčđŋšŧžäöüé", "!?\"#%&/()=+", "_:;*<>[]{}\\", "§$€£~^|°½¤`"]

    function write(character: string) {
        KeyHand.write(character);
        root.isCapital = false;
    }

    function spanOf(columns: int): int {
        return columns * root.keyWidth + (columns - 1) * root.gap;
    }

    // Those that are shown, in the order of reading.
    function keysIn(item: Item): list<var> {
        if (item instanceof KeyButton)
            return item.visible ? [item] : [];
        let found = [];
        for (const child of item.children)
            found = found.concat(root.keysIn(child));
        return found;
    }
    function enter(isAtEnd: bool) {
        const all = root.keysIn(keys);
        all[isAtEnd ? all.length - 1 : 0].forceActiveFocus(isAtEnd ? Qt.BacktabFocusReason : Qt.TabFocusReason);
    }
    // The field comes before the first key, what follows the field after the last.
    function move(by: int) {
        const all = root.keysIn(keys);
        const at = all.indexOf(root.Window.activeFocusItem) + by;
        if (at < 0)
            root.field.forceActiveFocus(Qt.OtherFocusReason);
        else if (at < all.length)
            all[at].forceActiveFocus(by > 0 ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        else
            root.leave();
    }
    // Also where the page has turned, and shows the field no more.
    function leave() {
        const next = (root.field ?? root).nextItemInFocusChain(true);
        if (next)
            next.forceActiveFocus(Qt.TabFocusReason);
    }

    height: root.isShown ? keys.height + 2 * Theme.m : 0
    visible: root.isShown
    color: Theme.surface
    onFieldChanged: root.isCapital = root.isSigns = false
    onVisibleChanged: {
        const focused = root.Window.activeFocusItem;
        if (!root.visible && focused instanceof KeyButton && !focused.visible)
            root.leave();
    }

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keys on the screen")

    Keys.onTabPressed: root.move(1)
    Keys.onBacktabPressed: root.move(-1)

    Connections {
        target: KeyHand

        function onKeysAsked(isAtEnd: bool) {
            if (root.visible)
                root.enter(isAtEnd);
        }
    }

    Rectangle {
        width: parent.width
        height: Theme.rule
        color: Theme.border
    }
    Item {
        id: keys

        x: root.margin
        y: Theme.m
        width: root.width - 2 * root.margin
        height: Math.max(characters.height, tools.y + tools.height)

        Column {
            id: characters

            spacing: root.gap

            Repeater {
                model: root.isSigns ? root.signs : root.letters

                Row {
                    id: row

                    required property string modelData

                    spacing: root.gap

                    Repeater {
                        model: row.modelData.length

                        KeyButton {
                            required property int index

                            readonly property string character: row.modelData[index]

                            width: root.keyWidth
                            text: root.isCapital ? character.toUpperCase() : character
                            onActivated: root.write(text)
                        }
                    }
                }
            }
        }
        KeyTools {
            id: tools

            // Beside the characters where the screen lies, so that the page keeps more of its room.
            readonly property int firstX: root.spanOf(root.columns) + 2 * root.gap
            readonly property bool isBeside: keys.width - firstX >= tools.widthOf(2)

            x: isBeside ? firstX : 0
            y: isBeside ? 0 : characters.height + root.gap
            width: isBeside ? Math.min(keys.width - firstX, Math.max(tools.widthOf(2), root.spanOf(root.columnsBeside))) : Math.min(keys.width, Math.max(root.spanOf(root.columns), tools.widthOf(4)))
            columns: isBeside ? 2 : tools.columnsWithin(width)
            gap: root.gap
            isCapital: root.isCapital
            isSigns: root.isSigns
            onCapitalsToggled: root.isCapital = !root.isCapital
            onSignsToggled: root.isSigns = !root.isSigns
        }
    }
}
