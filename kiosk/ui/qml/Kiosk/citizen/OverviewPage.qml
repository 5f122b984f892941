pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Every answer of one service as one equal card; nothing is picked, filled or focused at entry.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool isLong: asked.advanceWidth > root.titleRoom

    function fitCards() {
        root.desk.overview.fit(root.roomWidth, root.roomHeight);
    }

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 4
    turnText: root.desk.overview.turnText
    title: root.isLong ? root.desk.overview.shortTitle : root.desk.overview.title
    note: root.isLong ? root.desk.overview.shortNote : root.desk.overview.note
    asideNote: root.isLong ? "" : root.desk.overview.asideNote
    forwardFilled: false
    forwardText: root.desk.overview.hasMoreCards ? qsTr("Show more") : qsTr("Continue", "forward")
    forwardIcon: root.desk.overview.hasMoreCards ? "arrow-down" : "arrow-right"
    blockSpacing: 0
    onForward: root.desk.overview.goOn()
    onEntered: {
        root.fitCards();
        root.say(root.desk.overview.takeNews());
    }
    // Later: fewer rows change the note, and the note changes the room.
    onRoomHeightChanged: Qt.callLater(root.fitCards)
    onBack: root.desk.overview.goBack()

    middle: root.desk.overview.hasSeveral ? tools : null

    Component {
        id: tools

        OverviewTools {
            overview: root.desk.overview
            roomWidth: root.roomWidth
        }
    }

    TextMetrics {
        id: asked

        font.family: Theme.family
        font.pixelSize: Theme.h1Px
        font.weight: Font.DemiBold
        text: root.desk.overview.title
    }
    Column {
        id: stack

        width: root.roomWidth
        height: implicitHeight
        spacing: 0

        CardGrid {
            cards: root.desk.overview.providers
            layout: root.desk.overview.layout
            onOpened: key => root.desk.overview.open(key)
        }
        Item {
            width: parent.width
            height: root.desk.overview.layout.gap
            visible: root.desk.overview.isSplit

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Theme.rule
                color: Theme.border
            }
        }
        CardGrid {
            cards: root.desk.overview.options
            layout: root.desk.overview.layout
            onOpened: key => root.desk.overview.open(key)
        }
    }
}
