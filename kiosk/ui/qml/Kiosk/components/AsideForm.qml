import QtQuick
import Kiosk
import Kiosk.Backend

// Why somebody is set aside; short, and nothing about health.
EntryForm {
    id: root

    required property CaseAllocation work

    framed: false
    message: root.work.message
    storeText: qsTr("Set aside")
    onOpened: reason.focusField()
    onStored: root.work.setAside()
    onCancelled: root.work.cancelAside()

    StaffText {
        width: root.innerWidth
        text: qsTr("The person is proposed again in the next list. Write in a few words why. Write nothing about health.")
    }
    StaffField {
        id: reason

        width: root.innerWidth
        label: qsTr("Reason", "of setting aside")
        value: root.work.reason
        longest: 200
        onWritten: text => root.work.writeReason(text)
        onAccepted: root.work.setAside()
    }
}
