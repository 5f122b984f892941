pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The brochure for what was read about, on paper; whoever wants it does not say who they are.
CitizenPage {
    id: root

    required property Desk desk

    readonly property PublicBrochure brochure: root.desk.strangers.brochure
    readonly property bool hasBegun: root.brochure.isBusy || root.brochure.text !== ""

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 7
    title: qsTr("Print the brochure")
    backLeaves: true
    forwardText: root.brochure.isBusy ? qsTr("Please wait …") : qsTr("Print", "button")
    forwardIcon: "printer"
    forwardFilled: !root.hasBegun
    forwardShown: root.brochure.isBusy || root.brochure.canPrint
    blockSpacing: Theme.px(5)
    middle: root.brochure.canStop ? stopping : null
    onForward: root.brochure.start()
    onBack: root.brochure.leave()

    Component {
        id: stopping

        KioskButton {
            text: qsTr("Stop the printing")
            onActivated: root.brochure.stop()
        }
    }
    MessageBar {
        width: root.roomWidth
        message: root.brochure.message
        onCame: root.turner.showFirst()
    }
    SpokenText {
        width: root.roomWidth
        text: root.brochure.text
        onTextChanged: if (root.brochure.text !== "")
            root.turner.showFirst()
    }
    OptionalText {
        width: root.roomWidth
        text: root.brochure.isBusy ? qsTr("If you end before the brochure is printed, the printing stops.") : ""
    }
    OptionalText {
        width: root.roomWidth
        text: !root.hasBegun ? qsTr("The brochure says the same as this screen, and shows the providers in the same order. It does not say who you are.") : ""
    }
    OptionRow {
        id: editions

        label: qsTr("Letters on the paper")
        options: root.brochure.editions
        onPicked: key => root.brochure.pickEdition(key)
    }
    OptionalText {
        width: root.roomWidth
        text: root.brochure.languageNote
    }
    Loader {
        active: root.brochure.languageNote !== ""
        width: root.roomWidth

        sourceComponent: OptionRow {
            widestCaption: Math.max(editions.captionWidth, captionWidth)
            label: qsTr("Language", "heading")
            options: root.brochure.languages
            onPicked: key => root.brochure.pickLanguage(key)
        }
    }
    // Last, so that nothing moves when it is known.
    OptionalText {
        width: root.roomWidth
        text: root.desk.strangers.sheets.text
        onTextChanged: root.say(text)
    }
}
