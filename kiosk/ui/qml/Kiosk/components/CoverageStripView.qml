pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Backend

// Four equal cells; yes and no carry the same ink, tint and sign differ.
Item {
    id: root

    required property RowsModel cells
    property int columns: 4

    readonly property bool asRows: root.columns === 1

    implicitHeight: grid.implicitHeight
    height: implicitHeight

    GridLayout {
        id: grid

        width: parent.width
        columns: root.columns
        uniformCellHeights: true
        columnSpacing: Theme.m
        rowSpacing: root.asRows ? 0 : Theme.m

        Repeater {
            model: root.cells

            Rectangle {
                id: cell

                required property string label
                required property string hours
                required property string words
                required property string sign
                required property bool comes

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: root.asRows ? line.implicitHeight + Theme.px(1.6) : stack.implicitHeight + Theme.px(4.6)
                Layout.topMargin: root.asRows ? -Theme.panelBorder : 0
                color: cell.comes ? Theme.tint : Theme.surface
                radius: root.asRows ? 0 : Theme.radiusTile
                border.width: Theme.panelBorder
                border.color: Theme.border

                Accessible.role: Accessible.StaticText
                Accessible.name: cell.label + " " + cell.hours + ": " + cell.words

                Column {
                    id: stack

                    visible: !root.asRows
                    x: Theme.px(3.8)
                    width: parent.width - 2 * x
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.px(0.6)

                    CellText {
                        text: cell.label
                        strong: true
                        font.pixelSize: Theme.bodyPx
                    }
                    CellText {
                        text: cell.hours
                    }
                    Row {
                        spacing: Theme.xs

                        Icon {
                            name: cell.sign
                            sizePx: Math.round(Theme.supportPx * 1.05)
                            anchors.verticalCenter: parent.verticalCenter
                        }
                        CellText {
                            width: implicitWidth
                            text: cell.words
                        }
                    }
                }
                RowLayout {
                    id: line

                    visible: root.asRows
                    anchors.fill: parent
                    anchors.leftMargin: Theme.px(4)
                    anchors.rightMargin: Theme.px(4)
                    spacing: Theme.s

                    CellText {
                        Layout.preferredWidth: Math.round(cell.width * 0.18)
                        text: cell.label
                        strong: true
                        font.pixelSize: Theme.bodyPx
                    }
                    CellText {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 3
                        text: cell.hours
                    }
                    Icon {
                        name: cell.sign
                        sizePx: Theme.bodyPx
                    }
                    CellText {
                        Layout.preferredWidth: Math.round(cell.width * 0.33)
                        text: cell.words
                        font.pixelSize: Theme.bodyPx
                    }
                }
            }
        }
    }

    component CellText: KioskText {
        width: parent ? parent.width : 0
        color: Theme.text
        font.pixelSize: Theme.supportPx
        lineHeight: Theme.lineName / Theme.naturalLine
        Accessible.ignored: true
    }
}
