pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Rows of which one is picked, in a panel; arrow keys walk, may be thousands long.
StaffPanel {
    id: root

    required property RowsModel options

    readonly property int count: list.count

    signal picked(string key)

    visible: list.count > 0

    ListView {
        id: list

        width: root.innerWidth
        height: Math.min(contentHeight, Theme.px(84))
        clip: true
        cacheBuffer: 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: root.options

        Accessible.role: Accessible.List
        Accessible.name: root.title

        delegate: PickRow {
            width: ListView.view.width
            onActivated: root.picked(key)
        }

        Rectangle {
            parent: list
            anchors.right: parent.right
            y: list.visibleArea.yPosition * list.height
            width: Theme.px(1)
            height: Math.max(Theme.px(6), list.visibleArea.heightRatio * list.height)
            radius: width / 2
            color: Theme.border
            visible: list.visibleArea.heightRatio < 1
        }
    }
}
