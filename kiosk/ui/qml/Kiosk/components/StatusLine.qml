import QtQuick
import Kiosk

// A mark and its words: ring waits, clock postponed, tick answered, dash not offered.
Row {
    id: root

    required property string mark
    required property string text
    property color ink: Theme.text
    property bool markShown: true
    // What it stands in says the same.
    property bool isSilent: false

    spacing: Theme.xs

    Icon {
        name: root.mark
        tone: root.ink
        sizePx: Math.round(Theme.staffBodyPx * 1.05)
        visible: root.markShown
        anchors.verticalCenter: parent.verticalCenter
    }
    StaffText {
        width: Math.min(implicitWidth, root.width - Theme.staffBodyPx - 2 * Theme.xs)
        text: root.text
        color: root.ink
        lineHeight: 1.2 / Theme.naturalLine
        anchors.verticalCenter: parent.verticalCenter

        Accessible.ignored: root.isSilent || root.text === ""
    }
}
