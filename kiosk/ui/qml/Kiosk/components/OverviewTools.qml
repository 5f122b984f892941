import QtQuick
import Kiosk
import Kiosk.Backend

// Other ways of seeing the providers, on request only; the same tools at home and on a public screen.
Row {
    id: root

    required property Overview overview

    spacing: Theme.targetGap

    KioskButton {
        text: qsTr("Compare", "button")
        onActivated: root.overview.pickToCompare()
    }
    KioskButton {
        text: root.overview.isAToZ ? qsTr("Random order", "button") : qsTr("A to Å", "button")
        onActivated: root.overview.sort()
    }
    KioskButton {
        text: root.overview.isNarrowed ? qsTr("Show all", "providers") : qsTr("Only some", "providers")
        onActivated: root.overview.narrow()
    }
}
