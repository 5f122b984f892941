pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What the case system does not have yet, and a run that puts it into a folder.
StaffPage {
    id: root

    readonly property CaseDelivery work: root.desk.staff.delivery

    title: qsTr("Deliver to the case system")
    line: qsTr("Notes, receipts and lists for the providers are put into a new folder. Deliver only to a place that others cannot read.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Column {
        width: Math.min(root.roomWidth, Theme.px(170))
        spacing: Theme.l

        StaffText {
            width: parent.width
            text: root.work.waitingText
        }
        StaffField {
            id: folder

            width: parent.width
            label: qsTr("Folder", "of a file")
            value: root.work.suggestedFolder
            longest: 1000
        }
        StaffPrimary {
            text: qsTr("Deliver", "button")
            visible: root.work.canStart
            onActivated: root.work.deliver(folder.text)
        }
        StaffText {
            width: parent.width
            text: root.work.progress
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("Cancel")
            visible: root.work.progress !== ""
            onActivated: root.work.cancel()
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        ProblemList {
            width: parent.width
            title: qsTr("Not delivered yet", "heading")
            problems: root.work.waiting
        }
    }
}
