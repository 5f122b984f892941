pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Folders to begin in, a path to write or paste, and what the folder holds.
Column {
    id: root

    required property FilePicker picker

    spacing: Theme.m

    Flow {
        width: parent.width
        spacing: Theme.s

        Repeater {
            model: root.picker.places

            StaffButton {
                required property string key
                required property string name

                text: name
                iconName: "folder"
                onActivated: root.picker.choose(key)
            }
        }
    }
    Row {
        width: parent.width
        spacing: Theme.s

        StaffField {
            id: path

            width: parent.width - open.width - Theme.s
            label: qsTr("File or folder")
            value: root.picker.folder
            longest: 1000
            onAccepted: text => root.picker.choose(text)
        }
        StaffButton {
            id: open

            anchors.bottom: parent.bottom
            text: qsTr("Open", "a file")
            onActivated: root.picker.choose(path.text)
        }
    }
    StaffMessage {
        width: parent.width
        message: root.picker.message
        iconName: "information"
        calm: true
    }
    StaffPanel {
        width: parent.width
        gap: Theme.xs

        Repeater {
            model: root.picker.entries

            StaffButton {
                id: entry

                required property string key
                required property string name
                required property string mark

                quiet: entry.mark !== "file-text"
                text: entry.name
                iconName: entry.mark
                onActivated: root.picker.choose(entry.key)
            }
        }
    }
}
