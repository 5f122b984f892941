import QtQuick
import Kiosk
import Kiosk.Backend

// The day on which a provider begins, as it was agreed on with the person.
EntryForm {
    id: root

    required property AgreementEntry agreement

    message: root.agreement.message
    onOpened: day.focusField()
    onStored: root.agreement.store(day.text)
    onCancelled: root.agreement.cancel()

    StaffText {
        width: root.innerWidth
        text: qsTr("Agree on the date with the person. The one who helps now goes on until then.")
    }
    StaffField {
        id: day

        width: root.innerWidth
        fieldWidth: Theme.px(40)
        label: root.agreement.title
        value: root.agreement.day
        longest: 10
        onWritten: text => root.agreement.writeDay(text)
        onAccepted: text => root.agreement.store(text)
    }
}
