pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The header's foot: a hairline with ticks and a bar on the current part; the words say the same.
Item {
    id: root

    required property int part
    property int parts: 7
    property bool speaks: false

    implicitHeight: Theme.px(1.6)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Part %1 of 7").arg(root.part)
    Accessible.ignored: !root.speaks

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.rule
        color: Theme.border
    }
    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin

        Repeater {
            model: root.parts + 1

            Rectangle {
                required property int index

                x: Math.round(index * (parent.width - width) / root.parts)
                anchors.bottom: parent.bottom
                width: Theme.rule
                height: Theme.px(1.6)
                color: Theme.border
            }
        }
        Rectangle {
            x: Math.round((root.part - 1) * parent.width / root.parts)
            anchors.bottom: parent.bottom
            width: Math.round(parent.width / root.parts)
            height: Theme.px(1.6)
            color: Theme.action
        }
    }
}
