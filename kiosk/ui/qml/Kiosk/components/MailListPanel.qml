import QtQuick
import Kiosk
import Kiosk.Backend

// The mail-outs that there are; the picked one can go on, or be entered as posted.
Column {
    id: root

    required property MailList batches
    required property bool canResume

    spacing: Theme.l

    PickList {
        width: parent.width
        title: qsTr("Mail-outs", "heading")
        options: root.batches.rows
        onPicked: key => root.batches.pick(key)
    }
    StaffPanel {
        id: panel

        width: parent.width
        title: root.batches.title
        visible: root.batches.canPost || root.canResume

        StaffButton {
            text: qsTr("Make the letters that are left")
            visible: root.canResume
            onActivated: root.batches.resume()
        }
        StaffField {
            width: panel.innerWidth
            fieldWidth: Theme.px(48)
            label: qsTr("On which day were the letters posted?")
            value: root.batches.day
            longest: 12
            visible: root.batches.canPost
            onWritten: text => root.batches.writeDay(text)
        }
        StaffPrimary {
            text: qsTr("The letters are posted")
            visible: root.batches.canPost
            onActivated: root.batches.post()
        }
    }
    StaffMessage {
        width: parent.width
        message: root.batches.message
    }
    StaffMessage {
        width: parent.width
        calm: true
        iconName: "checkmark"
        message: root.batches.doneText
    }
}
