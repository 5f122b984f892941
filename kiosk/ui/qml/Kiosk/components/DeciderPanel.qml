pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Who speaks for the person: the role, and the name and basis of somebody else.
Column {
    id: root

    required property DeciderEntry who
    required property string label

    spacing: Theme.m

    StaffOptions {
        width: parent.width
        label: root.label
        options: root.who.roles
        onPicked: key => root.who.pick(key)
    }
    StaffField {
        width: parent.width
        fieldWidth: Theme.px(110)
        label: qsTr("Name of the one who decides")
        value: root.who.name
        longest: 80
        visible: root.who.asksName
        onWritten: text => root.who.writeName(text)
    }
    Repeater {
        model: root.who.questions

        StaffQuestion {
            required property string key

            width: root.width
            onAnswered: reply => root.who.answer(key, reply)
        }
    }
}
