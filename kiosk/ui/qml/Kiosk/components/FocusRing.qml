import QtQuick
import Kiosk

// Stands outside the control, so that nothing moves when focus comes.
Rectangle {
    id: root

    required property Item around
    property int ringWidth: Theme.focusWidth
    property int gap: Theme.focusGap
    property int innerRadius: Theme.radiusButton

    anchors.fill: root.around
    anchors.margins: -(root.gap + root.ringWidth)
    radius: root.innerRadius + root.gap + root.ringWidth
    color: "transparent"
    border.color: Theme.focus
    border.width: root.ringWidth
}
