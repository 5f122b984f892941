import QtQuick
import Kiosk

// The staff's pages are about to be locked: lies over the dark bar, and is heard wherever the focus is
// (access O14). No numbers run.
Rectangle {
    id: root

    readonly property string told: title.text + " " + how.text

    signal stayed

    implicitHeight: words.height + 2 * Theme.m
    color: Theme.warnBg
    border.width: Theme.panelBorder
    border.color: Theme.warnText

    Component.onCompleted: Voice.interrupt(title, root.told)

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
        anchors.right: stay.left
        anchors.rightMargin: Theme.m
        y: Theme.m

        StaffText {
            id: title

            width: parent.width
            strong: true
            color: Theme.warnText
            text: qsTr("The page will be locked in less than a minute, because nobody has used it for a while.")
        }
        StaffText {
            id: how

            width: parent.width
            color: Theme.warnText
            text: qsTr("Tap anywhere, or press Space or Enter, to go on. What you have written stays.")
        }
    }
    StaffButton {
        id: stay

        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        anchors.verticalCenter: parent.verticalCenter
        focusPolicy: Qt.NoFocus
        text: qsTr("I am still here")
        onActivated: root.stayed()
    }
}
