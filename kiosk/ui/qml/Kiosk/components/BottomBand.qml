import QtQuick
import Kiosk

// What stands behind the actions and the help strip of a page.
Rectangle {
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.rule
        color: Theme.border
    }
}
