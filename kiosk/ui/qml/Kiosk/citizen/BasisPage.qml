pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Name and basis of somebody who decides for another; what the law does not allow is explained.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 5
    title: root.desk.who.roleName
    blockSpacing: Theme.m
    hasKeys: true
    onForward: root.desk.who.confirmBasis()
    onBack: root.desk.who.leaveBasis()

    MessageBar {
        width: root.roomWidth
        message: root.desk.who.reason
        onCame: root.turner.showFirst()
    }
    NameField {
        width: root.roomWidth
        label: qsTr("Name of the one who decides")
        value: root.desk.who.name
        onWritten: text => root.desk.who.writeName(text)
    }
    Repeater {
        model: root.desk.who.questions

        QuestionRow {
            required property string key

            width: root.roomWidth
            onAnswered: reply => root.desk.who.answer(key, reply)
        }
    }
}
