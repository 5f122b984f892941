pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What the rules let go, then the approval with the own code; nothing goes without both.
StaffPage {
    id: root

    readonly property CaseDisposal work: root.desk.staff.disposal
    readonly property bool isConfirming: root.work.step === "confirm"

    title: root.isConfirming ? root.work.choice.question : qsTr("Disposal")
    line: root.isConfirming ? "" : qsTr("Cases that can be deleted by the municipality's rules. Nothing is deleted before you approve it.")
    tab: "office"
    backText: root.isConfirming ? qsTr("Back to the list") : qsTr("All tasks")
    onBack: root.isConfirming ? root.work.goBack() : root.work.leave()
    onIsConfirmingChanged: root.focusTitle()

    Column {
        width: Math.min(root.roomWidth, Theme.px(190))
        spacing: Theme.l
        // What is not shown must not make the page long.
        height: root.isConfirming ? 0 : implicitHeight
        visible: !root.isConfirming

        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText === "" ? "" : [root.work.doneText, root.work.statements.doneText].join(" ").trim()
        }
        StaffMessage {
            width: parent.width
            message: root.work.doneText === "" ? "" : root.work.statements.message
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
        DueList {
            width: parent.width
            choice: root.work.choice
            visible: root.work.step === "list"
            onGoOn: root.work.goOn()
        }
        StatementsPanel {
            width: parent.width
            statements: root.work.statements
            told: root.work.doneText === ""
            onAsked: key => root.work.writeAgain(key)
        }
    }
    ApprovalPanel {
        width: Math.min(root.roomWidth, Theme.px(170))
        work: root.work
        visible: root.isConfirming
    }
}
