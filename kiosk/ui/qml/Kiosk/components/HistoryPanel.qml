pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What happened in a case, newest first, on a line of dots.
StaffPanel {
    id: root

    required property CaseDetails details

    title: qsTr("History", "heading")

    Repeater {
        id: events

        model: root.details.history

        Item {
            id: entry

            required property string what
            required property string who
            required property int index

            width: root.innerWidth
            height: words.implicitHeight + Theme.s

            Rectangle {
                x: Math.round((dot.width - width) / 2)
                y: dot.y + dot.height + Theme.px(0.6)
                width: Theme.rule
                height: entry.height - dot.height - Theme.px(0.2)
                color: Theme.border
                visible: entry.index < events.count - 1
            }
            Rectangle {
                id: dot

                y: Math.round(Theme.staffBodyPx * 0.4)
                width: Theme.px(2.2)
                height: width
                radius: width / 2
                color: Theme.action
            }
            Column {
                id: words

                x: Theme.px(7)
                width: parent.width - x

                StaffText {
                    width: parent.width
                    text: entry.what
                }
                StaffSupport {
                    width: parent.width
                    text: entry.who
                }
            }
        }
    }
}
