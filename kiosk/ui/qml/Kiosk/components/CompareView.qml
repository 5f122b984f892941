pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Two or three side by side; columns in the dealt order, rows as on paper.
CitizenPage {
    id: root

    required property Compare work

    readonly property bool stacked: Theme.isExtraLarge && (Theme.isLaptop || Theme.isPortrait)

    title: root.work.columns.length === 3 ? qsTr("Compare three providers") : qsTr("Compare two providers")
    backText: Theme.isCompact ? qsTr("All", "providers") : qsTr("All providers", "button")
    backLeaves: true
    forwardShown: root.turner.turnCount > 1
    forwardFilled: false
    forwardText: qsTr("To the top")
    forwardIcon: "arrow-up"
    // Rows share the line between them.
    blockSpacing: -Theme.rule
    onForward: root.turner.showFirst()
    onBack: root.work.leave()

    // Every page says whose column is whose; one under the other, every cell says so itself.
    banner: root.stacked ? null : heads

    middle: Component {
        KioskButton {
            text: qsTr("Compare others")
            onActivated: root.work.compareOthers()
        }
    }

    Component {
        id: heads

        CompareRow {
            label: ""
            heads: true
            names: root.work.columns
            cells: root.work.columns
            wholeCells: root.work.wholeNames
        }
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
