import QtQuick
import Kiosk
import Kiosk.Backend

// Why a case must be kept; short, and nothing about health.
EntryForm {
    id: root

    required property CaseKeeping keeping

    framed: false
    message: root.keeping.message
    storeText: qsTr("Keep the case")
    onOpened: reason.focusField()
    onStored: root.keeping.hold()
    onCancelled: root.keeping.cancel()

    StaffText {
        width: root.innerWidth
        text: qsTr("Write in a few words why, for example a complaint or a supervision. Write nothing about health.")
    }
    StaffField {
        id: reason

        width: root.innerWidth
        label: qsTr("Reason", "of keeping a case")
        value: root.keeping.reason
        longest: 200
        onWritten: text => root.keeping.writeReason(text)
        onAccepted: root.keeping.hold()
    }
}
