import QtQuick
import Kiosk
import Kiosk.Backend

// A white sheet behind the blocks of a turner; a missing edge says that they go on there.
Rectangle {
    id: root

    required property Turner turner

    width: root.turner.width
    height: Math.round(root.turner.shownHeight) + (root.turner.hasMore ? 0 : Theme.panelBorder)
    color: Theme.surface

    Rectangle {
        width: Theme.panelBorder
        height: parent.height
        color: Theme.border
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.panelBorder
        height: parent.height
        color: Theme.border
    }
    Rectangle {
        width: parent.width
        height: Theme.panelBorder
        color: Theme.border
        visible: !root.turner.hasEarlier
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.panelBorder
        color: Theme.border
        visible: !root.turner.hasMore
    }
}
