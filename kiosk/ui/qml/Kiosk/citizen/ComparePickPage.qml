import QtQuick
import Kiosk
import Kiosk.Backend

// Whom to compare.
ComparePickView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 4
    work: root.desk.compare
    layout: root.desk.overview.layout
}
