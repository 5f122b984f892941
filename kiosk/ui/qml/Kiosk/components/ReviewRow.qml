import QtQuick
import Kiosk

// What it is about, the answer, what follows; "Endre" on the right.
Item {
    id: root

    required property string what
    required property string answer
    required property string consequence
    required property string changeName
    property bool canChange: true
    property bool lined: true

    signal changeAsked

    implicitHeight: words.implicitHeight + Theme.px(Theme.isExtraLarge ? 4 : 6.4)
    height: implicitHeight

    Column {
        id: words

        x: Theme.px(5)
        width: button.x - x - Theme.m
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.px(0.8)

        SupportText {
            width: parent.width
            text: root.what
        }
        KioskText {
            width: parent.width
            text: root.answer
            strong: true
        }
        SupportText {
            width: parent.width
            text: root.consequence
            color: Theme.text
            visible: root.consequence !== ""
        }
    }
    KioskButton {
        id: button

        anchors.right: parent.right
        anchors.rightMargin: Theme.px(5)
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Change")
        iconName: Theme.isCompact ? "" : "pencil"
        minHeight: Theme.targetOrdinary
        padSide: Theme.isCompact ? Theme.px(4) : Theme.buttonPadding
        Accessible.name: root.changeName
        onActivated: root.changeAsked()
    }
    Rectangle {
        anchors.bottom: parent.bottom
        x: Theme.px(5)
        width: parent.width - 2 * x
        height: Theme.hairline
        color: Theme.border
        visible: root.lined
    }
}
