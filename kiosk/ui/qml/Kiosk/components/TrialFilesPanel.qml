import QtQuick
import Kiosk
import Kiosk.Backend

// The result as files, for whoever votes on the rule.
StaffPanel {
    id: root

    required property TrialFiles saved

    title: qsTr("Save what came out")

    StaffField {
        width: root.innerWidth
        label: qsTr("Folder", "of a file")
        value: root.saved.folder
        longest: 1000
        onWritten: text => root.saved.writeFolder(text)
    }
    Flow {
        width: root.innerWidth
        spacing: Theme.s

        StaffButton {
            text: qsTr("Save the report (PDF)")
            onActivated: root.saved.saveReport()
        }
        StaffButton {
            text: qsTr("Save the tables for a spreadsheet (CSV)")
            onActivated: root.saved.saveTables()
        }
    }
    StaffMessage {
        width: root.innerWidth
        message: root.saved.message
    }
    StaffMessage {
        width: root.innerWidth
        calm: true
        iconName: "checkmark"
        message: root.saved.doneText
    }
}
