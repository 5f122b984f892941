pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What the machine did, and what to do before people come or after they have gone.
StaffPage {
    id: root

    readonly property DayEndWork work: root.desk.staff.dayEnd

    title: root.work.title
    line: root.work.lead
    tab: ""
    backText: qsTr("This machine")
    onBack: root.work.leave()

    Column {
        width: Math.min(root.roomWidth, Theme.px(180))
        spacing: Theme.l

        StaffHeading {
            width: parent.width
            text: qsTr("What to do")
        }
        Column {
            width: parent.width
            spacing: Theme.s

            Repeater {
                model: root.work.steps

                StaffText {
                    required text

                    width: parent.width
                }
            }
        }
        StaffHeading {
            width: parent.width
            text: qsTr("What was counted")
        }
        Column {
            width: parent.width
            spacing: Theme.s

            Repeater {
                model: root.work.rows

                StaffText {
                    required text

                    width: parent.width
                }
            }
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

            StaffPrimary {
                text: root.work.isOpening ? qsTr("Open the machine for the day") : qsTr("Close the machine for the day")
                onActivated: root.work.confirm()
            }
            StaffButton {
                minHeight: Theme.staffPrimary
                text: qsTr("Print the report")
                iconName: "printer"
                onActivated: root.work.printReport()
            }
        }
    }
}
