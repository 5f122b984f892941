import QtQuick
import Kiosk

// Text that assistive technology can find: plain, one family, left aligned, never cut.
Text {
    id: root

    property bool strong: false
    property bool heading: false
    // Sentences with a width of their own: lines end where the eye still finds the next one.
    property bool prose: false

    readonly property real lineTop: root.topPadding
    readonly property real lineStep: root.lineCount > 0 ? root.contentHeight / root.lineCount : 0

    color: Theme.text
    font.family: Theme.family
    font.pixelSize: Theme.bodyPx
    font.weight: root.strong || root.heading ? Font.DemiBold : Font.Normal
    rightPadding: root.prose ? Math.max(0, root.width - Theme.lineWidth(root.font.pixelSize)) : 0
    textFormat: Text.PlainText
    // A word wider than its column is broken rather than cut.
    wrapMode: Text.Wrap
    lineHeight: (root.strong || root.heading ? Theme.lineName : Theme.lineBody) / Theme.naturalLine

    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text === ""
}
