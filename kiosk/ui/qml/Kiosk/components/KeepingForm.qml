import QtQuick
import Kiosk
import Kiosk.Backend

// Why a case must be kept; short, and nothing about health.
Column {
    id: root

    required property CaseKeeping keeping

    spacing: Theme.s
    onVisibleChanged: {
        if (root.visible)
            reason.focusField();
    }

    StaffText {
        width: parent.width
        text: qsTr("Write in a few words why, for example a complaint or a supervision. Write nothing about health.")
    }
    StaffField {
        id: reason

        width: parent.width
        label: qsTr("Reason", "of keeping a case")
        value: root.keeping.reason
        longest: 200
        onWritten: text => root.keeping.writeReason(text)
        onAccepted: root.keeping.hold()
    }
    StaffMessage {
        width: parent.width
        message: root.keeping.message
    }
    Row {
        spacing: Theme.s

        StaffButton {
            text: qsTr("Keep the case")
            filled: true
            onActivated: root.keeping.hold()
        }
        StaffButton {
            text: qsTr("Cancel")
            onActivated: root.keeping.cancel()
        }
    }
}
