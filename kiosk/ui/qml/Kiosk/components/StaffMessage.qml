import QtQuick
import Kiosk

// Why something did not happen, or what has to be known first; no height without words.
Rectangle {
    id: root

    required property string message
    property string iconName: "warning"
    property bool calm: false

    readonly property color ink: root.calm ? Theme.text : Theme.warnText

    implicitHeight: root.message === "" ? 0 : words.implicitHeight + 2 * Theme.s
    height: implicitHeight
    visible: root.message !== ""
    color: root.calm ? Theme.tint : Theme.warnBg
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: root.calm ? Theme.border : Theme.warnText

    Icon {
        id: mark

        x: Theme.m
        y: words.y + Math.round(Theme.staffBodyPx * 0.14)
        name: root.iconName
        tone: root.ink
        sizePx: Math.round(Theme.staffBodyPx * 1.1)
    }
    StaffText {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.s
        anchors.right: parent.right
        anchors.rightMargin: Theme.m
        y: Theme.s
        text: root.message
        color: root.ink
    }
}
