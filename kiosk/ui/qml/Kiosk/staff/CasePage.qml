pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// One case: services and history on the left, what can be done and the dealt order on the right.
StaffPage {
    id: root

    readonly property CaseDetails details: root.desk.staff.case

    title: root.details.name
    line: root.details.line
    backText: qsTr("All cases")
    onBack: root.desk.staff.actions.leave()

    Column {
        id: left

        width: Math.round(root.roomWidth * 0.6)
        spacing: Theme.m

        StaffMessage {
            width: parent.width
            message: root.details.notice
        }
        ServicesPanel {
            width: parent.width
            details: root.details
            cannot: root.desk.staff.cannot
            agreement: root.desk.staff.agreement
        }
        LettersPanel {
            width: parent.width
            letters: root.desk.staff.letters
            printing: root.desk.staff.caseLetters
            wishes: root.desk.staff.wishes
        }
        HistoryPanel {
            width: parent.width
            details: root.details
        }
    }
    Column {
        anchors.right: parent.right
        width: root.roomWidth - left.width - Theme.m
        spacing: Theme.m

        VisitPanel {
            width: parent.width
            details: root.details
            actions: root.desk.staff.actions
        }
        KeepingPanel {
            width: parent.width
            keeping: root.desk.staff.keeping
            actions: root.desk.staff.actions
        }
        OrderPanel {
            width: parent.width
            details: root.details
        }
    }
}
