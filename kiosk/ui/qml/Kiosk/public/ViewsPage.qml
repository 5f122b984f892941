import QtQuick
import Kiosk
import Kiosk.Backend

// Another way of seeing the providers.
ViewsView {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 6
    overview: root.desk.strangers.overview
    onBack: root.desk.strangers.steps.back()
}
