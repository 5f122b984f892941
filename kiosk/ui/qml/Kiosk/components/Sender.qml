import QtQuick
import Kiosk
import Kiosk.Backend

// Whose screen it is: the shield, where there is one, and the name beside it.
Row {
    id: root

    required property AppShell shell

    property int fontPx: Theme.supportPx

    spacing: Theme.px(3.6)

    Icon {
        name: root.shell.isExample ? "crest" : ""
        tone: Theme.action
        sizePx: Theme.px(12)
        width: root.shell.isExample ? Theme.px(10.6) : 0
        visible: root.shell.isExample
        anchors.verticalCenter: parent.verticalCenter
    }
    KioskText {
        text: root.shell.municipality
        font.pixelSize: root.fontPx
        strong: true
        anchors.verticalCenter: parent.verticalCenter
    }
}
