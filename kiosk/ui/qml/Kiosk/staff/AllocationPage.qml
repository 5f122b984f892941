pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Those who have not chosen: first who waits for what, then what the rule proposes.
StaffPage {
    id: root

    readonly property CaseAllocation work: root.desk.staff.allocation
    // The list stays while something of it is being stored, and the focus with it.
    readonly property bool isList: root.work.step === "list" || root.work.step === "storing"
    readonly property bool isLeaving: root.work.isLeaving

    title: root.isList ? qsTr("Proposals by the rule") : qsTr("Allocation of those who did not choose")
    line: root.isList ? root.work.proposals.basisText : qsTr("The program proposes. Nobody gets a provider before you confirm it.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()
    onIsListChanged: root.focusTitle()
    onIsLeavingChanged: if (!root.isLeaving)
        root.focusTitle()

    Column {
        width: root.roomWidth
        spacing: Theme.l

        LeaveQuestion {
            width: parent.width
            work: root.work
            visible: root.work.isLeaving
        }
        StaffMessage {
            width: parent.width
            message: root.work.isSettingAside && !root.work.canPropose ? "" : root.work.message
        }
        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        StaffText {
            width: parent.width
            text: root.work.progress
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("Cancel")
            visible: root.work.canCancel
            onActivated: root.work.cancel()
        }
        WorkPanel {
            width: parent.width
            work: root.work.work
            canPropose: root.work.canPropose
            visible: root.work.step === "work" && root.work.work.isKnown
            onProposeAsked: root.work.propose()
        }
        ProposalPanel {
            width: parent.width
            work: root.work
            room: root.roomHeight - y - Theme.px(2.2) - root.bottomSpace
            visible: root.isList
            onEmptied: root.focusTitle()
        }
    }
}
