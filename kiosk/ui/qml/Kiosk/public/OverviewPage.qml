pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Every provider of one service as one equal card; nothing can be chosen here, only read.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool isLong: asked.advanceWidth > root.titleRoom

    function fitCards() {
        root.desk.strangers.overview.fit(root.roomWidth, root.roomHeight);
    }

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 6
    turnText: root.desk.strangers.overview.turnText
    title: root.isLong ? root.desk.strangers.overview.shortTitle : root.desk.strangers.overview.title
    note: root.isLong ? root.desk.strangers.overview.shortNote : root.desk.strangers.overview.note
    asideNote: root.isLong ? "" : root.desk.strangers.overview.asideNote
    forwardFilled: false
    forwardText: root.desk.strangers.overview.hasMoreCards ? qsTr("Show more") : qsTr("Continue", "forward")
    forwardIcon: root.desk.strangers.overview.hasMoreCards ? "arrow-down" : "arrow-right"
    blockSpacing: 0
    onForward: root.desk.strangers.overview.goOn()
    onEntered: {
        root.fitCards();
        root.say(root.desk.strangers.overview.takeNews());
    }
    // Later: fewer rows change the note, and the note changes the room.
    onRoomHeightChanged: Qt.callLater(root.fitCards)
    onBack: root.desk.strangers.overview.goBack()

    middle: root.desk.strangers.overview.hasSeveral ? tools : null

    Component {
        id: tools

        OverviewTools {
            overview: root.desk.strangers.overview
            roomWidth: root.roomWidth
        }
    }

    TextMetrics {
        id: asked

        font.family: Theme.family
        font.pixelSize: Theme.h1Px
        font.weight: Font.DemiBold
        text: root.desk.strangers.overview.title
    }
    Column {
        id: stack

        width: root.roomWidth
        height: implicitHeight
        spacing: 0

        CardGrid {
            cards: root.desk.strangers.overview.providers
            layout: root.desk.strangers.overview.layout
            onOpened: key => root.desk.strangers.overview.open(key)
        }
    }
}
