pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The second step: that it cannot be undone, where the statement goes, and the own code.
Column {
    id: root

    required property CaseDisposal work

    spacing: Theme.l
    height: root.visible ? implicitHeight : 0

    StaffMessage {
        width: parent.width
        message: qsTr("This cannot be undone. Everything that is stored about these cases becomes unreadable for good.")
    }
    Column {
        width: parent.width
        spacing: Theme.xs

        Repeater {
            model: root.work.choice.counts

            StaffText {
                required text

                width: parent.width
            }
        }
    }
    StaffField {
        width: parent.width
        label: qsTr("Folder for the statement of disposal")
        value: root.work.statements.folder
        longest: 1000
        onWritten: text => root.work.statements.writeFolder(text)
    }
    StaffField {
        id: code

        width: parent.width
        fieldWidth: Theme.px(70)
        label: qsTr("Your code")
        masked: true
        longest: 64
        onAccepted: text => root.work.dispose(text)
    }
    StaffMessage {
        width: parent.width
        message: root.work.message
    }
    Row {
        spacing: Theme.s

        StaffPrimary {
            text: qsTr("Delete for good")
            onActivated: root.work.dispose(code.text)
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("Cancel")
            onActivated: root.work.goBack()
        }
    }
    Connections {
        target: root.work

        function onCodeCleared() {
            code.clear();
        }
    }
}
