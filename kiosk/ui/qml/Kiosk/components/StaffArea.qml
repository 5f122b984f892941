import QtQuick
import QtQuick.Templates as T
import Kiosk

// A few lines of writing under their label; Tab goes on, it writes nothing.
Column {
    id: root

    required property string label
    property string value: ""
    property string note: ""
    property int longest: 200
    property int lineCount: 3

    signal written(string text)

    spacing: Theme.xs

    StaffText {
        id: name

        width: parent.width
        text: root.label
        strong: true
    }
    StaffSupport {
        width: parent.width
        text: root.note
        visible: root.note !== ""
    }
    T.TextArea {
        id: field

        width: root.width
        height: Math.max(contentHeight, root.lineCount * Math.round(Theme.staffBodyPx * Theme.lineList)) + 2 * Theme.s
        padding: Theme.s
        leftPadding: Theme.m
        rightPadding: Theme.m
        text: root.value
        color: Theme.text
        selectionColor: Theme.action
        selectedTextColor: Theme.actionText
        font.family: Theme.family
        font.pixelSize: Theme.staffBodyPx
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.Wrap
        selectByMouse: true
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
        activeFocusOnTab: true
        // Asked for when it is needed: KeyNavigation would also bind the item before to this field, which
        // on a page that is still being made is not the one that stands before it in the end.
        Keys.onTabPressed: field.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: field.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        onTextChanged: root.written(field.text)

        Accessible.role: Accessible.EditableText
        Accessible.name: root.label
        Accessible.labelledBy: name
        Accessible.description: root.note

        background: Rectangle {
            color: Theme.surface
            radius: Theme.radiusStaff
            border.width: Theme.controlBorder
            border.color: Theme.border

            FocusRing {
                around: parent
                ringWidth: Theme.staffFocusWidth
                innerRadius: Theme.radiusStaff
                visible: field.activeFocus
            }
        }
    }
    StaffSupport {
        width: parent.width
        text: qsTr("%1 of %2 characters").arg(field.length).arg(root.longest)
    }
}
