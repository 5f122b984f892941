pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Rows that are refused or lose a value, or cases that change: where, what, why. May be thousands long.
StaffPanel {
    id: root

    required property RowsModel problems

    visible: list.count > 0

    ListView {
        id: list

        width: root.innerWidth
        height: Math.min(contentHeight, Theme.px(70))
        clip: true
        cacheBuffer: 0
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        model: root.problems

        Accessible.role: Accessible.List
        Accessible.name: root.title

        FocusRing {
            around: list
            ringWidth: Theme.staffFocusWidth
            innerRadius: 0
            visible: list.activeFocus
        }

        delegate: Item {
            id: problem

            required property string place
            required property string what
            required property string reason

            width: ListView.view.width
            height: words.implicitHeight + Theme.s

            StaffText {
                width: Theme.px(30)
                text: problem.place
                strong: true
            }
            Column {
                id: words

                x: Theme.px(32)
                width: parent.width - x - Theme.s

                StaffText {
                    width: parent.width
                    text: problem.what
                    visible: problem.what !== ""
                }
                StaffText {
                    width: parent.width
                    text: problem.reason
                }
            }
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
