import QtQuick
import Kiosk
import Kiosk.Backend

// The mail-outs that there are; the picked one can go on, be entered as posted, or be discarded.
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
    MailClosingPanel {
        width: parent.width
        title: root.batches.title
        closing: root.batches.closing
        canResume: root.canResume
        onResumed: root.batches.resume()
    }
    ProblemList {
        width: parent.width
        title: qsTr("Letters that were not made", "heading")
        problems: root.batches.unmade
    }
    StaffMessage {
        width: parent.width
        message: root.batches.message || root.batches.closing.message
    }
    StaffMessage {
        width: parent.width
        calm: true
        iconName: "checkmark"
        message: root.batches.closing.doneText
    }
}
