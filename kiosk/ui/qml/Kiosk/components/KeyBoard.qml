pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Keys on the screen where no keyboard stands: part of the page, one character at a time.
Rectangle {
    id: root

    property bool isShown: Theme.isKiosk && KeyHand.isNeeded
    property bool isCapital: false
    property bool isSigns: false
    property int margin: Theme.margin

    readonly property int gap: Theme.keyGap
    readonly property int columns: 11
    readonly property int keyWidth: Math.max(Theme.targetOrdinary, Math.min(Theme.keyWidth, Math.floor((root.width - 2 * root.margin - (root.columns - 1) * root.gap) / root.columns)))
    readonly property list<string> letters: ["1234567890-", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm,.'@"]
    // Sámi letters, those of neighbours, and what a passphrase may hold.
    readonly property list<string> signs: ["áčđŋšŧžäöüé", "!?\"#%&/()=+", "_:;*<>[]{}\\", "§$€£~^|°½¤`"]

    function write(character: string) {
        KeyHand.write(character);
        root.isCapital = false;
    }

    height: root.isShown ? keys.height + 2 * Theme.m : 0
    visible: root.isShown
    color: Theme.surface
    onIsShownChanged: root.isCapital = root.isSigns = false

    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Keys on the screen")

    Rectangle {
        width: parent.width
        height: Theme.rule
        color: Theme.border
    }
    Column {
        id: keys

        x: root.margin
        y: Theme.m
        width: root.width - 2 * root.margin
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
        Flow {
            width: parent.width
            spacing: root.gap

            KeyButton {
                fontPx: Theme.supportPx
                text: root.isCapital ? qsTr("Small letters") : qsTr("Capital letter")
                visible: !root.isSigns
                onActivated: root.isCapital = !root.isCapital
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: root.isSigns ? qsTr("Letters", "keys") : qsTr("Other characters")
                onActivated: root.isSigns = !root.isSigns
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: qsTr("Space", "key")
                onActivated: KeyHand.write(" ")
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: qsTr("Delete last character")
                onActivated: KeyHand.eraseLast()
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: qsTr("Delete all")
                onActivated: KeyHand.eraseAll()
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: qsTr("Done", "key")
                onActivated: KeyHand.accept()
            }
            KeyButton {
                fontPx: Theme.supportPx
                text: qsTr("Hide the keys")
                onActivated: KeyHand.putAway()
            }
        }
    }
}
