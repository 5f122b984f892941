pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What somebody can do now: nothing is decided alone at this machine.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 7
    title: qsTr("What now?")
    forwardText: qsTr("I am done", "button")
    forwardIcon: ""
    forwardFilled: false
    blockSpacing: Theme.px(5)
    onForward: root.desk.strangers.finish()
    onBack: root.desk.strangers.steps.back()

    middle: Component {
        KioskButton {
            text: qsTr("Print the brochure")
            iconName: Theme.isCompact ? "" : "printer"
            onActivated: root.desk.strangers.askForBrochure()
        }
    }

    KioskText {
        width: root.roomWidth
        height: implicitHeight
        prose: true
        strong: true
        text: qsTr("Do you want to decide here?")
    }
    KioskText {
        width: root.roomWidth
        height: implicitHeight
        prose: true
        text: qsTr("The front desk helps you. They find your case, and then you answer on this screen. You can bring somebody with you.")
    }
    KioskText {
        width: root.roomWidth
        height: implicitHeight
        prose: true
        strong: true
        text: qsTr("Do you want to think about it?")
    }
    KioskText {
        width: root.roomWidth
        height: implicitHeight
        prose: true
        text: qsTr("Take the time you need. You can print the brochure and take it with you. You find the reply deadline in the letter from the municipality.")
    }
}
