import QtQuick
import Kiosk
import Kiosk.Backend

// The reference of a decision that exists; the program itself judges nobody.
Rectangle {
    id: root

    required property CannotEntry cannot

    implicitHeight: stack.implicitHeight + 2 * Theme.m
    height: implicitHeight
    color: Theme.page
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: Theme.border
    onVisibleChanged: {
        if (root.visible)
            reference.focusField();
    }

    Column {
        id: stack

        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * x
        spacing: Theme.s

        StaffText {
            width: parent.width
            text: qsTr("Only where a decision exists that the person cannot choose, even with support. Write its reference. Write nothing about health.")
        }
        StaffField {
            id: reference

            width: parent.width
            fieldWidth: Theme.px(90)
            label: qsTr("Reference of the decision")
            value: root.cannot.reference
            longest: 80
            onWritten: text => root.cannot.writeReference(text)
            onAccepted: text => root.cannot.store(text)
        }
        StaffMessage {
            width: parent.width
            message: root.cannot.message
        }
        Row {
            spacing: Theme.s

            StaffButton {
                text: qsTr("Store", "short")
                filled: true
                onActivated: root.cannot.store(reference.text)
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.cannot.cancel()
            }
        }
    }
}
