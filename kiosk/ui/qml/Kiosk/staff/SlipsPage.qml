pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// One field that takes one reply slip after another, from a hand scanner or from fingers.
StaffPage {
    id: root

    readonly property SlipReading work: root.desk.staff.slips

    title: qsTr("Read reply slips")
    line: qsTr("Scan the square code of a slip, or write the ten characters below it. The form of the person opens, and after storing you are back here.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()
    Component.onCompleted: code.focusField()

    Column {
        width: Math.min(root.roomWidth, Theme.px(150))
        spacing: Theme.l

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        StaffField {
            id: code

            width: parent.width
            fieldWidth: Theme.px(90)
            label: qsTr("Code of the slip")
            longest: 60
            fieldHeight: Theme.target(11.6)
            onAccepted: text => {
                code.selectAll();
                root.work.read(text);
            }
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffPrimary {
            text: qsTr("Open the form")
            onActivated: {
                code.focusField();
                code.selectAll();
                root.work.read(code.text);
            }
        }
        StaffButton {
            text: qsTr("Print the receipt of the last slip")
            iconName: "receipt"
            visible: root.work.hasReceipt
            onActivated: root.work.printReceipt()
        }
    }
}
