import QtQuick
import Kiosk

// One of several alternatives of which one holds.
StaffButton {
    id: root

    required picked

    minHeight: Theme.target(9.6)
    iconName: root.picked ? "checkmark-circle-fill" : "circle"
    isChoice: true
    isChosen: root.picked

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
}
