pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The record and its keys to two places, while people go on working.
StaffPage {
    id: root

    readonly property RecordBackup work: root.desk.staff.backup

    title: qsTr("Backup")
    line: qsTr("The record and its keys are backed up apart, so that whoever finds one of the two can do nothing with it. Keep them in different places.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Column {
        width: Math.min(root.roomWidth, Theme.px(170))
        spacing: Theme.l

        StaffField {
            id: folder

            width: parent.width
            label: qsTr("New folder for the record")
            value: root.work.suggestedFolder
            longest: 1000
        }
        StaffButton {
            text: qsTr("Back up the record")
            onActivated: root.work.backUp(folder.text)
        }
        StaffField {
            id: file

            width: parent.width
            label: qsTr("New file for the keys")
            value: root.work.suggestedFile
            longest: 1000
        }
        StaffButton {
            text: qsTr("Back up the keys")
            onActivated: root.work.backUpKeys(file.text)
        }
        StaffText {
            width: parent.width
            text: qsTr("Writing the backup …")
            visible: root.work.isBusy
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
    }
}
