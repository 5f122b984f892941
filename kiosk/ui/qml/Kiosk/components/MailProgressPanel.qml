import QtQuick
import Kiosk
import Kiosk.Backend

// How far the making has come: in words, as a bar, and how long it takes yet.
Column {
    id: root

    required property string title
    required property MailProgress bar

    height: visible ? implicitHeight : 0
    spacing: Theme.s

    StaffText {
        width: parent.width
        text: root.title
        strong: true
    }
    Rectangle {
        width: parent.width
        height: Theme.px(4)
        radius: height / 2
        color: Theme.surface
        border.width: Theme.controlBorder
        border.color: Theme.border

        Accessible.role: Accessible.ProgressBar
        Accessible.name: root.title

        Rectangle {
            width: Math.round(parent.width * root.bar.fraction)
            height: parent.height
            radius: height / 2
            color: Theme.action
        }
    }
    StaffText {
        width: parent.width
        text: root.bar.timeLeft
        visible: text !== ""
    }
}
