import QtQuick
import Kiosk

// One thing that stays the same, as a block of its own; the first brings the heading.
Column {
    id: root

    required property string icon
    required property string text
    required property bool first
    required property bool last
    required property string title

    // All of them on one page, where that has room for them.
    readonly property bool keepsNext: !root.last

    height: implicitHeight
    spacing: Theme.s

    KioskText {
        width: parent.width
        text: root.title
        heading: true
        font.pixelSize: Theme.h2Px
        visible: root.first
        topPadding: Theme.s
    }
    PanelRow {
        width: parent.width
        iconName: root.icon
        sentence: root.text
        lined: false
        padSide: 0
    }
}
