pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The exit that is picked: how far it has come, whom it concerns, and what can be done.
Column {
    id: root

    required property ExitWork work

    readonly property ExitDetails details: root.work.details

    spacing: Theme.l

    LinesPanel {
        width: parent.width
        title: root.details.title
        lines: root.details.lines
    }
    StaffMessage {
        width: parent.width
        message: root.details.unseenText
    }
    StaffButton {
        text: qsTr("Name who helps them")
        visible: root.details.unseenText !== ""
        onActivated: root.work.followUp()
    }
    PickList {
        width: parent.width
        title: qsTr("Whom it concerns")
        options: root.details.people
        onPicked: key => root.details.pick(key)
    }
    StaffText {
        width: parent.width
        text: root.details.pickedName
        strong: true
        visible: text !== ""
    }
    StaffButton {
        text: qsTr("Print the letter")
        iconName: "printer"
        visible: root.details.hasLetter
        onActivated: root.work.printLetter()
    }
    StaffButton {
        text: qsTr("The provider goes on after all …")
        visible: root.details.isStanding && !root.work.callingOff.isOpen
        onActivated: root.work.callingOff.open()
    }
    ProblemList {
        width: parent.width
        title: qsTr("Room with the others")
        problems: root.details.rooms
    }
    EntryForm {
        id: entry

        width: parent.width
        visible: root.work.callingOff.isOpen
        message: root.work.message
        storeText: qsTr("Call it off")
        onOpened: reason.focusField()
        onStored: root.work.callOff()
        onCancelled: root.work.callingOff.close()

        StaffText {
            width: entry.innerWidth
            text: qsTr("Everybody keeps the provider, unless they have chosen another. Write in a few words why it goes on, and nothing about persons.")
        }
        StaffField {
            id: reason

            width: entry.innerWidth
            label: qsTr("Reason", "of calling off")
            value: root.work.callingOff.reason
            longest: 200
            onWritten: text => root.work.callingOff.write(text)
            onAccepted: root.work.callOff()
        }
    }
}
