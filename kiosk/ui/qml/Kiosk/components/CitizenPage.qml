pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Four bands: header, content, action row, help strip. Content turns by whole blocks.
FocusScope {
    id: root

    required property AppShell shell
    required property int part
    required property string title
    property string note: ""
    // Stands beside the title where that leaves room, and nowhere else.
    property string asideNote: ""
    property string fault: ""
    property string forwardText: qsTr("Continue", "forward")
    property string forwardIcon: "arrow-right"
    property bool forwardFilled: true
    property bool forwardShown: true
    property string backText: qsTr("Back", "backward")
    property string backIcon: "arrow-left"
    property bool backFilled: false
    property bool backShown: true
    property bool backLeaves: false
    property bool isKept: false
    property bool framed: false
    property real blockSpacing: Theme.m
    property real turnerWidth: root.roomWidth
    property real turnerX: 0
    property Component aside: null
    property bool asideShown: false
    property Component lead: null
    property bool leadShown: false
    property real leadWidth: Math.round(root.roomWidth * 0.44)
    property real asideX: root.roomWidth - root.asideWidth
    property real asideWidth: Math.round(root.roomWidth * 0.43)
    property Component banner: null
    property Component middle: null
    property string turnText: ""
    property bool hasKeys: false
    property alias turner: turner

    default property alias blocks: turner.data

    readonly property bool hasBadge: root.shell.isExample && Theme.isCompact
    // Keys of the largest text leave no room for the header too; it is back when they are put away.
    readonly property bool isWritten: keys.isShown && Theme.isExtraLarge && !Theme.isPortrait
    // The largest text on a kiosk: what stands in the way of a page less is white.
    readonly property bool isTight: !Theme.isLaptop && Theme.isExtraLarge
    readonly property int roomWidth: root.width - 2 * Theme.margin
    readonly property int roomHeight: content.height
    readonly property real titleRoom: titleBand.titleRoom

    signal forward
    signal back
    signal entered

    function goForward() {
        if (turner.hasMore)
            root.turn(1);
        else
            root.forward();
    }
    function goBack() {
        if (turner.hasEarlier && !root.backLeaves)
            root.turn(-1);
        else
            root.back();
    }
    // What is shown now cannot be seen by everybody.
    function turn(by: int) {
        if (by > 0)
            turner.showMore();
        else
            turner.showEarlier();
        root.say(qsTr("Page %1 of %2").arg(turner.turn + 1).arg(turner.turnCount));
    }
    function say(words: string) {
        if (titleBand.visible)
            Voice.say(titleBand.heading, words);
    }
    // The page is shown, for the first time or again: from the top, with the title in focus.
    function enter() {
        turner.showFirst();
        titleBand.heading.forceActiveFocus(Qt.OtherFocusReason);
        root.entered();
    }

    onTurnTextChanged: root.say(root.turnText)
    onFaultChanged: if (root.fault !== "" && root.hasKeys)
        KeyHand.putAway()

    FocusKeeper {
        page: root
        heading: titleBand.heading
    }
    // What the keys to the right and to the left mean where strangers use the machine: see ClosedInput.
    Keys.onContext1Pressed: actions.useForward()
    Keys.onContext2Pressed: actions.useBack()

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    PageHeader {
        id: header

        width: parent.width
        height: root.isWritten ? 0 : Theme.headerHeight
        visible: !root.isWritten
        shell: root.shell
        part: root.part
        isKept: root.isKept
        z: 2
    }
    ExampleBadge {
        id: badge

        z: 3
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: header.bottom
        anchors.topMargin: Theme.px(3.4)
        visible: root.hasBadge
    }
    PageTitle {
        id: titleBand

        z: 2
        anchors.top: header.bottom
        width: parent.width
        title: root.title
        note: root.note
        asideNote: root.asideNote
        endX: root.hasBadge ? badge.x : root.width - Theme.margin
        noteEndX: root.hasBadge ? badge.x - Theme.l : root.width - Theme.margin
        coverHeight: keys.lift > 0 ? content.y - titleBand.y : 0
        titleEndX: root.asideShown && !root.hasBadge ? Theme.margin + root.asideX : titleBand.endX
    }
    Item {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: titleBand.bottom
        anchors.topMargin: Theme.px(Theme.isLaptop ? (Theme.isCompact ? 0.5 : 1.1) : root.isTight ? 2 : 4.5)
        anchors.bottom: actions.top
        anchors.bottomMargin: Theme.px(Theme.isLaptop ? 2.1 : root.isTight ? 2.7 : 4)

        Loader {
            width: root.leadWidth
            sourceComponent: root.lead
            active: root.leadShown
        }
        // Above the blocks on every turn.
        Loader {
            id: banner

            y: -keys.lift
            width: root.turnerWidth
            sourceComponent: root.banner
            active: root.banner !== null
        }
        PanelFrame {
            turner: turner
            visible: root.framed && root.fault === ""
        }
        Turner {
            id: turner

            x: root.turnerX
            readonly property real restY: banner.active ? banner.height + root.blockSpacing : 0

            y: turner.restY - keys.lift
            width: root.turnerWidth
            // As with the header: the turn of a field stays while it is written in.
            room: content.height - turner.restY - (root.isWritten ? Theme.headerHeight : 0)
            onTurned: keys.raiseLater()
            spacing: root.blockSpacing

            Accessible.role: Accessible.Grouping
            Accessible.name: root.title

            MessageBar {
                width: turner.width
                message: root.fault
                onCame: turner.showFirst()
            }
        }
        Loader {
            x: root.asideX
            y: header.height - content.y + Theme.px(Theme.isLaptop ? 4 : 7)
            width: root.asideWidth
            sourceComponent: root.aside
            active: root.asideShown
        }
    }
    BottomBand {
        anchors.top: actions.top
        anchors.bottom: parent.bottom
        width: parent.width
    }
    ActionRow {
        id: actions

        anchors.bottom: help.top
        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        groupName: root.title
        waits: turner.hasMore
        forwardText: root.forwardText
        forwardIcon: root.forwardIcon
        forwardFilled: root.forwardFilled
        forwardShown: root.forwardShown
        backText: root.backText
        backIcon: root.backIcon
        backFilled: root.backFilled
        backShown: root.backShown
        middle: root.middle
        onForward: root.goForward()
        onBack: root.goBack()
    }
    HelpStrip {
        id: help

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.isCompact ? 0 : Theme.px(1.2)
        width: parent.width
        height: Theme.helpStripHeight
        shell: root.shell
        visible: !Theme.isCompact
    }
    PageKeys {
        id: keys

        anchors.bottom: parent.bottom
        width: parent.width
        active: root.hasKeys
        turner: turner
        contentTop: content.y
        restY: turner.restY
    }
}
