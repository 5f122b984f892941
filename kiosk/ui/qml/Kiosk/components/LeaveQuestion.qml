import QtQuick
import Kiosk
import Kiosk.Backend

// Asked before proposals are given up; nothing is stored of them.
Column {
    id: root

    required property CaseAllocation work

    spacing: Theme.s
    onVisibleChanged: {
        if (root.visible)
            stay.forceActiveFocus(Qt.TabFocusReason);
    }

    StaffMessage {
        width: parent.width
        message: qsTr("Some proposals are not confirmed. They are not stored if you leave. The next list begins with the same people.")
    }
    Row {
        spacing: Theme.s

        StaffButton {
            id: stay

            text: qsTr("Go on with the list")
            onActivated: root.work.stay()
        }
        StaffButton {
            text: qsTr("Leave without confirming")
            onActivated: root.work.leave()
        }
    }
}
