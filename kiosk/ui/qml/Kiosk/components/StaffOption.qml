import QtQuick
import Kiosk

// One of several alternatives of which one holds.
StaffButton {
    id: root

    required picked

    minHeight: Theme.target(9.6)
    iconName: root.picked ? "checkmark-circle-fill" : "circle"

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.picked
    Accessible.name: root.text
}
