pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Everything that will be stored, each line with its own way back.
CitizenPage {
    id: root

    required property Desk desk

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 6
    title: root.desk.review.title
    note: root.desk.review.hint
    framed: root.desk.review.message === ""
    blockSpacing: 0
    forwardText: root.desk.review.asksSignature ? qsTr("Continue", "forward") : root.desk.review.isStoring ? qsTr("Storing …") : Theme.isExtraLarge ? qsTr("Store", "short") : qsTr("Store my answers")
    forwardIcon: root.desk.review.asksSignature ? "arrow-right" : "checkmark"
    onForward: root.desk.review.store()
    onBack: root.desk.review.goBack()

    MessageBar {
        width: root.roomWidth
        message: root.desk.review.message
        onCame: root.turner.showFirst()
    }
    Repeater {
        id: answers

        model: root.desk.review.rows

        ReviewRow {
            required property string key
            required property int index

            lined: index < answers.count - 1

            width: root.roomWidth
            enabled: !root.desk.review.isStoring
            onChangeAsked: root.desk.review.change(key)
        }
    }
}
