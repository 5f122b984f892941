import QtQuick
import Kiosk
import Kiosk.Backend

// Only those who …, because the person asks for them.
SomeView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 4
    work: root.desk.narrowing
}
