import QtQuick
import Kiosk

// A question of a staff page with yes, no and, where it makes sense, "do not know".
Column {
    id: root

    required property string text
    required property string reply
    required property string yes
    required property string no
    required property string unknown
    required property bool hasUnknown

    signal answered(string reply)

    spacing: Theme.xs

    Accessible.role: Accessible.Grouping
    Accessible.name: root.text

    StaffText {
        width: parent.width
        text: root.text
    }
    Row {
        spacing: Theme.s

        StaffOption {
            text: root.yes
            picked: root.reply === "yes"
            Accessible.name: root.text + " " + text
            onActivated: root.answered("yes")
        }
        StaffOption {
            text: root.no
            picked: root.reply === "no"
            Accessible.name: root.text + " " + text
            onActivated: root.answered("no")
        }
        StaffOption {
            text: root.unknown
            picked: root.reply === "unknown"
            visible: root.hasUnknown
            Accessible.name: root.text + " " + text
            onActivated: root.answered("unknown")
        }
    }
}
