pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The same frame for a provider, keeping, not choosing and thinking it over.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool twoColumns: !Theme.isLaptop && !Theme.isPortrait && !Theme.isExtraLarge && root.desk.answer.hasStrip
    readonly property int stripColumns: Theme.isLaptop && Theme.isLarge || Theme.isExtraLarge ? 1 : root.twoColumns ? 2 : 4

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 4
    title: root.desk.answer.title
    note: Theme.isCompact ? "" : root.desk.answer.note
    leadShown: root.twoColumns
    turnerX: root.twoColumns ? root.roomWidth - root.turnerWidth : 0
    forwardText: qsTr("To the top")
    forwardIcon: "arrow-up"
    forwardFilled: false
    forwardShown: root.turner.turnCount > 1
    backText: Theme.isCompact ? qsTr("All", "answers") : qsTr("All answers")
    backLeaves: true
    turnerWidth: root.twoColumns ? Math.round(root.roomWidth * 0.5) : root.roomWidth
    blockSpacing: 0
    onForward: root.turner.showFirst()
    onBack: root.desk.answer.leave()

    middle: Component {
        AnswerButton {
            isAnswer: root.desk.answer.isAnswer
            onActivated: root.desk.answer.toggle()
        }
    }

    MessageBar {
        width: root.turnerWidth
        message: root.desk.answer.message
        onCame: root.turner.showFirst()
    }
    DateRow {
        answer: root.desk.answer
        width: root.turnerWidth
    }
    ProviderHead {
        answer: root.desk.answer
        width: root.turnerWidth
        active: root.desk.answer.hasStrip && !root.twoColumns
    }
    ProviderTimes {
        answer: root.desk.answer
        columns: root.stripColumns
        width: root.turnerWidth
        active: root.desk.answer.hasStrip && !root.twoColumns
    }
    Repeater {
        model: root.desk.answer.facts

        FieldRow {
            width: root.turnerWidth
        }
    }
    OptionalText {
        width: root.turnerWidth
        support: true
        text: root.desk.answer.approval
        topPadding: Theme.m
    }

    lead: Component {
        Column {
            ProviderHead {
                answer: root.desk.answer
                width: root.leadWidth
            }
            ProviderTimes {
                answer: root.desk.answer
                columns: root.stripColumns
                width: root.leadWidth
            }
        }
    }
}
