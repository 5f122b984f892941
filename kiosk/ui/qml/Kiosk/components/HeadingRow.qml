import QtQuick
import Kiosk

// A heading of a case list, what its cells look like, and what it means; pressed, it can be changed.
TapTarget {
    id: root

    required property string name
    required property string looks
    required property string field
    required property bool isOpen

    text: root.name
    width: parent ? parent.width : 0
    implicitHeight: Math.max(Theme.staffRow, Math.max(words.implicitHeight, meaning.implicitHeight) + 2 * Theme.s)
    ringWidth: Theme.staffFocusWidth
    ringRadius: Theme.radiusStaff

    Accessible.role: Accessible.Button
    Accessible.name: root.name + ": " + root.field
    Accessible.description: root.looks

    background: Rectangle {
        radius: Theme.radiusStaff
        color: root.showsPressed ? Theme.answerPressed : root.isOpen ? Theme.tint : Theme.surface
        border.width: Theme.controlBorder
        border.color: Theme.border
    }

    contentItem: Item {
        Column {
            id: words

            x: Theme.m
            y: Theme.s
            width: Math.round(parent.width * 0.58) - Theme.m

            StaffText {
                width: parent.width
                text: root.name
                strong: true
                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.looks
                Accessible.ignored: true
            }
        }
        StaffText {
            id: meaning

            x: words.x + words.width + Theme.m
            y: Theme.s
            width: pencil.x - x - Theme.s
            text: root.field
            Accessible.ignored: true
        }
        Icon {
            id: pencil

            anchors.right: parent.right
            anchors.rightMargin: Theme.m
            y: meaning.y + Math.round((Theme.staffBodyPx * 1.4 - height) / 2)
            name: root.isOpen ? "arrow-up" : "pencil"
            sizePx: Math.round(Theme.staffBodyPx * 1.15)
        }
    }
}
