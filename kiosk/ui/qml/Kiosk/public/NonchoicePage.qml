pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What happens without a choice, before any provider is presented.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 5
    title: root.desk.strangers.information.nonchoiceTitle
    framed: true
    blockSpacing: 0
    onForward: root.desk.strangers.steps.forward()
    onBack: root.desk.strangers.steps.back()

    Repeater {
        id: sentences

        model: root.desk.strangers.information.nonchoice

        PanelRow {
            required property string icon
            required property string text
            required property int index

            lined: index < sentences.count - 1
            width: root.roomWidth
            iconName: icon
            sentence: text
        }
    }
}
