import QtQuick
import Kiosk
import Kiosk.Backend

// What can be done with a case; what is not possible is explained in its place.
StaffPanel {
    id: root

    required property CaseDetails details
    required property CaseActions actions

    title: qsTr("Visit", "heading")

    StaffText {
        width: root.innerWidth
        text: root.actions.whyNoVisit
        visible: text !== ""
    }
    StaffMessage {
        width: root.innerWidth
        message: root.actions.missingNote
        iconName: "pencil"
    }
    StaffPrimary {
        width: root.innerWidth
        text: qsTr("Write the note")
        iconName: "pencil"
        visible: root.actions.missingNote !== ""
        onActivated: root.actions.writeNote()
    }
    StaffPrimary {
        width: root.innerWidth
        text: root.actions.handOverText
        iconName: "arrow-right"
        iconOnRight: true
        filled: root.actions.missingNote === ""
        visible: root.actions.canHandOver
        onActivated: root.actions.handOver()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Print brochure")
        iconName: "printer"
        visible: root.actions.canHandOver
        onActivated: root.actions.printBrochure()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Enter an answer on paper")
        iconName: "pencil"
        visible: root.actions.canEnterPaper
        onActivated: root.actions.enterPaper()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Print receipt")
        iconName: "receipt"
        visible: root.actions.hasReceipt
        onActivated: root.actions.printReceipt()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Take the answer back")
        iconName: "arrow-left"
        visible: root.actions.canWithdraw
        onActivated: root.actions.withdraw()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Correct what is recorded")
        iconName: "pencil"
        visible: root.actions.canCorrect
        onActivated: root.actions.correct()
    }
}
