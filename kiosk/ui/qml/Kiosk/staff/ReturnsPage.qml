pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Letters that came back: scanned into a list one after another, then entered together.
StaffPage {
    id: root

    readonly property LetterReturns work: root.desk.staff.returns
    readonly property bool isEmpty: root.work.countText === ""

    title: qsTr("Returned letters")
    line: qsTr("Write the case number that stands on each letter, or scan the code of the slip in it. Nothing is stored before you enter the list.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()
    // The keyboard is never left on what is gone.
    onIsEmptyChanged: {
        if (root.isEmpty)
            code.focusField();
    }
    Component.onCompleted: code.focusField()

    Grid {
        id: halves

        // The newest letter and the key that enters them all are seen at once where there is room.
        readonly property bool isWide: root.roomWidth >= Theme.px(230)
        readonly property real half: halves.isWide ? Math.round((root.roomWidth - Theme.xl) / 2) : Math.min(root.roomWidth, Theme.px(150))

        columns: halves.isWide ? 2 : 1
        columnSpacing: Theme.xl
        rowSpacing: Theme.l

        Column {
            width: halves.half
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
                label: qsTr("Case number, or code of the slip")
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
            StaffButton {
                text: qsTr("Put it in the list")
                onActivated: {
                    code.focusField();
                    code.selectAll();
                    root.work.read(code.text);
                }
            }
            StaffText {
                width: parent.width
                text: root.work.countText
                visible: !root.isEmpty
            }
            StaffField {
                width: parent.width
                fieldWidth: Theme.px(48)
                label: qsTr("On which day did the letters come back?")
                value: root.work.day
                longest: 12
                visible: !root.isEmpty
                onWritten: text => root.work.writeDay(text)
            }
            StaffMessage {
                width: parent.width
                message: root.work.fault
            }
            StaffPrimary {
                text: qsTr("Enter that they came back")
                visible: !root.isEmpty
                onActivated: root.work.store()
            }
        }
        Column {
            width: halves.half
            spacing: Theme.l

            PickList {
                width: parent.width
                title: qsTr("Letters that came back")
                options: root.work.rows
                onPicked: key => root.work.pick(key)
            }
            StaffButton {
                text: qsTr("Take it out of the list")
                visible: root.work.hasPicked
                onActivated: {
                    code.focusField();
                    root.work.takeOut();
                }
            }
        }
    }
}
