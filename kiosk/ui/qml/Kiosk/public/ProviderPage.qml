pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// One provider in full, for somebody who reads and does not decide here.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool twoColumns: !Theme.isLaptop && !Theme.isPortrait && !Theme.isExtraLarge && root.desk.strangers.provider.hasStrip
    readonly property int stripColumns: Theme.isLaptop && Theme.isLarge || Theme.isExtraLarge ? 1 : root.twoColumns ? 2 : 4

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 6
    title: root.desk.strangers.provider.title
    note: Theme.isCompact ? "" : root.desk.strangers.provider.note
    leadShown: root.twoColumns
    turnerX: root.twoColumns ? root.roomWidth - root.turnerWidth : 0
    forwardText: qsTr("To the top")
    forwardIcon: "arrow-up"
    forwardFilled: false
    forwardShown: root.turner.turnCount > 1
    backText: Theme.isCompact ? qsTr("All", "providers") : qsTr("All providers", "button")
    backLeaves: true
    turnerWidth: root.twoColumns ? Math.round(root.roomWidth * 0.5) : root.roomWidth
    blockSpacing: 0
    onForward: root.turner.showFirst()
    onBack: root.desk.strangers.provider.leave()

    ProviderHead {
        answer: root.desk.strangers.provider
        width: root.turnerWidth
        active: root.desk.strangers.provider.hasStrip && !root.twoColumns
    }
    ProviderTimes {
        answer: root.desk.strangers.provider
        columns: root.stripColumns
        width: root.turnerWidth
        active: root.desk.strangers.provider.hasStrip && !root.twoColumns
    }
    Repeater {
        model: root.desk.strangers.provider.facts

        FieldRow {
            width: root.turnerWidth
        }
    }
    OptionalText {
        width: root.turnerWidth
        support: true
        text: root.desk.strangers.provider.approval
        topPadding: Theme.m
    }

    lead: Component {
        Column {
            ProviderHead {
                answer: root.desk.strangers.provider
                width: root.leadWidth
            }
            ProviderTimes {
                answer: root.desk.strangers.provider
                columns: root.stripColumns
                width: root.leadWidth
            }
        }
    }
}
