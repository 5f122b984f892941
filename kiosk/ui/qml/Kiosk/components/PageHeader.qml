import QtQuick
import Kiosk
import Kiosk.Backend

// Municipality, part, language, text and colours, end: alike on every citizen page.
FocusScope {
    id: root

    required property AppShell shell
    required property int part
    // Nothing is lost by an end.
    property bool isKept: false

    readonly property bool hasIcons: !Theme.isCompact && !(Theme.isPortrait && Theme.isLarge)
    readonly property bool partBeside: !Theme.isCompact && !Theme.isPortrait && sender.x + sender.width + Theme.px(6) + partText.implicitWidth <= buttons.x - Theme.s

    readonly property bool partShown: Theme.isPortrait || root.partBeside

    implicitHeight: Theme.headerHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Row {
        id: sender

        x: Theme.margin
        height: Theme.isPortrait ? Theme.px(16) : parent.height
        spacing: Theme.px(Theme.isCompact ? 7 : 3.6)

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
            font.pixelSize: Theme.supportPx
            strong: true
            visible: !Theme.isCompact
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            visible: Theme.isCompact
            spacing: Theme.s
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                name: "phone"
                sizePx: Math.round(Theme.supportPx * 1.1)
                anchors.verticalCenter: parent.verticalCenter
            }
            SupportText {
                text: root.shell.phone
                Accessible.name: qsTr("Questions? Call %1").arg(root.shell.phone)
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
    SupportText {
        id: partText

        x: Theme.isPortrait ? parent.width - Theme.margin - width : sender.x + sender.width + Theme.px(6)
        y: Math.round(((Theme.isPortrait ? Theme.px(16) : parent.height) - height) / 2)
        text: qsTr("Part %1 of 7").arg(root.part)
        visible: root.partShown
    }
    Row {
        id: buttons

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: Theme.isPortrait ? Theme.px(20) : Math.round((parent.height - height) / 2) - Theme.px(0.6)
        spacing: Theme.targetGap

        QuietButton {
            text: root.shell.languageName
            iconName: root.hasIcons ? "globe" : ""
            Accessible.name: qsTr("Language: %1").arg(root.shell.languageName)
            onActivated: root.shell.openSettings()
        }
        QuietButton {
            text: qsTr("Text and colours")
            iconName: root.hasIcons ? "theme" : ""
            onActivated: root.shell.openSettings()
        }
        QuietButton {
            text: root.shell.isPublic && !root.isKept ? qsTr("End and delete") : qsTr("End")
            iconName: root.hasIcons ? "leave" : ""
            onActivated: root.shell.endVisit()
        }
    }
    PartsLine {
        anchors.bottom: parent.bottom
        width: parent.width
        part: root.part
        speaks: !root.partShown
    }
}
