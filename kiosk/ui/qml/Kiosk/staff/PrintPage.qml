pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Printer or file; errors are told plainly and nothing is half done.
StaffPage {
    id: root

    readonly property PrintOut printOut: root.desk.staff.printOut

    title: root.printOut.title
    tab: root.printOut.tab
    backText: qsTr("Back", "backward")
    onBack: root.printOut.leave()

    Column {
        width: Math.round(root.roomWidth * 0.62)
        spacing: Theme.m

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "information"
            message: root.printOut.notice
        }
        Column {
            width: parent.width
            spacing: Theme.s

            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Where to?")

            Repeater {
                model: root.printOut.targets

                StaffRadioRow {
                    required property string key
                    required property bool picked

                    width: parent.width
                    isPicked: picked
                    onActivated: root.printOut.pick(key)
                }
            }
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Edition", "heading")
            options: root.printOut.editions.options
            visible: root.printOut.editions.areThere
            onPicked: key => root.printOut.editions.pick(key)
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Which sides of the sheet?")
            note: root.printOut.job.sidesNote
            options: root.printOut.job.sides
            visible: !root.printOut.isToFile
            onPicked: key => root.printOut.job.pickSides(key)
        }
        StaffField {
            width: parent.width
            fieldWidth: Theme.px(20)
            label: qsTr("Copies")
            value: root.printOut.job.copies
            longest: 2
            replaced: true
            visible: !root.printOut.isToFile
            onWritten: text => root.printOut.job.writeCopies(text)
            onAccepted: root.printOut.start()
        }
        StaffSupport {
            width: parent.width
            text: root.printOut.job.paper
            visible: !root.printOut.isToFile
        }
        StaffField {
            width: parent.width
            label: qsTr("Folder", "of a file")
            value: root.printOut.folder
            longest: 1000
            visible: root.printOut.isToFile
            onWritten: text => root.printOut.writeFolder(text)
        }
        StaffSupport {
            width: parent.width
            text: qsTr("The file is called %1").arg(root.printOut.fileName)
            visible: root.printOut.isToFile
        }
        StaffMessage {
            width: parent.width
            message: root.printOut.message
        }
        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.printOut.doneText
        }
        StaffMessage {
            width: parent.width
            calm: !root.printOut.isPrintTrouble
            iconName: root.printOut.isPrintTrouble ? "warning" : "printer"
            message: root.printOut.printedText
        }
        StaffButton {
            text: qsTr("Stop the printing")
            visible: root.printOut.canStop
            onActivated: root.printOut.stop()
        }
        StaffPrimary {
            text: root.printOut.isBusy ? qsTr("Making the document …") : root.printOut.isToFile ? qsTr("Save the file") : qsTr("Print", "button")
            iconName: root.printOut.isToFile ? "folder" : "printer"
            filled: root.printOut.doneText === ""
            onActivated: root.printOut.start()
        }
    }
}
