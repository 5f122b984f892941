import QtQuick
import Kiosk
import Kiosk.Backend

// Why somebody is set aside; short, and nothing about health.
Column {
    id: root

    required property CaseAllocation work

    spacing: Theme.s
    onVisibleChanged: {
        if (root.visible)
            reason.focusField();
    }

    StaffText {
        width: parent.width
        text: qsTr("The person is proposed again in the next list. Write in a few words why. Write nothing about health.")
    }
    StaffField {
        id: reason

        width: parent.width
        label: qsTr("Reason", "of setting aside")
        value: root.work.reason
        longest: 200
        onWritten: text => root.work.writeReason(text)
        onAccepted: root.work.setAside()
    }
    StaffMessage {
        width: parent.width
        message: root.work.message
    }
    Row {
        spacing: Theme.s

        StaffButton {
            text: qsTr("Set aside")
            filled: true
            onActivated: root.work.setAside()
        }
        StaffButton {
            text: qsTr("Cancel")
            onActivated: root.work.cancelAside()
        }
    }
}
