pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Which answers are taken back, by whom, and what that means.
StaffPage {
    id: root

    readonly property WithdrawEntry entry: root.desk.staff.withdraw
    readonly property bool isDone: root.entry.doneText !== ""

    title: qsTr("Take the answer back")
    line: root.entry.line
    backText: root.isDone ? "" : qsTr("To the case, without storing")
    onBack: root.entry.leave()
    onIsDoneChanged: root.focusTitle()

    Column {
        id: left

        width: Math.round(root.roomWidth * 0.56)
        spacing: Theme.l
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
        StaffChecks {
            width: parent.width
            label: qsTr("What is taken back?")
            note: qsTr("Only what has not begun can be taken back. Afterwards, a person switches instead.")
            options: root.entry.services
            onToggled: key => root.entry.toggle(key)
        }
        DeciderPanel {
            width: parent.width
            label: qsTr("Who takes it back?")
            who: root.entry.who
        }
        TakingPartPanel {
            width: parent.width
            who: root.entry.takingPart
        }
    }
    Column {
        anchors.right: parent.right
        width: Math.round(root.roomWidth * 0.405)
        spacing: Theme.m
        height: root.isDone ? 0 : implicitHeight
        visible: !root.isDone

        StaffPanel {
            id: meaning

            width: parent.width
            title: qsTr("What it means")

            StaffSupport {
                width: meaning.innerWidth
                text: qsTr("Pick what is to be taken back.")
                visible: rows.count === 0
            }
            Repeater {
                id: rows

                model: root.entry.meaning

                Column {
                    id: row

                    required property string name
                    required property string was
                    required property string text

                    width: meaning.innerWidth

                    StaffText {
                        width: parent.width
                        text: row.name
                        strong: true
                    }
                    StaffText {
                        width: parent.width
                        text: qsTr("Taken back: %1").arg(row.was)
                    }
                    StaffText {
                        width: parent.width
                        text: row.text
                    }
                }
            }
            StaffSupport {
                width: meaning.innerWidth
                text: qsTr("The person gets a receipt. What was answered stays in the history.")
            }
        }
        StaffMessage {
            width: parent.width
            message: root.entry.message
        }
        StaffPrimary {
            width: parent.width
            text: qsTr("Take the answer back")
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
