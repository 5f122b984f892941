pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Where somebody lives; nothing is picked at entry, and not knowing leads to help.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 2
    title: qsTr("Where do you live?")
    blockSpacing: Theme.px(Theme.isLaptop ? 4 : 6)
    turner.columns: Theme.isPortrait || Theme.isLaptop && Theme.isLarge ? 1 : 2
    onEntered: root.desk.strangers.places.enter()
    onForward: root.desk.strangers.places.leaveZone()
    onBack: root.desk.strangers.steps.back()

    MessageBar {
        width: root.roomWidth
        message: root.desk.strangers.places.message
        onCame: root.turner.showFirst()
    }
    Repeater {
        model: root.desk.strangers.places.zones

        RadioCard {
            required property string key
            required isHelp
            readonly property bool isCell: true

            height: implicitHeight
            onActivated: root.desk.strangers.places.pickZone(key)
        }
    }
}
