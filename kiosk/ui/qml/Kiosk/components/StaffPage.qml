pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Dark bar, back line, title, then blocks that scroll where the screen is low.
FocusScope {
    id: root

    required property Desk desk
    required property string title
    property string line: ""
    property string backText: ""
    property string tab: "cases"
    property bool signedIn: true
    property Component tools: null
    property real bottomSpace: Theme.m
    property Item openForm: null
    property alias scrollY: flick.contentY

    default property alias blocks: room.data

    readonly property int roomWidth: root.width - 2 * Theme.staffMargin
    readonly property int roomHeight: flick.height
    readonly property real scrollRoom: Math.max(0, flick.contentHeight - flick.height)

    signal back

    function focusTitle() {
        heading.forceActiveFocus(Qt.OtherFocusReason);
    }
    // A form is shown whole where it fits: its buttons stand below the field that gets the focus. It is
    // known by its name: asking for its type would load it, which waits for a thread that waits for us.
    function formAround(item: Item): Item {
        if (item === null || item === room)
            return null;
        return item.objectName === "form" && item.height <= flick.height ? item : root.formAround(item.parent);
    }
    function revealFocus() {
        const item = root.Window.activeFocusItem;
        // The field stays in sight while its keys are used.
        if (item instanceof KeyButton) {
            root.reveal(KeyHand.field);
            return;
        }
        root.openForm = root.formAround(item);
        if (item !== null && flick.interactive && room.contains(room.mapFromItem(item, 0, 0)))
            root.reveal(root.openForm ?? item);
    }
    function reveal(item: Item) {
        const top = item.mapToItem(room, 0, 0).y;
        const bottom = top + item.height + Theme.m;
        flick.contentY = Math.max(0, Math.min(top - Theme.m, Math.max(flick.contentY, bottom - flick.height)));
    }

    Component.onCompleted: root.focusTitle()

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    StaffBar {
        id: bar

        width: parent.width
        shell: root.desk.shell
        staff: root.desk.staff
        tab: root.tab
        signedIn: root.signedIn
    }
    StaffBack {
        id: backLine

        x: Theme.staffMargin
        anchors.top: bar.bottom
        anchors.topMargin: visible ? Theme.px(3.6) : Theme.px(5.4)
        height: visible ? implicitHeight : 0
        text: root.backText
        visible: root.backText !== ""
        onActivated: root.back()
    }
    PageHeading {
        id: heading

        x: Theme.staffMargin
        anchors.top: backLine.bottom
        anchors.topMargin: Theme.px(2)
        width: (toolbox.active ? toolbox.x - Theme.m : root.width - Theme.staffMargin) - x
        height: Math.max(implicitHeight, toolbox.height)
        verticalAlignment: Text.AlignVCenter
        text: root.title
        font.pixelSize: Theme.staffH1Px
    }
    Loader {
        id: toolbox

        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        anchors.verticalCenter: heading.verticalCenter
        sourceComponent: root.tools
        active: root.tools !== null
    }
    StaffText {
        id: lineBelow

        x: Theme.staffMargin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.px(1)
        width: root.roomWidth
        height: visible ? implicitHeight : 0
        text: root.line
        color: Theme.textSupport
        visible: root.line !== ""
    }
    StaffMessage {
        id: fault

        x: Theme.staffMargin
        anchors.top: lineBelow.bottom
        anchors.topMargin: visible ? Theme.px(2) : 0
        width: root.roomWidth
        message: root.desk.staff.fault
    }
    Flickable {
        id: flick

        anchors.top: fault.bottom
        anchors.topMargin: Theme.px(3)
        anchors.bottom: keys.top
        width: parent.width
        contentWidth: width
        contentHeight: room.height + root.bottomSpace
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        Item {
            id: room

            x: Theme.staffMargin
            y: Theme.px(2.2)
            width: root.roomWidth
            height: childrenRect.height
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(1.5)
        y: flick.y + flick.visibleArea.yPosition * flick.height
        width: Theme.px(1)
        height: flick.visibleArea.heightRatio * flick.height
        radius: width / 2
        color: Theme.border
        visible: flick.visibleArea.heightRatio < 1
    }
    KeyBoard {
        id: keys

        anchors.bottom: parent.bottom
        width: parent.width
        margin: Theme.staffMargin
        onHeightChanged: root.revealFocus()
    }
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            root.revealFocus();
        }
    }
    // A form that opens with the focus in it has its place and height a moment later.
    Connections {
        target: root.openForm

        function onYChanged() {
            root.revealFocus();
        }
        function onHeightChanged() {
            root.revealFocus();
        }
    }
}
