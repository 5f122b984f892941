pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What staff do with the machine itself; reached by the hidden pattern and a staff code.
StaffPage {
    id: root

    readonly property Maintenance work: root.desk.staff.maintenance

    title: qsTr("This machine")
    line: qsTr("Nobody can use the screen while this page is open.")
    tab: ""
    backText: qsTr("Let people use the screen")
    onBack: root.work.leave()

    // Takes the place of the buttons: whoever taps twice in one place is not believed.
    Column {
        width: Math.min(root.roomWidth, Theme.px(140))
        spacing: Theme.l
        visible: root.work.question !== ""
        onVisibleChanged: {
            if (visible)
                no.forceActiveFocus(Qt.TabFocusReason);
        }

        StaffMessage {
            width: parent.width
            message: root.work.question
        }
        Flow {
            width: parent.width
            spacing: Theme.m

            StaffButton {
                id: no

                text: qsTr("No, go back")
                onActivated: root.work.stay()
            }
            StaffButton {
                text: root.work.yes
                onActivated: root.work.confirm()
            }
        }
    }
    Column {
        width: Math.min(root.roomWidth, Theme.px(140))
        spacing: Theme.l
        visible: root.work.question === ""

        Flow {
            width: parent.width
            spacing: Theme.m
            visible: root.desk.staff.isCared

            StaffButton {
                text: qsTr("Opening report")
                onActivated: root.work.openDay()
            }
            StaffButton {
                text: qsTr("Test the machine")
                onActivated: root.work.testMachine()
            }
            StaffButton {
                text: qsTr("Closing report")
                onActivated: root.work.closeDay()
            }
        }
        StaffPrimary {
            text: qsTr("Clean the screen")
            onActivated: root.work.clean()
        }
        StaffSupport {
            width: parent.width
            text: qsTr("Touch and keys are ignored for 30 seconds. You are signed out.")
        }
        StaffButton {
            text: qsTr("Start the program again")
            onActivated: root.work.restartProgram()
        }
        StaffButton {
            text: qsTr("Start the machine again")
            onActivated: root.work.restartDevice()
        }
        StaffButton {
            text: qsTr("Turn the machine off")
            onActivated: root.work.shutDown()
        }
        StaffButton {
            visible: root.work.whyNotExit === ""
            text: qsTr("End the program for maintenance")
            onActivated: root.work.exitProgram()
        }
        StaffSupport {
            width: parent.width
            visible: text !== ""
            text: root.work.whyNotExit
        }
    }
}
