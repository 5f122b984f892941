pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Cases that a rule lets go, each with a box, and why the others stay.
Column {
    id: root

    required property DueChoice choice

    signal goOn

    spacing: Theme.l

    StaffText {
        width: parent.width
        text: root.choice.dueText
        visible: text !== ""
    }
    StaffPanel {
        id: panel

        width: parent.width
        title: qsTr("Cases that can be deleted")
        visible: list.count > 0

        StaffSupport {
            width: panel.innerWidth
            text: qsTr("Take the tick away to keep a case this time.")
        }
        ListView {
            id: list

            width: panel.innerWidth
            height: Math.min(contentHeight, Theme.px(76))
            clip: true
            cacheBuffer: 0
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: root.choice.due

            Accessible.role: Accessible.List
            Accessible.name: panel.title

            delegate: DueRow {
                width: ListView.view.width
                onActivated: root.choice.toggle(key)
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
    StaffPrimary {
        text: root.choice.goOnText
        iconName: "arrow-right"
        iconOnRight: true
        visible: root.choice.pickedCount > 0
        onActivated: root.goOn()
    }
    StaffPanel {
        id: others

        width: parent.width
        title: qsTr("Why the other cases stay")
        gap: Theme.xs
        visible: reasons.count > 0

        Repeater {
            id: reasons

            model: root.choice.kept

            StaffText {
                required text

                width: others.innerWidth
            }
        }
    }
}
