import QtQuick
import Kiosk
import Kiosk.Backend

// The day on which a letter was posted, or came back; days count from posting, never from printing.
Rectangle {
    id: root

    required property LetterEntry letters

    implicitHeight: stack.implicitHeight + 2 * Theme.m
    height: implicitHeight
    color: Theme.page
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: Theme.border
    onVisibleChanged: {
        if (root.visible)
            day.focusField();
    }

    Column {
        id: stack

        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * x
        spacing: Theme.s

        StaffField {
            id: day

            width: parent.width
            fieldWidth: Theme.px(40)
            label: root.letters.title
            value: root.letters.day
            longest: 10
            onWritten: text => root.letters.writeDay(text)
            onAccepted: root.letters.store()
        }
        StaffMessage {
            width: parent.width
            message: root.letters.message
        }
        Row {
            spacing: Theme.s

            StaffButton {
                text: qsTr("Store", "short")
                filled: true
                onActivated: root.letters.store()
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.letters.cancel()
            }
        }
    }
}
