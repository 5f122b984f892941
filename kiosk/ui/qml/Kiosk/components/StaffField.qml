import QtQuick
import QtQuick.Templates as T
import Kiosk
import Kiosk.Backend

// One line of writing under its label; masked for codes. Pasting works everywhere.
Column {
    id: root

    required property string label
    property string value: ""
    property string iconName: ""
    property string hint: ""
    property bool masked: false
    property bool labelShown: true
    // What is written on arrival takes the place of what stands there.
    property bool replaced: false
    property int longest: 200
    property int fieldHeight: Theme.staffButton
    property int fontPx: Theme.staffBodyPx
    property int ringWidth: Theme.staffFocusWidth
    property int fieldWidth: root.width
    readonly property string text: root.masked ? code.code : field.text

    signal written(string text)
    signal accepted(string text)
    signal tabbed

    function focusField() {
        field.forceActiveFocus(Qt.TabFocusReason);
    }
    // What comes next, from a scanner or from fingers, takes the place of what stands there.
    function selectAll() {
        field.selectAll();
    }
    function clear() {
        code.clear();
        field.clear();
    }

    spacing: Theme.xs

    MaskedCode {
        id: code
    }

    StaffText {
        id: name

        width: parent.width
        text: root.label
        font.pixelSize: root.fontPx
        strong: true
        visible: root.labelShown
    }
    // Where the keys of the screen follow the field, it does not hear the key that leads to them.
    Connections {
        target: field.activeFocus ? KeyHand : null

        function onKeysAsked(isAtEnd: bool) {
            if (!isAtEnd)
                root.tabbed();
        }
    }
    T.TextField {
        id: field

        width: Math.min(root.width, root.fieldWidth)
        height: Math.max(root.fieldHeight, contentHeight + Theme.s)
        leftPadding: root.iconName === "" ? Theme.m : 2 * Theme.m + mark.width
        rightPadding: Theme.m
        verticalAlignment: TextInput.AlignVCenter
        text: root.value
        color: Theme.text
        selectionColor: Theme.action
        selectedTextColor: Theme.actionText
        // What is the label already would be heard twice.
        placeholderText: root.hint === root.label ? "" : root.hint
        placeholderTextColor: Theme.textSupport
        font.family: Theme.family
        font.pixelSize: root.fontPx
        maximumLength: root.longest
        selectByMouse: true
        // Names are written here too, and the system's keyboard learns no word of them.
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        onTextChanged: {
            if (root.masked && field.text !== code.dots) {
                code.edit(field.text, field.cursorPosition);
                field.text = code.dots;
            } else if (!root.masked) {
                root.written(field.text);
            }
        }
        onAccepted: root.accepted(root.text)
        // Only told: the field moves the focus itself, before its parents would hear the key.
        Keys.onTabPressed: event => {
            root.tabbed();
            event.accepted = false;
        }
        onActiveFocusChanged: {
            if (root.replaced && field.activeFocus)
                field.selectAll();
        }

        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.labelledBy: name

        background: Rectangle {
            color: Theme.surface
            radius: Theme.radiusStaff
            border.width: Theme.controlBorder
            border.color: Theme.border

            FocusRing {
                around: parent
                ringWidth: root.ringWidth
                innerRadius: Theme.radiusStaff
                visible: field.activeFocus
            }
        }

        Text {
            x: field.leftPadding
            anchors.verticalCenter: parent.verticalCenter
            text: root.hint
            color: Theme.textSupport
            font: field.font
            textFormat: Text.PlainText
            visible: field.length === 0 && field.preeditText === ""
            Accessible.ignored: true
        }
        Icon {
            id: mark

            x: Theme.m
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            sizePx: Math.round(root.fontPx * 1.1)
            visible: root.iconName !== ""
        }
    }
}
