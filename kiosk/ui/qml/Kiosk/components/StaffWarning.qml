import QtQuick
import Kiosk

// A warning over the dark bar of the staff's pages, heard wherever the focus is. It takes no focus: what
// is being written stays as it is. No numbers run.
Rectangle {
    id: root

    property string title
    property string how
    property string answer

    signal answered

    implicitHeight: Math.max(words.height, answerButton.height) + 2 * Theme.m
    color: Theme.warnBg
    border.width: Theme.panelBorder
    border.color: Theme.warnText

    function say() {
        Voice.interrupt(titleText, root.title + " " + root.how);
    }

    Component.onCompleted: root.say()

    Icon {
        id: mark

        x: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        name: "padlock"
        tone: Theme.warnText
        sizePx: Math.round(Theme.staffBodyPx * 1.4)
    }
    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.m
        anchors.right: answerButton.left
        anchors.rightMargin: Theme.m
        anchors.verticalCenter: parent.verticalCenter

        StaffText {
            id: titleText

            width: parent.width
            strong: true
            color: Theme.warnText
            text: root.title
        }
        StaffText {
            width: parent.width
            color: Theme.warnText
            text: root.how
        }
    }
    StaffButton {
        id: answerButton

        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        focusPolicy: Qt.NoFocus
        text: root.answer
        onActivated: root.answered()
    }
}
