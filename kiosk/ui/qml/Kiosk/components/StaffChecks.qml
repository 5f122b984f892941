pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A question of a staff page to which several answers may hold, wrapping.
Column {
    id: root

    required property string label
    required property RowsModel options
    property string note: ""

    signal toggled(string key)

    spacing: Theme.s

    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    StaffHeading {
        width: parent.width
        text: root.label
    }
    StaffSupport {
        width: parent.width
        text: root.note
        visible: root.note !== ""
    }
    Flow {
        width: parent.width
        spacing: Theme.s

        Repeater {
            model: root.options

            StaffCheck {
                required property string key
                required property string name
                required property bool picked

                text: name
                isPicked: picked
                onActivated: root.toggled(key)
            }
        }
    }
}
