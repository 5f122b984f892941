import QtQuick
import Kiosk
import Kiosk.Backend

// The day on which a letter was posted, or came back; days count from posting, never from printing.
EntryForm {
    id: root

    required property LetterEntry letters

    message: root.letters.message
    onOpened: day.focusField()
    onStored: root.letters.store()
    onCancelled: root.letters.cancel()

    StaffField {
        id: day

        width: root.innerWidth
        fieldWidth: Theme.px(40)
        label: root.letters.title
        value: root.letters.day
        longest: 10
        onWritten: text => root.letters.writeDay(text)
        onAccepted: root.letters.store()
    }
}
