pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Who takes part without deciding; several may.
StaffChecks {
    id: root

    required property TakingPart who

    label: qsTr("Who takes part in the conversation?")
    note: qsTr("This is stored as taking part. It gives no right to decide.")
    options: root.who.options
    onToggled: key => root.who.toggle(key)
}
