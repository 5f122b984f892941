import QtQuick
import Kiosk
import Kiosk.Backend

// Whom to compare.
ComparePickView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 6
    work: root.desk.strangers.compare
    layout: root.desk.strangers.overview.layout
}
