import QtQuick
import Kiosk

// The way back, above the title.
TapTarget {
    id: root

    implicitHeight: Theme.target(7.4)
    implicitWidth: line.implicitWidth + Theme.s
    ringWidth: Theme.staffFocusWidth
    ringRadius: Theme.radiusStaff

    contentItem: Item {
        Row {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(1.8)

            Icon {
                name: "arrow-left"
                sizePx: Math.round(Theme.staffBodyPx * 1.1)
                anchors.verticalCenter: parent.verticalCenter
            }
            StaffText {
                text: root.text
                strong: true
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
