import QtQuick
import Kiosk
import Kiosk.Backend

// The day on which a provider begins, as it was agreed on with the person.
Rectangle {
    id: root

    required property AgreementEntry agreement

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

        StaffText {
            width: parent.width
            text: qsTr("Agree on the date with the person. The one who helps now goes on until then.")
        }
        StaffField {
            id: day

            width: parent.width
            fieldWidth: Theme.px(40)
            label: root.agreement.title
            value: root.agreement.day
            longest: 10
            onWritten: text => root.agreement.writeDay(text)
            onAccepted: text => root.agreement.store(text)
        }
        StaffMessage {
            width: parent.width
            message: root.agreement.message
        }
        Row {
            spacing: Theme.s

            StaffButton {
                text: qsTr("Store", "short")
                filled: true
                onActivated: root.agreement.store(day.text)
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.agreement.cancel()
            }
        }
    }
}
