import QtQuick
import Kiosk

// One task and a sentence about it: the whole row opens its page.
TapTarget {
    id: root

    required property string name
    required property string about

    text: root.name
    hoverEnabled: true
    ringRadius: Theme.radiusStaff
    ringWidth: Theme.staffFocusWidth
    implicitHeight: Math.max(Theme.staffRow, words.implicitHeight + 2 * Theme.s)

    Accessible.description: root.about

    background: Item {
        Rectangle {
            x: -Theme.s
            width: parent.width + 2 * Theme.s
            height: parent.height
            color: root.showsPressed ? Theme.answerPressed : root.hovered || root.visualFocus ? Theme.tint : Theme.surface
        }
        Rectangle {
            width: parent.width
            height: Theme.hairline
            color: Theme.borderSubtle
        }
    }

    contentItem: Item {
        Column {
            id: words

            width: chevron.x - Theme.s
            spacing: Theme.px(0.6)
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.name
                strong: true
                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.about
                Accessible.ignored: true
            }
        }
        Icon {
            id: chevron

            x: parent.width - width
            name: "chevron-right"
            sizePx: Theme.staffBodyPx
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
