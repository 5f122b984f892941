pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Who takes part, in which language, and what happens next.
StaffPage {
    id: root

    readonly property HandOver handOver: root.desk.staff.handOver

    title: qsTr("Hand the screen to %1").arg(root.handOver.givenName)
    backText: qsTr("The case of %1").arg(root.handOver.name)
    onBack: root.handOver.cancel()

    Column {
        id: left

        width: Math.round(root.roomWidth * 0.56)
        spacing: Theme.l

        TakingPartPanel {
            width: parent.width
            who: root.handOver.takingPart
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Language of the pages")
            note: qsTr("%1 can change language, text and colours.").arg(root.handOver.givenName)
            options: root.handOver.languages
            onPicked: key => root.handOver.pickLanguage(key)
        }
        Column {
            width: parent.width
            spacing: Theme.s

            StaffHeading {
                width: parent.width
                text: qsTr("When you hand the screen over")
            }
            Repeater {
                model: root.handOver.facts

                Item {
                    id: fact

                    required property string icon
                    required property string text

                    width: left.width
                    height: words.implicitHeight + Theme.xs

                    Icon {
                        name: fact.icon
                        tone: Theme.action
                        sizePx: Math.round(Theme.staffBodyPx * 1.15)
                        y: Math.round(Theme.staffBodyPx * 0.1)
                    }
                    StaffText {
                        id: words

                        x: Theme.px(8)
                        width: parent.width - x
                        text: fact.text
                    }
                }
            }
        }
    }
    Column {
        anchors.right: parent.right
        width: Math.round(root.roomWidth * 0.405)
        spacing: Theme.m

        StaffHeading {
            width: parent.width
            text: qsTr("%1 sees this first").arg(root.handOver.givenName)
        }
        FirstPageView {
            width: parent.width
            preview: root.handOver.preview
            municipality: root.desk.shell.municipality
        }
        StaffMessage {
            width: parent.width
            message: root.handOver.message
        }
        StaffPrimary {
            width: parent.width
            text: root.handOver.isBusy ? qsTr("Handing the screen over …") : qsTr("Hand the screen to %1").arg(root.handOver.givenName)
            iconName: "arrow-right"
            iconOnRight: true
            onActivated: root.handOver.confirm()
        }
        StaffButton {
            width: parent.width
            text: qsTr("Cancel")
            onActivated: root.handOver.cancel()
        }
    }
}
