import QtQuick
import Kiosk
import Kiosk.Backend

// One service: what is recorded beside what shall stand there, and the alternatives.
StaffPanel {
    id: root

    required property string was
    required property string becomes
    required property bool isOther
    required property RowsModel options

    signal picked(string key)

    Row {
        width: root.innerWidth
        spacing: Theme.m

        Column {
            width: Math.round((parent.width - Theme.m) / 2)

            StaffSupport {
                width: parent.width
                text: qsTr("Recorded")
            }
            StaffText {
                width: parent.width
                text: root.was
            }
        }
        Column {
            width: Math.round((parent.width - Theme.m) / 2)

            StaffSupport {
                width: parent.width
                text: qsTr("Shall stand there")
            }
            StaffText {
                width: parent.width
                text: root.becomes
                strong: root.isOther
            }
        }
    }
    StaffOptions {
        width: root.innerWidth
        label: qsTr("What is right?")
        headingShown: false
        options: root.options
        onPicked: key => root.picked(key)
    }
}
