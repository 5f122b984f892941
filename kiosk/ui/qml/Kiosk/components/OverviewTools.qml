import QtQuick
import Kiosk
import Kiosk.Backend

// Other ways of seeing the providers, on request only; the same tools at home and on a public screen.
// In the largest text one button leads to them, so that their row takes no card from the page.
Row {
    id: root

    required property Overview overview

    spacing: Theme.targetGap

    KioskButton {
        text: qsTr("Show differently", "providers")
        visible: Theme.isCompact && !root.overview.isNarrowed
        onActivated: root.overview.seeOtherwise()
    }
    KioskButton {
        text: qsTr("Compare", "button")
        visible: !Theme.isCompact
        onActivated: root.overview.pickToCompare()
    }
    KioskButton {
        text: root.overview.isAToZ ? qsTr("Random order", "button") : qsTr("A to Å", "button")
        visible: !Theme.isCompact
        onActivated: root.overview.sort()
    }
    KioskButton {
        text: root.overview.isNarrowed ? qsTr("Show all", "providers") : qsTr("Only some", "providers")
        visible: !Theme.isCompact || root.overview.isNarrowed
        onActivated: root.overview.narrow()
    }
}
