pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Which kinds of help somebody wants to read about; several can be picked.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 3
    title: qsTr("What do you want to read about?")
    blockSpacing: Theme.px(Theme.isLaptop ? 4 : 6)
    turner.columns: Theme.isPortrait || Theme.isLaptop && Theme.isLarge ? 1 : 2
    onEntered: root.desk.strangers.places.enter()
    onForward: root.desk.strangers.places.leaveServices()
    onBack: root.desk.strangers.steps.back()

    MessageBar {
        width: root.roomWidth
        message: root.desk.strangers.places.message
        onCame: root.turner.showFirst()
    }
    Repeater {
        model: root.desk.strangers.places.services

        PickCard {
            required property string key
            required isHelp
            readonly property bool isCell: true

            height: implicitHeight
            onActivated: root.desk.strangers.places.toggleService(key)
        }
    }
}
