import QtQuick
import Kiosk
import Kiosk.Backend

// Files with letters are gone or altered: the question before the mail-out counts as posted.
Column {
    id: root

    required property MailFiles files

    // The page finds it by this, and shows it whole: it may stand below what is seen.
    objectName: "form"
    visible: root.files.isLacking
    spacing: Theme.m

    Connections {
        target: root.files

        function onAsked() {
            Voice.interrupt(lacking, root.files.message);
            Qt.callLater(() => notYet.forceActiveFocus(Qt.TabFocusReason));
        }
    }
    StaffMessage {
        id: lacking

        width: parent.width
        message: root.files.message
    }
    StaffText {
        width: parent.width
        text: qsTr("Nothing is entered yet. If the folder was moved, write where it lies now as the folder of the mail-outs. If the files were deleted after printing, enter it all the same.")
    }
    Flow {
        width: parent.width
        spacing: Theme.s

        StaffButton {
            text: qsTr("Posted all the same")
            onActivated: root.files.accept()
        }
        StaffButton {
            id: notYet

            text: qsTr("Not yet")
            onActivated: root.files.leave()
        }
    }
}
