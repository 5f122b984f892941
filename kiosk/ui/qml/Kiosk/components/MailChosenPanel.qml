import QtQuick
import Kiosk
import Kiosk.Backend

// Who gets a letter and who does not, before anything is made.
Column {
    id: root

    required property MailOut work

    height: visible ? implicitHeight : 0
    spacing: Theme.l

    LinesPanel {
        width: parent.width
        title: qsTr("Who gets a letter", "heading")
        lines: root.work.lines
    }
    Flow {
        width: parent.width
        spacing: Theme.s

        StaffPrimary {
            text: qsTr("Make the letters")
            visible: root.work.hasLetters
            onActivated: root.work.make()
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("Ten letters to look at")
            visible: root.work.hasLetters
            onActivated: root.work.proof()
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("Change the mail-out")
            onActivated: root.work.goBack()
        }
    }
}
