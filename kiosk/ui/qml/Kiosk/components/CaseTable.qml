pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The list of cases under its column names; only visible rows exist.
Rectangle {
    id: root

    required property CaseOverview cases
    required property string zoneHeading
    property real room: 0

    readonly property bool hasMore: list.visibleArea.heightRatio < 1
    readonly property int rowsThatFit: Math.floor((root.room - head.height - 2 * Theme.panelBorder) / Theme.staffRow)

    // Whole rows only: half a line at the edge would look like a fault.
    height: head.height + root.rowsThatFit * Theme.staffRow + 2 * Theme.panelBorder
    color: Theme.surface
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: Theme.border

    CaseColumns {
        id: columns

        width: root.width
    }
    Item {
        id: head

        width: parent.width
        height: Theme.px(9.6)

        StaffSupport {
            x: columns.nameX
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Name", "column")
            strong: true
        }
        StaffSupport {
            x: columns.zoneX
            anchors.verticalCenter: parent.verticalCenter
            text: root.zoneHeading
            strong: true
        }
        StaffSupport {
            x: columns.serviceX
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Services", "column")
            strong: true
        }
        StaffSupport {
            x: columns.deadlineX
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Deadline", "column")
            strong: true
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.rule
            color: Theme.border
        }
    }
    StaffText {
        anchors.top: head.bottom
        anchors.topMargin: Theme.l
        x: columns.nameX
        width: parent.width - 2 * x
        text: root.cases.emptyText
        visible: root.cases.emptyText !== ""
    }
    ListView {
        id: list

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.panelBorder
        clip: true
        cacheBuffer: 0 // rows made ahead are cancelled with a warning when the search changes
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        reuseItems: true
        snapMode: ListView.SnapToItem
        model: root.cases.rows

        Accessible.role: Accessible.List
        Accessible.name: qsTr("Cases", "heading")

        delegate: CaseRow {
            width: ListView.view.width
            columns: columns
            onActivated: root.cases.open(reference)
        }
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: Theme.px(0.8)
        y: list.y + list.visibleArea.yPosition * list.height
        width: Theme.px(1)
        height: Math.max(Theme.px(6), list.visibleArea.heightRatio * list.height)
        radius: width / 2
        color: Theme.border
        visible: root.hasMore
    }
}
