import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Backend

// One line of writing under its label.
Column {
    id: root

    required property string label
    required property string value

    signal written(string text)

    height: implicitHeight
    spacing: Theme.xs

    KioskText {
        id: name

        text: root.label
        strong: true
    }
    T.TextField {
        id: field

        width: Math.min(root.width, Theme.px(150))
        height: Math.max(Theme.targetOrdinary, contentHeight + Theme.m)
        leftPadding: Theme.m
        rightPadding: Theme.m
        verticalAlignment: TextInput.AlignVCenter
        text: root.value
        color: Theme.text
        selectionColor: Theme.action
        selectedTextColor: Theme.actionText
        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        maximumLength: 80
        selectByMouse: true
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        onTextChanged: root.written(field.text)
        onAccepted: KeyHand.putAway()

        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.labelledBy: name

        background: Rectangle {
            color: Theme.surface
            radius: Theme.radiusButton
            border.width: Theme.controlBorder
            border.color: Theme.border

            FocusRing {
                around: parent
                visible: field.activeFocus
            }
        }
    }
}
