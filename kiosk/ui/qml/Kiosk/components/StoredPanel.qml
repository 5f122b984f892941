import QtQuick
import Kiosk

// After storing: that it is done, and the receipt.
Column {
    id: root

    required property string text
    property bool hasReceipt: true

    signal printAsked
    signal closed

    spacing: Theme.l

    StaffMessage {
        width: parent.width
        calm: true
        iconName: "checkmark"
        message: root.text
    }
    Row {
        spacing: Theme.s

        StaffPrimary {
            text: qsTr("Print receipt")
            iconName: "receipt"
            visible: root.hasReceipt
            onActivated: root.printAsked()
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("To the case")
            onActivated: root.closed()
        }
    }
}
