pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// First a preview; nothing is stored until it is confirmed.
StaffPage {
    id: root

    readonly property CaseImport work: root.desk.staff.caseImport

    readonly property string step: root.work.step

    title: root.step === "columns" ? qsTr("Explain the columns") : qsTr("Import case list")
    line: root.work.fileName === "" ? qsTr("Choose a spreadsheet (XLSX, ODS) or CSV file from the case system. Nothing is stored before you have seen what it changes.") : root.work.fileName
    backText: qsTr("All cases")
    onBack: root.work.leave()
    onStepChanged: {
        if (root.step !== "busy")
            root.focusTitle();
    }

    Column {
        width: Math.round(root.roomWidth * 0.72)
        spacing: Theme.m

        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        FileList {
            width: parent.width
            picker: root.work.picker
            visible: root.work.step === "pick"
        }
        Column {
            width: parent.width
            spacing: Theme.m
            visible: root.work.step === "busy"

            StaffText {
                width: parent.width
                text: root.work.progress
            }
            StaffButton {
                text: qsTr("Cancel")
                visible: root.work.canCancel
                onActivated: root.work.cancel()
            }
        }
        Column {
            width: parent.width
            spacing: Theme.m
            visible: root.work.step === "sheet"

            StaffOptions {
                width: parent.width
                label: qsTr("Which sheet is the case list?")
                options: root.work.sheets
                onPicked: key => root.work.pickSheet(key)
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.work.cancel()
            }
        }
        HeadingsPanel {
            width: parent.width
            work: root.work
            visible: root.work.step === "columns"
        }
        ImportPreviewPanel {
            width: parent.width
            work: root.work
            visible: root.work.step === "preview"
        }
        Column {
            width: parent.width
            spacing: Theme.m
            visible: root.work.step === "done"

            StaffMessage {
                width: parent.width
                calm: true
                iconName: "checkmark"
                message: root.work.doneText
            }
            StaffPrimary {
                text: qsTr("To the cases")
                iconName: "arrow-right"
                iconOnRight: true
                onActivated: root.work.leave()
            }
        }
    }
}
