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
    readonly property bool isGathered: Theme.isCompact || compare.implicitWidth + random.implicitWidth + some.implicitWidth + 2 * root.spacing > root.roomWidth

    spacing: Theme.targetGap

    KioskButton {
        text: qsTr("Show differently", "providers")
        visible: root.isGathered && !root.overview.isNarrowed
        onActivated: root.overview.seeOtherwise()
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
