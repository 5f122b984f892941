pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Runs of the rules; each can be worked out again from the record.
StaffPanel {
    id: root

    required property RunReplays replays

    title: qsTr("Earlier runs of the rules")

    StaffText {
        width: root.innerWidth
        text: qsTr("A run that is worked out again must give the same to everybody. Nothing is changed by it.")
    }
    Repeater {
        model: root.replays.runs

        Column {
            id: run

            required property string key
            required property string text
            required property string result
            required property bool isSame

            width: root.innerWidth
            spacing: Theme.xs

            Item {
                width: parent.width
                height: Math.max(words.implicitHeight, again.implicitHeight)

                StaffText {
                    id: words

                    width: parent.width - again.width - Theme.m
                    anchors.verticalCenter: parent.verticalCenter
                    text: run.text
                }
                StaffButton {
                    id: again

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("Work out again")
                    onActivated: root.replays.replay(run.key)

                    Accessible.name: again.text + ", " + run.text
                }
            }
            StaffMessage {
                width: parent.width
                calm: run.isSame
                iconName: run.isSame ? "checkmark" : "warning"
                message: run.result
            }
        }
    }
    StaffMessage {
        width: root.innerWidth
        calm: true
        iconName: "information"
        message: root.replays.message
    }
}
