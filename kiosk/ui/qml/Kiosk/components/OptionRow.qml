pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A label and a few alternatives of which one holds; wraps, and stacks where the text is largest.
Item {
    id: root

    required property string label
    required property RowsModel options
    // Rows of one page have one column for their labels, or none of them has.
    property real widestCaption: root.captionWidth

    readonly property real captionWidth: caption.implicitWidth
    property real labelWidth: root.widestCaption + (Theme.isExtraLarge ? Theme.m : Theme.l)
    readonly property bool stacked: root.labelWidth < root.captionWidth || root.labelWidth > root.width * 0.3

    readonly property real chipHeight: chips.count > 0 ? chips.itemAt(0).height : 0

    signal picked(string key)

    width: parent ? parent.width : 0
    implicitHeight: Math.max(caption.implicitHeight, flow.y + flow.implicitHeight)
    height: implicitHeight

    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    KioskText {
        id: caption

        y: root.stacked ? 0 : Math.round((root.chipHeight - implicitHeight) / 2)
        text: root.label
        strong: true
    }
    Flow {
        id: flow

        x: root.stacked ? 0 : root.labelWidth
        y: root.stacked ? caption.implicitHeight + Theme.s : 0
        width: root.width - x
        spacing: Theme.isLaptop ? Theme.px(Theme.isExtraLarge ? 4 : 5) : Theme.target(6)

        Repeater {
            id: chips

            model: root.options

            OptionChip {
                required property string key
                required property string name

                text: name
                Accessible.name: root.label + ": " + name
                onActivated: root.picked(key)
            }
        }
    }
}
