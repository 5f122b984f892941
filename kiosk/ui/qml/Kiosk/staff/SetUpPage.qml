pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// First start on a new machine: passphrase twice, and a file for the escrow key.
StaffPage {
    id: root

    readonly property RecordSetUp work: root.desk.staff.setUp

    title: qsTr("Set up the record")
    line: qsTr("The record holds what people choose. It is sealed, and only the passphrase or the escrow key opens it.")
    signedIn: false
    tab: ""
    backText: root.desk.shell.isPublic ? qsTr("Back to start") : ""
    onBack: root.desk.strangers.backToStart()
    Component.onCompleted: passphrase.focusField()

    Column {
        width: Math.min(root.roomWidth, Theme.px(160))
        spacing: Theme.l
        visible: root.work.doneText === ""

        Column {
            width: parent.width
            spacing: Theme.xs

            StaffField {
                id: passphrase

                width: parent.width
                label: qsTr("Passphrase")
                masked: true
            }
            StaffSupport {
                width: parent.width
                text: root.work.rule
            }
        }
        StaffField {
            id: again

            width: parent.width
            label: qsTr("Passphrase once more")
            masked: true
        }
        Column {
            width: parent.width
            spacing: Theme.xs

            StaffField {
                id: escrow

                width: parent.width
                label: qsTr("New file for the escrow key, for example on a memory stick")
                value: root.work.suggestedFile
                longest: 1000
            }
            StaffSupport {
                width: parent.width
                text: qsTr("The escrow key opens the record when the passphrase is forgotten. The municipality keeps it locked in, away from this machine.")
            }
        }
        StaffCheck {
            text: qsTr("Open the record by itself for whoever is signed in to this machine")
            isPicked: root.work.inKeyring
            visible: root.work.hasKeyring
            onActivated: root.work.toggleKeyring()
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffPrimary {
            text: root.work.isBusy ? qsTr("Setting up the record …") : qsTr("Set up the record")
            onActivated: root.work.setUp(passphrase.text, again.text, escrow.text)
        }
    }
    Column {
        width: Math.min(root.roomWidth, Theme.px(160))
        spacing: Theme.l
        visible: root.work.doneText !== ""

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        StaffPrimary {
            text: qsTr("Go on to signing in")
            iconName: "arrow-right"
            iconOnRight: true
            onActivated: root.work.goOn()
        }
    }
}
