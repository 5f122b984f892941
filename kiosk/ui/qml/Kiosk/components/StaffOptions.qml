pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A question of a staff page and its alternatives, wrapping.
Column {
    id: root

    required property string label
    required property RowsModel options
    property string note: ""
    property bool headingShown: true

    signal picked(string key)

    function focusFirst() {
        if (choices.count > 0)
            choices.itemAt(0).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.s

    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    StaffHeading {
        width: parent.width
        text: root.label
        visible: root.headingShown
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
            id: choices

            model: root.options

            StaffOption {
                required property string key
                required property string name

                text: name
                onActivated: root.picked(key)
            }
        }
    }
}
