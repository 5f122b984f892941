pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Whoever explains the choice states whether they have ties to a provider.
StaffPage {
    id: root

    readonly property TiesStatement ties: root.desk.staff.ties

    title: qsTr("Ties to providers")
    line: qsTr("Whoever explains the choice must not gain by it. Pick every provider that you, or somebody close to you, work for or own. To work for the municipality is no tie. To work in its own service is.")
    tab: "office"
    backText: root.ties.isAsked ? qsTr("All cases") : qsTr("All tasks")
    onBack: root.ties.leave()

    Column {
        width: Math.min(root.roomWidth, Theme.px(210))
        spacing: Theme.l

        Column {
            width: parent.width
            spacing: Theme.s

            StaffHeading {
                width: parent.width
                text: qsTr("What you stated")
            }
            StaffText {
                width: parent.width
                text: root.ties.stated
            }
        }
        StaffChecks {
            width: parent.width
            label: qsTr("Do you have ties to a provider?")
            options: root.ties.options
            onToggled: key => root.ties.toggle(key)
        }
        StaffButton {
            text: qsTr("State this", "ties")
            filled: true
            onActivated: root.ties.state()
        }
        StaffMessage {
            width: parent.width
            message: root.ties.message
        }
        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.ties.doneText
        }
        Column {
            width: parent.width
            spacing: Theme.s
            visible: others.count > 0

            StaffHeading {
                width: parent.width
                text: qsTr("Those who can sign in")
            }
            Repeater {
                id: others

                model: root.ties.others

                StaffText {
                    required text

                    width: parent.width
                }
            }
        }
    }
}
