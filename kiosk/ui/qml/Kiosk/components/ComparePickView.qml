pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Whom to compare: equal cards in the order of the session, nothing picked at entry.
CitizenPage {
    id: root

    required property Compare work
    required property CardLayout layout

    property int cardHeight: root.layout.cardHeight

    // Equal cards, as high as the fullest needs beside its box (N01).
    function measure() {
        let height = root.layout.cardHeight;
        for (let place = 0; place < cards.count; place++)
            height = Math.max(height, (cards.itemAt(place) as PickCard)?.implicitHeight ?? 0);
        root.cardHeight = Math.ceil(height);
    }

    title: qsTr("Whom do you want to compare?")
    note: root.work.most === 3 ? qsTr("Tap two or three") : qsTr("Tap two")
    backText: Theme.isCompact ? qsTr("All", "providers") : qsTr("All providers", "button")
    backLeaves: true
    forwardFilled: false
    forwardIcon: ""
    forwardText: root.work.count > 1 ? qsTr("Compare %1").arg(root.work.count) : qsTr("Compare", "button")
    blockSpacing: Theme.px(Theme.isLaptop ? 4 : 6)
    turner.columns: Theme.isPortrait || Theme.isLaptop && Theme.isLarge ? 1 : Theme.isExtraLarge ? 2 : 3
    onForward: root.work.compare()
    onBack: root.work.leave()

    MessageBar {
        width: root.roomWidth
        message: root.work.message
        onCame: root.turner.showFirst()
    }
    Repeater {
        id: cards

        model: root.work.cards

        PickCard {
            required property string key
            readonly property bool isCell: true
            readonly property int leastHeight: root.cardHeight

            height: Math.max(implicitHeight, leastHeight)
            pickedText: qsTr("In the comparison")
            boxBelow: true
            onImplicitHeightChanged: Qt.callLater(root.measure)
            onActivated: root.work.toggle(key)
        }
    }
}
