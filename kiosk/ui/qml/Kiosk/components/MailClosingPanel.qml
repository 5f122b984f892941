pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What becomes of the picked mail-out: it is posted, goes on, or never will be.
StaffPanel {
    id: root

    required property MailClosing closing
    required property bool canResume

    signal resumed

    visible: root.closing.canDiscard
    gap: Theme.m

    StaffButton {
        text: qsTr("Make the letters that are left")
        visible: root.canResume
        onActivated: root.resumed()
    }
    Repeater {
        model: root.closing.lines

        StaffText {
            required text

            width: root.innerWidth
        }
    }
    StaffField {
        width: root.innerWidth
        fieldWidth: Theme.px(48)
        label: qsTr("On which day were the letters posted?")
        value: root.closing.day
        longest: 12
        visible: root.closing.canPost
        onWritten: text => root.closing.writeDay(text)
    }
    StaffField {
        width: root.innerWidth
        label: qsTr("Numbers of letters that were pulled out, for example 3, 17-19")
        value: root.closing.apart
        longest: 2000
        visible: root.closing.canPost
        onWritten: text => root.closing.writeApart(text)
    }
    StaffPrimary {
        text: qsTr("The letters are posted")
        visible: root.closing.canPost
        onActivated: root.closing.post()
    }
    StaffText {
        width: root.innerWidth
        text: root.closing.files.progress
        visible: text !== ""
    }
    StaffButton {
        text: qsTr("Stop")
        visible: root.closing.files.canStop
        onActivated: root.closing.files.stop()
    }
    MailFilesQuestion {
        width: root.innerWidth
        files: root.closing.files
    }
    StaffButton {
        text: qsTr("Discard the mail-out …")
        visible: !root.closing.isDiscarding
        onActivated: root.closing.askDiscard()
    }
    StaffText {
        width: root.innerWidth
        text: qsTr("A discarded mail-out can neither be posted nor go on. Its people count as not written to. Destroy the letters yourself.")
        visible: root.closing.isDiscarding
    }
    Flow {
        width: root.innerWidth
        spacing: Theme.s
        visible: root.closing.isDiscarding

        StaffButton {
            text: qsTr("Discard it")
            onActivated: root.closing.discard()
        }
        StaffButton {
            text: qsTr("Keep it")
            onActivated: root.closing.keep()
        }
    }
}
