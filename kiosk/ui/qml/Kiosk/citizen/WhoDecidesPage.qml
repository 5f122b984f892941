pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// In what capacity somebody decides; nothing is picked at entry.
CitizenPage {
    id: root

    required property Desk desk

    readonly property int columns: Theme.isPortrait || Theme.isExtraLarge || Theme.isLaptop && Theme.isLarge ? 1 : 2

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 5
    title: qsTr("Who decides?")
    blockSpacing: Theme.px(Theme.isLaptop ? 4 : 6)
    turner.columns: root.columns
    onForward: root.desk.who.goOn()
    onBack: root.desk.who.goBack()

    MessageBar {
        width: root.roomWidth
        message: root.desk.who.reason
        onCame: root.turner.showFirst()
    }
    KioskText {
        readonly property bool keepsNext: true

        width: root.roomWidth
        height: implicitHeight
        text: qsTr("Pick one answer. Next of kin can take part without deciding.")
    }
    Repeater {
        model: root.desk.who.roles

        RadioCard {
            required property string key
            readonly property bool isCell: true

            height: implicitHeight
            onActivated: root.desk.who.pickRole(key)
        }
    }
}
