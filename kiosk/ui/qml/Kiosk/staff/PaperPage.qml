pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// An answer that came on paper: what stands there, when it came, and who signed.
StaffPage {
    id: root

    readonly property PaperEntry entry: root.desk.staff.paper
    readonly property bool isDone: root.entry.doneText !== ""

    title: qsTr("An answer on paper")
    line: root.entry.line
    tab: root.entry.isOfPile ? "office" : "cases"
    backText: root.isDone ? "" : root.entry.isOfPile ? qsTr("To the next slip, without storing") : qsTr("To the case, without storing")
    onBack: root.entry.leave()
    onIsDoneChanged: root.focusTitle()

    StaffMessage {
        id: notice

        width: root.roomWidth
        height: visible ? implicitHeight : 0
        message: root.isDone ? "" : root.entry.notice
    }
    Column {
        id: left

        anchors.top: notice.bottom
        anchors.topMargin: notice.visible ? Theme.m : 0
        width: Math.round(root.roomWidth * 0.56)
        spacing: Theme.m
        // What is not shown must not make the page long.
        height: root.isDone ? 0 : implicitHeight
        visible: !root.isDone

        Repeater {
            model: root.entry.services

            StaffPanel {
                id: service

                required property string key
                required property string name

                width: left.width
                title: service.name

                StaffOptions {
                    width: service.innerWidth
                    label: qsTr("What stands on the paper?")
                    headingShown: false
                    options: root.entry.optionsOf(service.key)
                    onPicked: answer => root.entry.pick(service.key, answer)
                }
            }
        }
        DeciderPanel {
            width: parent.width
            label: qsTr("Who signed?")
            who: root.entry.who
        }
    }
    Column {
        anchors.top: left.top
        anchors.right: parent.right
        width: Math.round(root.roomWidth * 0.405)
        spacing: Theme.m
        // What is not shown must not make the page long.
        height: root.isDone ? 0 : implicitHeight
        visible: !root.isDone

        StaffField {
            width: parent.width
            fieldWidth: Theme.px(48)
            label: qsTr("When did the answer come?")
            value: root.entry.day
            longest: 12
            onWritten: text => root.entry.writeDay(text)
        }
        StaffText {
            width: parent.width
            text: qsTr("The day counts, not when you enter it. An answer that came in time holds, also where the rule has been applied since.")
        }
        StaffText {
            width: parent.width
            text: qsTr("Can you not tell what is meant, or are there several crosses for one service? Then choose “Unclear”, and somebody asks the person. Never guess.")
        }
        StaffMessage {
            width: parent.width
            message: root.entry.message
        }
        StaffPrimary {
            width: parent.width
            text: qsTr("Store the answer")
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
        hasReceipt: root.entry.hasReceipt
        visible: root.isDone
        onPrintAsked: root.entry.printReceipt()
        onClosed: root.entry.leave()
    }
}
