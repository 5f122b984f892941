pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Letters for many: whom they go to, ten to look at, then all of them, and that they were posted.
StaffPage {
    id: root

    readonly property MailOut work: root.desk.staff.mailOut
    readonly property bool isForm: root.work.step === "form"
    readonly property bool isWide: root.roomWidth >= Theme.px(200)
    readonly property int leftWidth: root.isWide ? Math.round(root.roomWidth * 0.54) : root.roomWidth

    title: qsTr("Mail-out", "heading")
    line: qsTr("Files for the print shop or for a printer. Deadlines run from the day on which you enter that the letters were posted.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Flow {
        width: root.roomWidth
        spacing: root.isWide ? root.roomWidth - root.leftWidth - side.width : Theme.l

        Column {
            width: root.leftWidth
            spacing: Theme.l

            StaffMessage {
                width: parent.width
                message: root.work.message
            }
            StaffMessage {
                width: parent.width
                calm: true
                iconName: "checkmark"
                message: root.work.doneText
            }
            MailQuestions {
                width: parent.width
                height: visible ? implicitHeight : 0
                form: root.work.form
                zoneHeading: root.desk.shell.zoneHeading
                visible: root.isForm
            }
            StaffPrimary {
                text: qsTr("See who gets a letter")
                visible: root.isForm
                onActivated: root.work.look()
            }
            StaffText {
                width: parent.width
                text: root.work.progress
                visible: root.work.step === "looking"
            }
            MailProgressPanel {
                width: parent.width
                title: root.work.progress
                bar: root.work.bar
                visible: root.work.step === "making"
            }
            StaffButton {
                text: qsTr("Cancel")
                visible: root.work.canCancel
                onActivated: root.work.cancel()
            }
            MailChosenPanel {
                width: parent.width
                work: root.work
                visible: root.work.step === "chosen"
            }
        }
        Column {
            id: side

            width: root.isWide ? Math.round(root.roomWidth * 0.42) : root.roomWidth
            spacing: Theme.l

            MailListPanel {
                width: parent.width
                batches: root.work.batches
                canResume: root.isForm && root.work.batches.canResume
            }
        }
    }
}
