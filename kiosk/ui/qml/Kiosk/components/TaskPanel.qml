pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Tasks that stand together, one row each.
StaffPanel {
    id: root

    required property RowsModel tasks

    signal opened(string task)

    gap: Theme.xs

    Repeater {
        model: root.tasks

        TaskRow {
            id: row

            required property string key

            width: root.innerWidth
            onActivated: root.opened(row.key)
        }
    }
}
