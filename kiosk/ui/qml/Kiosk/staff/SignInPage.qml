pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// Who, and the code. Covers the staff side while it is locked.
StaffPage {
    id: root

    title: root.desk.staff.signIn.title
    line: root.desk.staff.signIn.lead
    signedIn: false
    tab: ""
    backText: root.desk.shell.isPublic ? qsTr("Back to start") : ""
    onBack: root.desk.strangers.backToStart()
    Component.onCompleted: {
        if (root.desk.staff.signIn.isPicked)
            code.focusField();
    }

    Column {
        width: Math.min(root.roomWidth, Theme.px(140))
        spacing: Theme.l

        Column {
            width: parent.width
            spacing: Theme.s

            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Who are you?")

            Repeater {
                model: root.desk.staff.signIn.members

                StaffRadioRow {
                    required property string key
                    required property bool picked

                    width: parent.width
                    isPicked: picked
                    onActivated: {
                        root.desk.staff.signIn.pick(key);
                        code.focusField();
                    }
                }
            }
        }
        Column {
            objectName: "form"
            width: parent.width
            spacing: Theme.l
            visible: root.desk.staff.signIn.canSignIn

            StaffField {
                id: code

                width: parent.width
                fieldWidth: Theme.px(70)
                label: qsTr("Code", "of staff")
                masked: true
                longest: 64
                onAccepted: text => root.desk.staff.signIn.signIn(text)
            }
            StaffMessage {
                width: parent.width
                message: root.desk.staff.signIn.message
            }
            StaffPrimary {
                text: root.desk.staff.signIn.isBusy ? qsTr("Checking the code …") : qsTr("Sign in")
                onActivated: root.desk.staff.signIn.signIn(code.text)
            }
        }
        StaffSupport {
            width: parent.width
            text: root.desk.staff.signIn.trialNote
            visible: text !== ""
        }
        // By its file: a laptop, which starts with this page, need not know the work of a public machine.
        Loader {
            id: cleaning

            width: parent.width
            Component.onCompleted: {
                if (root.desk.shell.isPublic)
                    cleaning.setSource("../components/CleaningPanel.qml", {
                        "work": root.desk.staff.maintenance
                    });
            }
        }
    }
    Connections {
        target: root.desk.staff.signIn

        function onCodeCleared() {
            code.clear();
            code.focusField();
        }
    }
}
