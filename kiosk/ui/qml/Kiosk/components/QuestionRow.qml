import QtQuick
import Kiosk

// A question with yes, no and, where it makes sense, "do not know".
Column {
    id: root

    required property string text
    required property string reply
    required property string yes
    required property string no
    required property string unknown
    required property bool hasUnknown

    signal answered(string reply)

    height: implicitHeight
    spacing: Theme.xs

    Accessible.role: Accessible.Grouping
    Accessible.name: root.text

    KioskText {
        width: parent.width
        text: root.text
    }
    Row {
        spacing: Theme.isLaptop ? Theme.px(5) : Theme.target(6)

        OptionChip {
            text: root.yes
            isPicked: root.reply === "yes"
            Accessible.name: root.text + " " + text
            onActivated: root.answered("yes")
        }
        OptionChip {
            text: root.no
            isPicked: root.reply === "no"
            Accessible.name: root.text + " " + text
            onActivated: root.answered("no")
        }
        OptionChip {
            text: root.unknown
            isPicked: root.reply === "unknown"
            visible: root.hasUnknown
            Accessible.name: root.text + " " + text
            onActivated: root.answered("unknown")
        }
    }
}
