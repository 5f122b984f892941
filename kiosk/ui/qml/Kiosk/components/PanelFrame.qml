import QtQuick
import Kiosk

// A white sheet behind rows; a missing edge says that rows go on there.
Rectangle {
    id: root

    property bool opensAbove: false
    property bool opensBelow: false

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
        visible: !root.opensAbove
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.panelBorder
        color: Theme.border
        visible: !root.opensBelow
    }
}
