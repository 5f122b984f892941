pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Only those who …: facts that can be asked for together. Nothing is picked at entry.
CitizenPage {
    id: root

    required property Narrowing work

    readonly property string shownText: root.work.shownCount > 0 ? qsTr("Show %1 of %2").arg(root.work.shownCount).arg(root.work.count) : qsTr("Show", "providers")
    // Whoever has asked for something need not turn to the end of the page.
    readonly property bool showsAsked: root.work.isAsked && root.turner.hasMore

    title: qsTr("Which providers do you want to see?")
    note: root.work.note
    backText: qsTr("Back", "backward")
    backLeaves: true
    forwardFilled: false
    forwardIcon: ""
    forwardText: root.shownText
    blockSpacing: Theme.px(Theme.isLaptop ? 4 : 6)
    turner.columns: Theme.isExtraLarge || Theme.isPortrait || Theme.isLaptop && Theme.isLarge ? 2 : 3
    onForward: root.work.show()
    onBack: root.work.leave()
    onNoteChanged: root.say(root.note)

    middle: Component {
        KioskButton {
            text: root.showsAsked ? root.shownText : qsTr("Show all", "providers")
            onActivated: root.showsAsked ? root.work.show() : root.work.showAll()
        }
    }

    MessageBar {
        width: root.roomWidth
        message: root.work.message
        onCame: root.turner.showFirst()
    }
    OptionalText {
        width: root.roomWidth
        text: qsTr("Tap what you want to ask for. Those who have not told are shown too.")
    }
    OptionalText {
        readonly property bool keepsNext: true

        width: root.roomWidth
        heading: true
        text: languages.count > 0 ? qsTr("They speak") : ""
    }
    Repeater {
        id: languages

        model: root.work.languages

        WishCard {}
    }
    OptionalText {
        readonly property bool keepsNext: true

        width: root.roomWidth
        heading: true
        text: times.count > 0 ? qsTr("They come") : ""
    }
    Repeater {
        id: times

        model: root.work.times

        WishCard {}
    }
    OptionalText {
        readonly property bool keepsNext: true

        width: root.roomWidth
        heading: true
        text: others.count > 0 ? qsTr("About the provider") : ""
    }
    Repeater {
        id: others

        model: root.work.others

        WishCard {}
    }

    component WishCard: PickCard {
        required property string key
        readonly property bool isCell: true

        height: implicitHeight
        onActivated: root.work.toggle(key)
    }
}
