import QtQuick
import Kiosk

// A bar to hold a ruler against: its ends are its edges, and its length is not rounded again.
Rectangle {
    id: root

    required property string label

    color: Theme.text

    Accessible.role: Accessible.Graphic
    Accessible.name: root.label
}
