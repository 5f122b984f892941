pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What happens without a choice, before any provider is presented.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 3
    title: root.desk.information.nonchoiceTitle
    framed: true
    blockSpacing: 0
    onForward: root.desk.steps.forward()
    onBack: root.desk.steps.back()

    Repeater {
        id: sentences

        model: root.desk.information.nonchoice

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
