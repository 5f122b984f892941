import QtQuick
import Kiosk

// Back on the left, forward on the right, tools between; in two rows where they do not fit in one.
Item {
    id: root

    required property string groupName
    required property bool waits
    required property string forwardText
    required property string forwardIcon
    required property bool forwardFilled
    required property bool forwardShown
    required property string backText
    required property string backIcon
    required property bool backFilled
    required property bool backShown
    required property Component middle

    readonly property bool hasForward: root.forwardShown || root.waits
    // Kept while the tools move from one row to the other: without a width between, rows would change again.
    property real middleWidth: 0
    // Its own words count while it says "show more" too: the row would give room to the last block, and
    // take it back when that is shown.
    readonly property real forwardRoom: root.forwardShown ? Math.max(forwardButton.width, ownWords.advanceWidth + (root.forwardIcon === "" ? 0 : root.iconRoom) + 2 * Theme.buttonPadding) : root.hasForward ? forwardButton.width : 0
    readonly property real iconRoom: Math.round(Theme.bodyPx * 1.1) + Theme.px(2.6)
    readonly property real backRoom: root.backShown ? Math.ceil(backWords.advanceWidth) + (root.backIcon === "" ? 0 : root.iconRoom) + 2 * Theme.buttonPadding : 0
    readonly property real rowWidth: root.backRoom + (root.middle === null ? 0 : root.middleWidth) + root.forwardRoom + 2 * Theme.target(6)
    // A sign goes before a row of cards does.
    readonly property bool isSnug: root.middle !== null && root.backIcon === "arrow-left" && root.rowWidth > root.width && root.rowWidth - root.iconRoom <= root.width
    readonly property bool isStacked: root.rowWidth > root.width && !root.isSnug
    readonly property bool stacksMiddle: root.isStacked && root.middle !== null

    signal forward
    signal back

    // A key does what the button does, where it is shown.
    function useForward() {
        if (forwardButton.visible)
            forwardButton.click();
    }
    function useBack() {
        if (backButton.visible)
            backButton.click();
    }

    // Later: the row that the tools leave or join is not to be told of its width while it makes up its mind.
    function measureMiddle() {
        const width = Math.max(toolsAbove.width, tools.width);
        if (width > 0)
            root.middleWidth = width;
    }

    height: root.isStacked ? 2 * Theme.actionRowHeight : Theme.actionRowHeight

    TextMetrics {
        id: ownWords

        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
        text: root.forwardText
    }
    TextMetrics {
        id: backWords

        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
        text: root.backText
    }
    Loader {
        id: toolsAbove

        y: Math.round((Theme.actionRowHeight - height) / 2)
        x: Math.round((parent.width - width) / 2)
        sourceComponent: root.middle
        active: root.stacksMiddle
        visible: toolsAbove.active
        onWidthChanged: Qt.callLater(root.measureMiddle)

        Accessible.role: Accessible.Grouping
        Accessible.name: root.groupName
        Accessible.ignored: !root.stacksMiddle
    }
    KioskButton {
        id: backButton

        y: Math.round((Theme.actionRowHeight - height) / 2) + (root.stacksMiddle ? Theme.actionRowHeight : 0)
        text: root.backText
        iconName: root.isSnug ? "" : root.backIcon
        filled: root.backFilled
        visible: root.backShown
        onActivated: root.back()
    }
    Loader {
        id: tools

        y: Math.round((Theme.actionRowHeight - height) / 2)
        x: Math.round((backButton.x + backButton.width + (root.hasForward ? forwardButton.x : root.width) - width) / 2)
        sourceComponent: root.middle
        active: root.middle !== null && !root.stacksMiddle
        visible: tools.active
        onWidthChanged: Qt.callLater(root.measureMiddle)

        Accessible.role: Accessible.Grouping
        Accessible.name: root.groupName
        Accessible.ignored: root.middle === null || root.stacksMiddle
    }
    KioskButton {
        id: forwardButton

        anchors.right: parent.right
        y: root.height - Math.round((Theme.actionRowHeight + height) / 2)
        text: root.waits ? qsTr("Show more") : root.forwardText
        iconName: root.waits ? "arrow-down" : root.forwardIcon
        iconOnRight: true
        filled: root.forwardFilled
        visible: root.hasForward
        onActivated: root.forward()
    }
}
