pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Providers that stop: all of them, one to announce, and whom it would concern before it is stored.
StaffPage {
    id: root

    readonly property ExitWork work: root.desk.staff.exits
    // The page stays where it was while it looks or stores, and the focus with it.
    property string part: "list"
    readonly property string step: root.work.step

    function follow() {
        if (root.step === "list" || root.step === "form" || root.step === "preview")
            root.part = root.step;
    }

    title: root.part === "preview" ? qsTr("Whom it concerns") : root.part === "form" ? qsTr("Announce that a provider stops") : qsTr("Provider stops", "title")
    line: root.part === "list" ? qsTr("Whoever is concerned gets a letter and chooses anew. Help goes on every day.") : qsTr("Nothing is stored before you have seen whom it concerns.")
    tab: "office"
    backText: root.part === "preview" ? qsTr("Back to the form") : root.part === "form" ? qsTr("Back to the list") : qsTr("All tasks")
    onBack: root.part === "list" ? root.work.leave() : root.work.goBack()
    onStepChanged: root.follow()
    onPartChanged: root.focusTitle()
    Component.onCompleted: root.follow()

    Column {
        width: root.roomWidth
        spacing: Theme.l

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        StaffMessage {
            width: parent.width
            message: root.work.callingOff.isOpen ? "" : root.work.message
        }
        StaffText {
            width: parent.width
            text: root.work.progress
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("Cancel")
            visible: root.work.canCancel
            onActivated: root.work.cancel()
        }
        StaffPrimary {
            text: qsTr("Announce that a provider stops")
            visible: root.step === "list"
            onActivated: root.work.begin()
        }
        StaffText {
            width: parent.width
            text: root.work.emptyText
            visible: text !== ""
        }
        PickList {
            id: exits

            width: parent.width
            title: qsTr("Providers that stop")
            options: root.work.exits
            visible: root.part === "list" && exits.count > 0
            onPicked: key => root.work.pick(key)
        }
        ExitPanel {
            width: parent.width
            work: root.work
            visible: root.part === "list" && root.work.details.title !== ""
        }
        ExitQuestions {
            width: parent.width
            form: root.work.form
            visible: root.part === "form"
        }
        StaffPrimary {
            text: qsTr("Show whom it concerns")
            iconName: "arrow-right"
            iconOnRight: true
            visible: root.part === "form"
            onActivated: root.work.check()
        }
        LinesPanel {
            id: warned

            width: parent.width
            title: qsTr("Look out for this")
            lines: root.work.preview.warnings
            visible: root.part === "preview" && warned.count > 0
        }
        LinesPanel {
            width: parent.width
            title: qsTr("What is to be announced")
            lines: root.work.preview.lines
            visible: root.part === "preview"
        }
        StaffPrimary {
            text: qsTr("Announce it")
            visible: root.step === "preview"
            onActivated: root.work.announce()
        }
        Column {
            width: parent.width
            visible: root.part === "preview"

            ProblemList {
                width: parent.width
                title: qsTr("Room with the others")
                problems: root.work.preview.rooms
            }
        }
    }
}
