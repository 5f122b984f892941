import QtQuick
import Kiosk

// One share on the scale from 0 to 100 percent; its number stands beside it. Every provider's alike.
Item {
    id: root

    required property int share
    required property string number
    required property bool filled

    implicitHeight: words.implicitHeight

    Rectangle {
        id: scale

        anchors.verticalCenter: parent.verticalCenter
        width: root.width - words.width - Theme.s
        height: Theme.px(3)
        color: "transparent"
        border.width: Theme.hairline
        border.color: Theme.borderSubtle
        visible: root.share >= 0

        Rectangle {
            width: Math.round(scale.width * Math.max(0, root.share) / 100)
            height: parent.height
            color: root.filled ? Theme.textSupport : Theme.surface
            border.width: Theme.panelBorder
            border.color: Theme.textSupport
            visible: root.share > 0
        }
    }
    StaffSupport {
        id: words

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(22)
        text: root.number
        Accessible.ignored: true
    }
}
