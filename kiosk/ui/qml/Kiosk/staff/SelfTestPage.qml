pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What the machine finds itself, and what somebody tries at it.
StaffPage {
    id: root

    readonly property SelfTestWork work: root.desk.staff.selfTest

    title: qsTr("Self-test", "heading")
    line: qsTr("Nothing that you try here is stored, only what worked.")
    tab: ""
    backText: qsTr("This machine")
    onBack: root.work.leave()

    Column {
        width: Math.min(root.roomWidth, Theme.px(180))
        spacing: Theme.l

        StaffMessage {
            width: parent.width
            calm: root.work.isFit
            iconName: root.work.isFit ? "information" : "warning"
            message: root.work.verdict
        }
        Column {
            width: parent.width
            spacing: Theme.s

            Repeater {
                model: root.work.rows

                StatusLine {
                    width: parent.width
                    ink: mark === "warning" ? Theme.warnText : Theme.text
                }
            }
        }
        StaffButton {
            text: root.work.isBusy ? qsTr("Testing …") : qsTr("Test again")
            onActivated: root.work.run()
        }
        StaffHeading {
            width: parent.width
            text: qsTr("Touch", "self-test")
        }
        StaffButton {
            text: qsTr("Try the screen")
            onActivated: root.work.tryTouch()
        }
        StaffHeading {
            width: parent.width
            text: qsTr("Keys", "self-test")
        }
        StaffField {
            width: parent.width
            fieldWidth: Theme.px(100)
            label: qsTr("Write æ, ø, å and a space, then press Enter and Tab")
            longest: 40
            onWritten: text => root.work.write(text)
            onAccepted: root.work.press("Enter")
            onTabbed: root.work.press("Tab")
        }
        StaffText {
            width: parent.width
            text: root.work.keysLeft
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("The other keys do not work")
            visible: root.work.keysLeft !== ""
            onActivated: root.work.endKeys()
        }
        StaffHeading {
            width: parent.width
            text: qsTr("Test page", "self-test")
        }
        StaffButton {
            text: qsTr("Print the test page")
            iconName: "printer"
            onActivated: root.work.printPage()
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffMessage {
            width: parent.width
            calm: !root.work.isPrintTrouble
            iconName: root.work.isPrintTrouble ? "warning" : "printer"
            message: root.work.printedText
        }
        Flow {
            width: parent.width
            spacing: Theme.m
            visible: root.work.isPrinted

            StaffButton {
                text: qsTr("Both sides are right")
                onActivated: root.work.judgePage(true)
            }
            StaffButton {
                text: qsTr("Something is wrong with the page")
                onActivated: root.work.judgePage(false)
            }
        }
        StaffHeading {
            width: parent.width
            text: qsTr("Scanner", "self-test")
        }
        StaffField {
            id: scanned

            width: parent.width
            fieldWidth: Theme.px(100)
            label: qsTr("Scan the code on the test page")
            longest: 200
            replaced: true
            onAccepted: text => {
                root.work.scan(text);
                scanned.selectAll();
            }
        }
        StaffText {
            width: parent.width
            text: root.work.arrived
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("Nothing is read")
            onActivated: root.work.scan("")
        }
    }
}
