pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Equal cards in reading order; the last row may end early, no card stretches.
Grid {
    id: root

    required property RowsModel cards

    signal opened(string key)

    columns: Theme.cardColumns
    columnSpacing: Math.max(Theme.cardGap, 0)
    rowSpacing: Theme.cardGap

    Repeater {
        model: root.cards

        ChoiceCard {
            required property string key

            onActivated: root.opened(key)
        }
    }
}
