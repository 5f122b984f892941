pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Equal cards in reading order; the last row may end early, no card stretches.
Grid {
    id: root

    required property RowsModel cards
    required property CardLayout layout

    signal opened(string key)

    columns: root.layout.columns
    columnSpacing: root.layout.gap
    rowSpacing: root.layout.gap

    Repeater {
        model: root.cards

        ChoiceCard {
            required property string key

            width: root.layout.cardWidth
            height: root.layout.cardHeight
            isClose: root.layout.isClose
            onActivated: root.opened(key)
        }
    }
}
