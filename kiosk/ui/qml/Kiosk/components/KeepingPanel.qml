import QtQuick
import Kiosk
import Kiosk.Backend

// How long the case is kept, and what is stored about the person, for that person.
StaffPanel {
    id: root

    required property CaseKeeping keeping
    required property CaseActions actions

    readonly property bool isEntering: root.keeping.isOpen

    function focusButton() {
        decide.forceActiveFocus(Qt.OtherFocusReason);
    }

    // The form takes the focus with it when it closes; the button is shown a moment later.
    onIsEnteringChanged: if (!root.isEntering)
        Qt.callLater(root.focusButton)
    title: qsTr("Keeping and access")

    StaffText {
        width: root.innerWidth
        text: root.keeping.stateText
    }
    StaffSupport {
        width: root.innerWidth
        text: root.keeping.whoText
        visible: text !== ""
    }
    KeepingForm {
        width: root.innerWidth
        keeping: root.keeping
        visible: root.keeping.isOpen
    }
    StaffMessage {
        width: root.innerWidth
        message: root.keeping.isOpen ? "" : root.keeping.message
    }
    StaffButton {
        id: decide

        width: root.innerWidth
        text: root.keeping.isHeld ? qsTr("Release the case") : qsTr("Keep the case")
        iconName: "padlock"
        visible: root.keeping.isAllowed && !root.keeping.isOpen
        onActivated: root.keeping.isHeld ? root.keeping.release() : root.keeping.begin()
    }
    StaffButton {
        width: root.innerWidth
        text: qsTr("Access to what is stored")
        iconName: "file-text"
        visible: root.actions.canGiveAccess
        onActivated: root.actions.giveAccess()
    }
}
