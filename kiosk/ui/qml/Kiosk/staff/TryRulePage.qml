pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A rule before the council votes on it, beside the present one; and runs, worked out again.
StaffPage {
    id: root

    readonly property RuleTrial work: root.desk.staff.trial

    title: qsTr("Try a rule")
    line: qsTr("See what a rule would give before it is decided on. Nobody is given a provider, and nothing is stored.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Column {
        id: blocks

        width: Math.min(root.roomWidth, Theme.px(250))
        spacing: Theme.l

        TrialQuestions {
            width: Math.min(parent.width, Theme.px(170))
            form: root.work.form
        }
        StaffPrimary {
            text: qsTr("Try the rule")
            visible: root.work.progress === ""
            onActivated: root.work.start()
        }
        StaffText {
            width: parent.width
            text: root.work.progress
            visible: text !== ""
        }
        StaffButton {
            text: qsTr("Cancel")
            visible: root.work.progress !== ""
            onActivated: root.work.cancel()
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        ProblemList {
            width: parent.width
            title: qsTr("Faults in the rules")
            problems: root.work.faults
        }
        TrialResult {
            id: result

            width: parent.width
            work: root.work
            visible: root.work.hasResult
        }
        TrialFilesPanel {
            width: parent.width
            saved: root.work.saved
            visible: root.work.hasResult
        }
        PastRunsPanel {
            width: parent.width
            replays: root.work.replays
        }
    }
    Connections {
        target: root.work

        function onFinished() {
            result.focusHeading();
            // The result was not shown before and has no place yet.
            blocks.forceLayout();
            root.scrollY = result.y;
        }
    }
}
