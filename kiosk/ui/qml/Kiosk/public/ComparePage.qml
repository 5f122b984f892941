import QtQuick
import Kiosk
import Kiosk.Backend

// Two or three side by side.
CompareView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 6
    work: root.desk.strangers.compare
}
