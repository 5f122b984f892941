import QtQuick
import Kiosk
import Kiosk.Backend

// Other ways of seeing the providers, on request only; the same tools at home and on a public screen.
// One button leads to them where their row would take a card from the page, or not fit in at all.
Row {
    id: root

    required property Overview overview
    required property real roomWidth

    // Of the longer words: the row must not become another one when they are shown.
    readonly property real rowWidth: compare.implicitWidth + random.implicitWidth + some.implicitWidth + 2 * root.spacing
    readonly property real besides: back.implicitWidth + Math.max(forward.implicitWidth, more.implicitWidth) + 2 * Theme.target(6)
    // A second row of buttons would take a row of cards where the text is largest.
    readonly property bool isGathered: Theme.isCompact || root.rowWidth > root.roomWidth || Theme.isExtraLarge && !Theme.isPortrait && root.rowWidth + root.besides > root.roomWidth

    spacing: Theme.targetGap

    KioskButton {
        text: qsTr("Show differently", "providers")
        visible: root.isGathered && !root.overview.isNarrowed
        onActivated: root.overview.seeOtherwise()
    }
    KioskButton {
        id: back

        visible: false
        text: qsTr("Back", "backward")
        iconName: "arrow-left"
    }
    KioskButton {
        id: forward

        visible: false
        text: qsTr("Continue", "forward")
        iconName: "arrow-right"
    }
    KioskButton {
        id: more

        visible: false
        text: qsTr("Show more")
        iconName: "arrow-down"
    }
    KioskButton {
        id: random

        visible: false
        text: qsTr("Random order", "button")
    }
    KioskButton {
        id: compare

        text: qsTr("Compare", "button")
        visible: !root.isGathered
        onActivated: root.overview.pickToCompare()
    }
    KioskButton {
        text: root.overview.isAToZ ? qsTr("Random order", "button") : qsTr("A to Å", "button")
        visible: !root.isGathered
        onActivated: root.overview.sort()
    }
    KioskButton {
        id: some

        text: root.overview.isNarrowed ? qsTr("Show all", "providers") : qsTr("Only some", "providers")
        visible: !root.isGathered || root.overview.isNarrowed
        onActivated: root.overview.narrow()
    }
}
