pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Two or three side by side; columns in the dealt order, rows as on paper.
CitizenPage {
    id: root

    required property Compare work

    readonly property bool stacked: Theme.isExtraLarge

    title: root.work.columns.length === 3 ? qsTr("Compare three providers") : qsTr("Compare two providers")
    backText: Theme.isCompact ? qsTr("All", "providers") : qsTr("All providers", "button")
    backLeaves: true
    forwardShown: root.turner.turnCount > 1
    forwardFilled: false
    forwardText: qsTr("To the top")
    forwardIcon: "arrow-up"
    blockSpacing: 0
    onForward: root.turner.showFirst()
    onBack: root.work.leave()

    middle: Component {
        KioskButton {
            text: qsTr("Compare others")
            onActivated: root.work.compareOthers()
        }
    }

    CompareRow {
        width: root.roomWidth
        label: ""
        heads: true
        names: root.work.columns
        cells: root.work.columns
        stacked: root.stacked
    }
    Repeater {
        model: root.work.rows

        CompareRow {
            id: line

            required property string first
            required property string second
            required property string third

            width: root.roomWidth
            names: root.work.columns
            cells: [line.first, line.second, line.third].slice(0, root.work.columns.length)
            stacked: root.stacked
        }
    }
    OptionalText {
        width: root.roomWidth
        support: true
        text: root.work.note
        topPadding: Theme.m
    }
}
