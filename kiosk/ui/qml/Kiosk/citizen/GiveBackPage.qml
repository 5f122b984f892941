pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Between the two sides: only a staff code brings the staff's side back.
CitizenPage {
    id: root

    required property Desk desk

    readonly property GiveBack giveBack: root.desk.staff.giveBack

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: root.giveBack.part
    title: qsTr("Give the screen back")
    backText: root.giveBack.isStored ? qsTr("Back", "backward") : qsTr("Go on with the conversation")
    backLeaves: true
    forwardText: qsTr("Take the screen back")
    forwardIcon: "padlock"
    forwardFilled: false
    hasKeys: true
    blockSpacing: Theme.m
    onForward: root.giveBack.tryCode(code.text)
    onBack: root.giveBack.goOn()

    KioskText {
        width: root.roomWidth
        height: implicitHeight
        text: root.giveBack.lead
        strong: true
    }
    KioskText {
        width: root.roomWidth
        height: implicitHeight
        text: root.giveBack.notice
    }
    MessageBar {
        width: root.roomWidth
        message: root.giveBack.message
    }
    StaffField {
        id: code

        width: root.roomWidth
        height: implicitHeight
        fieldWidth: Theme.px(90)
        fieldHeight: Theme.targetOrdinary
        fontPx: Theme.bodyPx
        ringWidth: Theme.focusWidth
        label: root.giveBack.codeLabel
        masked: true
        longest: 64
        onAccepted: text => root.giveBack.tryCode(text)
    }
    Connections {
        target: root.giveBack

        function onCodeCleared() {
            code.clear();
            code.focusField();
        }
    }
}
