import QtQuick
import Kiosk

// A tab or a button on the dark bar.
TapTarget {
    id: root

    property string iconName: ""
    property bool isTab: false
    property bool isCurrent: false

    implicitHeight: Theme.staffBar
    implicitWidth: line.implicitWidth
    ringRadius: Theme.radiusStaff

    Accessible.role: root.isTab ? Accessible.PageTab : Accessible.Button
    Accessible.selected: root.isCurrent

    background: Item {
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.target(0.9)
            color: Theme.actionText
            visible: root.isCurrent
        }
        Rectangle {
            anchors.centerIn: parent
            width: parent.width + 2 * Theme.s
            height: Theme.px(9)
            color: "transparent"
            radius: Theme.radiusStaff
            border.width: Theme.target(0.6)
            border.color: Theme.actionText
            visible: root.visualFocus
        }
    }

    contentItem: Item {
        Row {
            id: line

            anchors.centerIn: parent
            spacing: Theme.px(1.6)

            Icon {
                name: root.iconName
                tone: Theme.actionText
                sizePx: Math.round(Theme.staffBodyPx * 1.1)
                visible: root.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            StaffText {
                text: root.text
                color: Theme.actionText
                strong: root.isCurrent || !root.isTab
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
