import QtQuick
import Kiosk

// White sheet with a heading and blocks below it.
Rectangle {
    id: root

    property string title: ""
    property int gap: Theme.s
    default property alias blocks: stack.data

    readonly property int innerWidth: root.width - 2 * Theme.px(5)

    implicitHeight: stack.implicitHeight + 2 * Theme.px(5)
    height: implicitHeight
    color: Theme.surface
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: Theme.border

    Column {
        id: stack

        x: Theme.px(5)
        y: Theme.px(5)
        width: root.innerWidth
        spacing: root.gap

        StaffHeading {
            width: parent.width
            text: root.title
            visible: root.title !== ""
        }
    }
}
