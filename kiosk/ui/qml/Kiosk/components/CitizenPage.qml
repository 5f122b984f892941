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
    property bool middleBeside: false
    property real forwardWidth: 0
    property alias turner: turner

    default property alias blocks: turner.data

    // What is shown; "visible" itself is false on a page that waits.
    readonly property bool hasBadge: root.shell.isExample && Theme.isCompact
    readonly property real titleEnd: root.hasBadge ? badge.x - Theme.l : root.width - Theme.margin
    readonly property bool isBesideRoomy: (Theme.isLaptop || Theme.isExtraLarge && !Theme.isPortrait) && Theme.margin + heading.implicitWidth + Theme.l + noteBeside.implicitWidth <= root.titleEnd
    readonly property bool hasNoteBeside: noteBeside.text !== "" && root.isBesideRoomy
    readonly property bool hasNoteBelow: root.note !== "" && !root.hasNoteBeside
    // Keys of the largest text leave no room for the header too; it is back when they are put away.
    readonly property bool isWritten: keys.board !== null && keys.board.isShown && Theme.isExtraLarge && !Theme.isPortrait
    // The largest text on a kiosk: what stands in the way of a page less is white.
    readonly property bool isTight: !Theme.isLaptop && Theme.isExtraLarge
    readonly property int roomWidth: root.width - 2 * Theme.margin
    readonly property int roomHeight: content.height
    readonly property int contentTop: content.y
    readonly property real titleRoom: (root.shell.isExample && Theme.isCompact ? badge.x : root.width - Theme.margin) - Theme.margin - Theme.s

    property real lift: 0

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
        if (heading.visible)
            Voice.say(heading, words);
    }
    // Whoever goes on with Tab sees where they are; the keys come back with the field.
    function uncover(item: Item) {
        if (!item || !keys.board || !keys.board.isShown || root.isIn(item, keys) || item === KeyHand.field)
            return;
        if (item.mapToItem(root, 0, item.height).y > keys.y)
            KeyHand.putAway();
    }
    // The field that is written in stands above the keys, and what is above it goes out of sight.
    function raise() {
        const field = KeyHand.field;
        if (!field || !keys.board || !keys.board.isShown || !root.isIn(field, turner)) {
            root.lift = 0;
            return;
        }
        // The whole block with its label: nothing is half shown.
        let block = field;
        while (block.parent !== turner)
            block = block.parent;
        const bottom = content.y + turner.restY + field.mapToItem(turner, 0, field.height).y;
        root.lift = bottom + Theme.s > keys.y ? Math.round(turner.restY + block.y) : 0;
    }
    function isIn(item: Item, frame: Item): bool {
        for (let each = item; each; each = each.parent)
            if (each === frame)
                return true;
        return false;
    }
    // The page is shown, for the first time or again: from the top, with the title in focus.
    function enter() {
        turner.showFirst();
        heading.forceActiveFocus(Qt.OtherFocusReason);
        root.entered();
    }

    onContentTopChanged: Qt.callLater(root.raise)
    onTurnTextChanged: root.say(root.turnText)
    onFaultChanged: if (root.fault !== "" && root.hasKeys)
        KeyHand.putAway()

    Connections {
        target: root.hasKeys ? KeyHand : null

        function onFieldChanged() {
            Qt.callLater(root.raise);
        }
    }
    Connections {
        target: root.hasKeys ? root.Window.window : null

        function onActiveFocusItemChanged() {
            root.uncover(root.Window.activeFocusItem);
        }
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

        z: 2
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: header.bottom
        anchors.topMargin: Theme.px(3.4)
        visible: root.hasBadge
    }
    // What a field that is written in has raised goes behind the title.
    Rectangle {
        z: 1
        anchors.top: header.bottom
        anchors.bottom: content.top
        width: parent.width
        color: Theme.page
        visible: root.lift > 0
    }
    KioskText {
        id: heading

        z: 2
        x: Theme.margin
        anchors.top: header.bottom
        anchors.topMargin: Theme.px(Theme.isLaptop ? (Theme.isCompact ? 3.2 : 4.4) : 7)
        width: (root.hasNoteBeside ? noteBeside.x : root.hasBadge ? badge.x : root.asideShown ? Theme.margin + root.asideX : root.width - Theme.margin) - x - Theme.s
        text: root.title
        heading: true
        font.pixelSize: Theme.h1Px
        focus: true
        Accessible.focusable: true
    }
    SupportText {
        id: noteBeside

        z: 2
        x: root.titleEnd - width
        anchors.baseline: heading.baseline
        text: root.note === "" ? root.asideNote : root.note
        visible: root.hasNoteBeside
    }
    SupportText {
        id: noteBelow

        z: 2
        x: Theme.margin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.px(1)
        width: root.roomWidth
        text: root.note
        visible: root.hasNoteBelow
    }
    Item {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: root.hasNoteBelow ? noteBelow.bottom : heading.bottom
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

            y: -root.lift
            width: root.turnerWidth
            sourceComponent: root.banner
            active: root.banner !== null
        }
        PanelFrame {
            width: turner.width
            height: Math.round(turner.shownHeight) + (turner.hasMore ? 0 : Theme.panelBorder)
            visible: root.framed && root.fault === ""
            opensBelow: turner.hasMore
            opensAbove: turner.hasEarlier
        }
        Turner {
            id: turner

            x: root.turnerX
            readonly property real restY: banner.active ? banner.height + root.blockSpacing : 0

            y: turner.restY - root.lift
            width: root.turnerWidth
            // As with the header: the turn of a field stays while it is written in.
            room: content.height - turner.restY - (root.isWritten ? Theme.headerHeight : 0)
            onTurned: Qt.callLater(root.raise)
            spacing: root.blockSpacing

            Accessible.role: Accessible.Grouping
            Accessible.name: root.title

            MessageBar {
                width: turner.width
                message: root.fault
                onMessageChanged: turner.showFirst()
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
    Rectangle {
        anchors.top: actions.top
        anchors.bottom: parent.bottom
        width: parent.width
        color: Theme.surface

        Rectangle {
            width: parent.width
            height: Theme.rule
            color: Theme.border
        }
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
        forwardWidth: root.forwardWidth
        backText: root.backText
        backIcon: root.backIcon
        backFilled: root.backFilled
        backShown: root.backShown
        middle: root.middle
        middleBeside: root.middleBeside
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
    Loader {
        id: keys

        readonly property KeyBoard board: item as KeyBoard

        anchors.bottom: parent.bottom
        width: parent.width
        active: root.hasKeys
        onYChanged: Qt.callLater(root.raise)

        sourceComponent: KeyBoard {}
    }
}
