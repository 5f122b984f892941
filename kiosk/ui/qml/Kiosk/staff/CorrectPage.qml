pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What was recorded wrongly, beside what is right; the wrong one stays in the history.
StaffPage {
    id: root

    readonly property CorrectEntry entry: root.desk.staff.correct
    readonly property bool isDone: root.entry.doneText !== ""

    title: qsTr("Correct what is recorded")
    line: root.entry.line
    backText: root.isDone ? "" : qsTr("To the case, without storing")
    onBack: root.entry.leave()
    onIsDoneChanged: root.focusTitle()

    Column {
        id: left

        width: Math.round(root.roomWidth * 0.56)
        spacing: Theme.m
        // What is not shown must not make the page long.
        height: root.isDone ? 0 : implicitHeight
        visible: !root.isDone

        StaffOptions {
            width: parent.width
            label: qsTr("Which receipt?")
            options: root.entry.receipts
            visible: root.entry.hasSeveral
            onPicked: key => root.entry.pickReceipt(key)
        }
        Repeater {
            model: root.entry.services

            CorrectionPanel {
                required property string key
                required property string name

                width: left.width
                title: name
                options: root.entry.optionsOf(key)
                onPicked: answer => root.entry.pick(key, answer)
            }
        }
        DeciderPanel {
            width: parent.width
            label: qsTr("Who decided?")
            who: root.entry.who
            visible: root.entry.asksWho
        }
    }
    Column {
        anchors.right: parent.right
        width: Math.round(root.roomWidth * 0.405)
        spacing: Theme.m
        // What is not shown must not make the page long.
        height: root.isDone ? 0 : implicitHeight
        visible: !root.isDone

        StaffText {
            width: parent.width
            text: qsTr("Correct only what was recorded wrongly. A person who has changed their mind chooses anew instead.")
        }
        StaffText {
            width: parent.width
            text: qsTr("The wrong answer stays in the history, with your name and the reason. What holds is what held on the day it was received, and dates are counted from that day.")
        }
        StaffField {
            width: parent.width
            fieldWidth: Theme.px(48)
            label: qsTr("When was the answer received?")
            value: root.entry.day
            longest: 12
            onWritten: text => root.entry.writeDay(text)
        }
        StaffSupport {
            width: parent.width
            text: root.entry.doubts
            visible: root.entry.doubts !== ""
        }
        StaffArea {
            width: parent.width
            label: qsTr("What was recorded wrongly?")
            note: qsTr("In a few words. Write nothing about health.")
            value: root.entry.reason
            longest: root.entry.longest
            lineCount: 2
            onWritten: text => root.entry.writeReason(text)
        }
        StaffMessage {
            width: parent.width
            message: root.entry.message
        }
        StaffPrimary {
            width: parent.width
            text: qsTr("Store the correction")
            iconName: "checkmark"
            onActivated: root.entry.store()
        }
        StaffButton {
            width: parent.width
            text: qsTr("Cancel")
            onActivated: root.entry.leave()
        }
    }
    StoredPanel {
        width: Math.round(root.roomWidth * 0.62)
        text: root.entry.doneText
        visible: root.isDone
        onPrintAsked: root.entry.printReceipt()
        onClosed: root.entry.leave()
    }
}
