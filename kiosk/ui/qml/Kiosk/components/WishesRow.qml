import QtQuick
import Kiosk
import Kiosk.Backend

// One service: what is noted for the rule, and the way to change it.
Column {
    id: root

    required property WishesEntry wishes
    required property string key
    required property string name
    // Its own name hides nothing: a column has no text.
    required property string text

    readonly property bool isEntering: root.wishes.service === root.key

    function focusButton() {
        change.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.s
    // The form takes the focus with it when it closes; the button is shown a moment later.
    onIsEnteringChanged: if (!root.isEntering)
        Qt.callLater(root.focusButton)

    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.borderSubtle
    }
    Item {
        width: parent.width
        height: Math.max(facts.implicitHeight, change.height)

        Column {
            id: facts

            anchors.left: parent.left
            anchors.right: change.visible ? change.left : parent.right
            anchors.rightMargin: change.visible ? Theme.s : 0
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.name
                strong: true
            }
            StaffText {
                width: parent.width
                text: root.text
            }
        }
        StaffButton {
            id: change

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Note for the rule")
            visible: root.wishes.isAllowed && !root.isEntering
            Accessible.name: qsTr("Note for the rule") + ": " + root.name
            onActivated: root.wishes.begin(root.key)
        }
    }
    WishesForm {
        width: parent.width
        wishes: root.wishes
        visible: root.isEntering
    }
}
