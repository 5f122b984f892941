import QtQuick
import Kiosk

// One of several alternatives; a ring where one holds, a box where several may.
StaffButton {
    id: root

    required picked
    property bool several: false

    minHeight: Theme.target(9.6)
    iconName: root.picked ? "checkmark-circle-fill" : "circle"

    Accessible.role: root.several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.picked
    Accessible.name: root.text
}
