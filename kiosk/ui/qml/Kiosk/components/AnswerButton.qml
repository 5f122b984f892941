import QtQuick
import Kiosk

// The same words on every answer page; tapping again clears the answer.
KioskButton {
    id: root

    required property bool isAnswer

    text: root.isAnswer ? qsTr("Your answer") : qsTr("This is my answer")
    iconName: root.isAnswer ? "checkmark-circle-fill" : Theme.isExtraLarge ? "" : "circle"
    picked: root.isAnswer
    isChoice: true
    isChosen: root.isAnswer

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
}
