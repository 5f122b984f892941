import QtQuick
import Kiosk

// The same words on every answer page; tapping again clears the answer.
KioskButton {
    id: root

    required property bool isAnswer

    text: root.isAnswer ? qsTr("Your answer") : qsTr("This is my answer")
    iconName: root.isAnswer ? "checkmark-circle-fill" : Theme.isExtraLarge ? "" : "circle"
    picked: root.isAnswer
    checkable: false

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.isAnswer
    Accessible.name: root.text
}
