pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What is to be done, each with its count; a picked one shows whom it is about.
Column {
    id: root

    required property NonchoiceWork work
    required property bool canPropose

    signal proposeAsked

    spacing: Theme.l

    StaffPanel {
        id: tasks

        width: parent.width
        title: qsTr("What is to be done")

        Flow {
            width: tasks.innerWidth
            spacing: Theme.px(1.8)

            Repeater {
                model: root.work.tasks

                FilterChip {
                    required property string key
                    required property bool picked

                    isPicked: picked
                    onActivated: root.work.pick(key)
                }
            }
        }
    }
    StaffPrimary {
        text: qsTr("Make proposals")
        iconName: "arrow-right"
        iconOnRight: true
        visible: root.canPropose
        onActivated: root.proposeAsked()
    }
    StaffText {
        width: parent.width
        text: root.work.nobodyText
        visible: text !== ""
    }
    ProblemList {
        width: parent.width
        title: root.work.heading
        problems: root.work.people
    }
}
