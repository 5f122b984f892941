pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Earlier disposals, whose statements can be written once more.
StaffPanel {
    id: root

    required property DisposalStatements statements
    required property bool told

    signal asked(string key)

    title: qsTr("Earlier disposals")
    visible: list.count > 0

    StaffField {
        width: root.innerWidth
        label: qsTr("Folder", "of a file")
        value: root.statements.folder
        longest: 1000
        onWritten: text => root.statements.writeFolder(text)
    }
    Repeater {
        id: list

        model: root.statements.earlier

        Item {
            id: row

            required property string key
            required property string text

            width: root.innerWidth
            height: Math.max(words.implicitHeight, again.implicitHeight)

            StaffText {
                id: words

                width: parent.width - again.width - Theme.m
                text: row.text
                anchors.verticalCenter: parent.verticalCenter
            }
            StaffButton {
                id: again

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Write the statement")
                onActivated: root.asked(row.key)

                Accessible.name: again.text + ", " + row.text
            }
        }
    }
    StaffMessage {
        width: root.innerWidth
        message: root.told ? root.statements.message : ""
    }
    StaffMessage {
        width: root.innerWidth
        calm: true
        iconName: "checkmark"
        message: root.told ? root.statements.doneText : ""
    }
}
