pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The note that information was given and understood; without it the visit stays unfinished.
StaffPage {
    id: root

    readonly property InformationNote note: root.desk.staff.note

    title: qsTr("Note from the visit")
    line: root.note.visit
    backText: root.note.offersTalk ? "" : qsTr("To the case, without a note")
    onBack: root.note.leave()

    Column {
        width: Math.round(root.roomWidth * 0.62)
        spacing: Theme.m
        visible: !root.note.offersTalk

        StaffText {
            width: parent.width
            text: qsTr("The answers are stored. The note says whether the information was given and understood. It finishes the visit.")
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Was the information understood?")
            options: root.note.options
            onPicked: key => root.note.pick(key)
        }
        StaffArea {
            width: parent.width
            label: qsTr("How did you make sure?")
            note: qsTr("In a few words, for example: told in own words. Write nothing about health.")
            value: root.note.how
            lineCount: 2
            onWritten: text => root.note.writeHow(text)
        }
        StaffField {
            width: parent.width
            fieldWidth: Theme.px(90)
            label: qsTr("Language of the interpreter, if one took part")
            value: root.note.interpreter
            longest: 40
            onWritten: text => root.note.writeInterpreter(text)
        }
        StaffMessage {
            width: parent.width
            message: root.note.message
        }
        Row {
            spacing: Theme.s

            StaffPrimary {
                text: qsTr("Store the note")
                iconName: "checkmark"
                onActivated: root.note.store()
            }
            StaffButton {
                minHeight: Theme.staffPrimary
                text: qsTr("Later")
                onActivated: root.note.leave()
            }
        }
    }
    Column {
        width: Math.round(root.roomWidth * 0.62)
        spacing: Theme.l
        visible: root.note.offersTalk

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "information"
            message: qsTr("The note is stored. The information may not have been understood. Offer a new conversation, now or another day. The answers hold until they are changed.")
        }
        Row {
            spacing: Theme.s

            StaffPrimary {
                text: qsTr("New conversation now")
                iconName: "arrow-right"
                iconOnRight: true
                onActivated: root.note.talkAgain()
            }
            StaffButton {
                minHeight: Theme.staffPrimary
                text: qsTr("To the case")
                onActivated: root.note.leave()
            }
        }
    }
}
