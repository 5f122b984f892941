pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The receipt on paper or in a file; the stored answers are safe whatever the printer does.
CitizenPage {
    id: root

    required property Desk desk

    readonly property PrintOut printOut: root.desk.staff.printOut

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 7
    title: root.printOut.title
    backLeaves: true
    isKept: true
    forwardText: root.printOut.isBusy ? qsTr("Please wait …") : root.printOut.isToFile ? qsTr("Save", "a file") : qsTr("Print", "button")
    forwardIcon: "printer"
    forwardShown: root.printOut.canStart
    forwardFilled: root.printOut.doneText === ""
    blockSpacing: Theme.targetGap
    middle: root.printOut.canStop ? stopping : null
    onForward: root.printOut.start()
    onBack: root.printOut.leave()

    Component {
        id: stopping

        KioskButton {
            text: qsTr("Stop the printing")
            onActivated: root.printOut.stop()
        }
    }
    MessageBar {
        width: root.roomWidth
        message: root.printOut.message
        onCame: root.turner.showFirst()
    }
    OptionalText {
        width: root.roomWidth
        text: root.printOut.doneText
        strong: true
    }
    OptionalText {
        width: root.roomWidth
        text: root.printOut.printedText
    }
    OptionalText {
        width: root.roomWidth
        text: root.printOut.notice
    }
    Repeater {
        model: root.printOut.targets

        RadioCard {
            required property string key
            required property bool picked

            width: root.roomWidth
            height: implicitHeight
            isPicked: picked
            onActivated: root.printOut.pick(key)
        }
    }
    OptionalText {
        width: root.roomWidth
        support: true
        text: root.printOut.isToFile ? qsTr("The file is called %1. Folder: %2").arg(root.printOut.fileName).arg(root.printOut.folder) : ""
    }
}
