import QtQuick
import Kiosk
import Kiosk.Backend

// Whoever wipes the screen needs no record for it, only the machine's cleaning code (access O12).
Column {
    id: root

    required property Maintenance work

    spacing: Theme.m
    visible: root.work.hasCleaningCode

    StaffText {
        width: parent.width
        strong: true
        text: qsTr("Are you only here to clean the screen?")
    }
    StaffField {
        id: code

        width: parent.width
        label: qsTr("Cleaning code")
        masked: true
        longest: 12
        onAccepted: text => root.work.cleanWith(text)
    }
    StaffMessage {
        width: parent.width
        message: root.work.cleaningMessage
        onMessageChanged: code.clear()
    }
    StaffButton {
        text: qsTr("Clean the screen")
        onActivated: root.work.cleanWith(code.text)
    }
}
