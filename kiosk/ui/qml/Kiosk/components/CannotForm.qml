import QtQuick
import Kiosk
import Kiosk.Backend

// The reference of a decision that exists; the program itself judges nobody.
EntryForm {
    id: root

    required property CannotEntry cannot

    message: root.cannot.message
    onOpened: reference.focusField()
    onStored: root.cannot.store(reference.text)
    onCancelled: root.cannot.cancel()

    StaffText {
        width: root.innerWidth
        text: qsTr("Only where a decision exists that the person cannot choose, even with support. Write its reference. Write nothing about health.")
    }
    StaffField {
        id: reference

        width: root.innerWidth
        fieldWidth: Theme.px(90)
        label: qsTr("Reference of the decision")
        value: root.cannot.reference
        longest: 80
        onWritten: text => root.cannot.writeReference(text)
        onAccepted: text => root.cannot.store(text)
    }
}
