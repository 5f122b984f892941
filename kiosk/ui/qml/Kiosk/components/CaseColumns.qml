import QtQuick
import Kiosk

// Where the columns of the list stand; shared by its heading and its rows.
QtObject {
    id: root

    required property real width

    readonly property int nameX: Theme.px(5)
    readonly property int zoneX: Math.round(root.width * 0.235)
    readonly property int serviceX: Math.round(root.width * 0.34)
    readonly property int deadlineX: Math.round(root.width * 0.7)
    readonly property int openX: Math.round(root.width - Theme.px(20))
}
