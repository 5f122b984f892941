pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Looks like a sheet: a bar on top, square corners, field rows.
Rectangle {
    id: root

    required property string title
    required property RowsModel fields

    implicitHeight: stack.implicitHeight + Theme.px(2.2) + 2 * Theme.px(4.6)
    height: implicitHeight
    color: Theme.surface
    radius: Theme.radiusPaper
    border.width: Theme.panelBorder
    border.color: Theme.border

    Rectangle {
        width: parent.width
        height: Theme.px(2.2)
        color: Theme.action
    }
    Column {
        id: stack

        x: Theme.px(6)
        y: Theme.px(2.2) + Theme.px(4.6)
        width: parent.width - 2 * x

        KioskText {
            width: parent.width
            text: root.title
            heading: true
            font.pixelSize: Theme.h2Px
        }
        Repeater {
            model: root.fields

            FieldRow {
                id: row

                width: stack.width
                labelShare: 0.43
                // A long receipt number has the whole width rather than a break inside.
                stacked: Theme.isExtraLarge || probe.contentWidth > probe.width

                KioskText {
                    id: probe

                    width: row.width * (1 - row.labelShare)
                    text: row.value
                    wrapMode: Text.WordWrap
                    visible: false
                }
            }
        }
    }
}
