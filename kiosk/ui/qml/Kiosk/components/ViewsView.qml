pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The other ways of seeing the providers, one under another.
CitizenPage {
    id: root

    required property Overview overview

    title: qsTr("How do you want to see the providers?")
    backText: Theme.isCompact ? qsTr("All", "providers") : qsTr("All providers", "button")
    forwardShown: false
    blockSpacing: Theme.targetGap

    KioskButton {
        text: qsTr("Compare", "button")
        onActivated: root.overview.pickToCompare()
    }
    KioskButton {
        text: root.overview.isAToZ ? qsTr("Random order", "button") : qsTr("A to Å", "button")
        onActivated: root.overview.sort()
    }
    KioskButton {
        text: qsTr("Only some", "providers")
        onActivated: root.overview.narrow()
    }
}
