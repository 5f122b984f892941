pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// White panel with a heading and one row per thing that stays the same.
Rectangle {
    id: root

    required property string title
    required property RowsModel items

    implicitHeight: stack.implicitHeight + 2 * Theme.px(5)
    height: implicitHeight
    color: Theme.surface
    radius: Theme.radiusCard
    border.width: Theme.panelBorder
    border.color: Theme.border

    Column {
        id: stack

        x: 0
        y: Theme.px(5)
        width: parent.width

        KioskText {
            x: Theme.px(5)
            width: parent.width - 2 * x
            text: root.title
            heading: true
            font.pixelSize: Theme.h2Px
            bottomPadding: Theme.s
        }
        Repeater {
            model: root.items

            PanelRow {
                required property string icon
                required property string text

                width: stack.width
                iconName: icon
                sentence: text
                lined: false
            }
        }
    }
}
