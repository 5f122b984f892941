import QtQuick
import Kiosk

// One of a few short alternatives in a row: language, text size, colours, yes or no, a date.
KioskButton {
    id: root

    required property bool isPicked

    iconName: root.isPicked ? "checkmark-circle-fill" : "circle"
    picked: root.isPicked
    minHeight: Theme.target(18.2)
    padSide: Theme.px(3.4)
    isChoice: true
    isChosen: root.isPicked

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
}
