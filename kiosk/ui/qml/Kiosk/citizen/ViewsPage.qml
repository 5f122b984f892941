import QtQuick
import Kiosk
import Kiosk.Backend

// Another way of seeing the providers.
ViewsView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 4
    overview: root.desk.overview
    onBack: root.desk.steps.back()
}
