pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A whole page with one focused button; no numbers run (access G05).
FocusScope {
    id: root

    required property Desk desk

    readonly property int columnWidth: Math.min(root.width - 2 * Theme.margin, Theme.px(223))

    function enter() {
        stay.forceActiveFocus(Qt.OtherFocusReason);
    }

    Component.onCompleted: root.enter()

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Rectangle {
        width: parent.width
        height: Theme.px(20.5)
        color: Theme.surface

        Sender {
            x: Theme.margin
            height: parent.height
            shell: root.desk.shell
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.rule
            color: Theme.border
        }
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        width: root.columnWidth
        spacing: Theme.l

        KioskText {
            width: parent.width
            heading: true
            font.pixelSize: Theme.h1Px
            text: qsTr("Are you still here?")
        }
        KioskText {
            width: parent.width
            prose: true
            text: qsTr("Tap the button if you want to go on. Take as long as you like.")
        }
        KioskText {
            width: parent.width
            prose: true
            text: root.desk.strangers.outcome
        }
        KioskButton {
            id: stay

            width: parent.width
            minHeight: Theme.target(26)
            filled: true
            focus: true
            ringsOnTouch: true
            text: qsTr("I am still here")
            onActivated: root.desk.strangers.stay()
        }
        KioskButton {
            width: parent.width
            text: root.desk.strangers.isStored ? qsTr("End") : qsTr("End and delete")
            onActivated: root.desk.strangers.end()
        }
    }
    BottomBand {
        anchors.top: help.top
        anchors.bottom: parent.bottom
        width: parent.width
    }
    HelpStrip {
        id: help

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(1.2)
        width: parent.width
        height: Math.max(Theme.helpStripHeight, Theme.px(12))
        shell: root.desk.shell
    }
}
