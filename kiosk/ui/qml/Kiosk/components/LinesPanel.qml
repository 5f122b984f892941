pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Whole sentences, one below the other; no height without any.
StaffPanel {
    id: root

    required property RowsModel lines

    readonly property int count: sentences.count

    gap: Theme.xs
    visible: sentences.count > 0

    Repeater {
        id: sentences

        model: root.lines

        StaffText {
            required text

            width: root.innerWidth
        }
    }
}
