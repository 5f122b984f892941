pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The passphrase of the record, before anybody signs in.
StaffPage {
    id: root

    readonly property RecordUnlock work: root.desk.staff.unlock

    title: qsTr("The record is locked")
    line: qsTr("Write the passphrase that was chosen when the record was set up.")
    signedIn: false
    tab: ""
    backText: root.desk.shell.isPublic ? qsTr("Back to start") : ""
    onBack: root.desk.strangers.backToStart()
    Component.onCompleted: passphrase.focusField()

    Column {
        width: Math.min(root.roomWidth, Theme.px(140))
        spacing: Theme.l

        StaffField {
            id: passphrase

            width: parent.width
            label: qsTr("Passphrase")
            masked: true
            onAccepted: text => root.work.unlock(text)
        }
        StaffMessage {
            width: parent.width
            message: root.work.message
        }
        StaffPrimary {
            text: root.work.isBusy ? qsTr("Opening the record …") : qsTr("Open the record")
            onActivated: root.work.unlock(passphrase.text)
        }
        StaffSupport {
            width: parent.width
            text: qsTr("When the passphrase is forgotten, the municipality's escrow key sets a new one: kiosk record recover --escrow FILE")
        }
        Loader {
            width: parent.width
            active: root.desk.shell.isPublic
            sourceComponent: CleaningPanel {
                work: root.desk.staff.maintenance
            }
        }
    }
    Connections {
        target: root.work

        function onCleared() {
            passphrase.clear();
            passphrase.focusField();
        }
    }
}
