pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A small picture of the citizen's first page; nothing on it can be used.
Rectangle {
    id: root

    required property FirstPagePreview preview
    required property string municipality

    // Pixels of the picture for a millimetre of the laptop's screen.
    readonly property real unit: root.width / 301

    implicitHeight: Math.round(188 * root.unit)
    height: implicitHeight
    color: Theme.page
    border.width: Theme.controlBorder
    border.color: Theme.border

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Preview") + ": " + root.preview.title

    Rectangle {
        x: Theme.controlBorder
        y: Theme.controlBorder
        width: parent.width - 2 * x
        height: 20.4 * root.unit
        color: Theme.surface

        Small {
            x: 12 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            text: root.municipality
            font.weight: Font.DemiBold
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 12 * root.unit
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4 * root.unit

            Repeater {
                model: root.preview.buttons

                Chip {
                    border.width: 0
                    color: Theme.tint
                }
            }
        }
    }
    Small {
        x: 12 * root.unit
        y: 24 * root.unit
        text: root.preview.title
        capMm: 7
        font.weight: Font.DemiBold
    }
    Small {
        x: 12 * root.unit
        y: 39 * root.unit
        width: parent.width - 2 * x
        text: root.preview.lead
        capMm: 4.85
        wrapMode: Text.WordWrap
    }
    Column {
        x: 12 * root.unit
        y: 66 * root.unit
        spacing: 4.5 * root.unit

        Repeater {
            model: root.preview.rows

            Row {
                id: line

                required property string label
                required property string alternatives
                required property int picked

                Small {
                    width: 52 * root.unit
                    height: 18 * root.unit
                    verticalAlignment: Text.AlignVCenter
                    text: line.label
                    font.weight: Font.DemiBold
                }
                Row {
                    spacing: 5 * root.unit

                    Repeater {
                        model: line.alternatives.split("\n")

                        Chip {
                            required property int index

                            color: index === line.picked ? Theme.selected : Theme.surface
                            border.width: index === line.picked ? Theme.controlBorder : Theme.hairline
                        }
                    }
                }
            }
        }
    }
    Rectangle {
        x: Theme.controlBorder
        y: parent.height - height - Theme.controlBorder
        width: parent.width - 2 * x
        height: 36 * root.unit
        color: Theme.surface

        Chip {
            modelData: root.preview.forward
            anchors.right: parent.right
            anchors.rightMargin: 12 * root.unit
            y: 2.7 * root.unit
            height: 20 * root.unit
            color: Theme.action
            ink: Theme.actionText
        }
    }

    component Small: Text {
        property real capMm: 4.05

        color: Theme.text
        font.family: Theme.family
        font.pixelSize: Math.max(1, Math.round(capMm * root.unit / 0.66))
        textFormat: Text.PlainText
        Accessible.ignored: true
    }
    component Chip: Rectangle {
        id: chip

        required property string modelData
        property color ink: Theme.text

        width: words.implicitWidth + 10 * root.unit
        height: 16 * root.unit
        radius: 2 * root.unit
        border.color: Theme.border

        Small {
            id: words

            anchors.centerIn: parent
            text: chip.modelData
            color: chip.ink
            font.weight: Font.DemiBold
        }
    }
}
