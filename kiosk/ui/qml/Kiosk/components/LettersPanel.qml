pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Letters to a person who has not chosen, and what the rule shall know; nothing here decides anything.
StaffPanel {
    id: root

    required property LetterEntry letters
    required property CaseLetters printing
    required property WishesEntry wishes

    readonly property bool isEntering: root.letters.act !== ""

    title: qsTr("Letters and the rule")
    // The form takes the focus with it when it closes; the heading's first button is shown a moment later.
    onIsEnteringChanged: if (!root.isEntering)
        Qt.callLater(buttons.focusFirst)

    Column {
        width: root.innerWidth
        spacing: Theme.xs

        Repeater {
            model: root.letters.lines

            StaffText {
                required text

                width: root.innerWidth
            }
        }
    }
    Flow {
        id: buttons

        function focusFirst() {
            if (acts.count > 0 && root.letters.isAllowed)
                acts.itemAt(0).forceActiveFocus(Qt.OtherFocusReason);
        }

        width: root.innerWidth
        spacing: Theme.s
        visible: root.letters.isAllowed && !root.isEntering

        Repeater {
            id: acts

            model: root.letters.acts

            StaffButton {
                required property string key
                required property string name

                text: name
                onActivated: root.letters.begin(key)
            }
        }
    }
    LetterForm {
        width: root.innerWidth
        letters: root.letters
        visible: root.isEntering
    }
    StaffText {
        width: root.innerWidth
        text: root.printing.note
        visible: !root.isEntering && text !== ""
    }
    Flow {
        width: root.innerWidth
        spacing: Theme.s
        visible: !root.isEntering && printable.count > 0

        Repeater {
            id: printable

            model: root.printing.letters

            StaffButton {
                required property string key
                required property string name

                text: name
                iconName: "printer"
                onActivated: root.printing.print(key)
            }
        }
    }
    Repeater {
        model: root.wishes.services

        WishesRow {
            width: root.innerWidth
            wishes: root.wishes
        }
    }
}
