pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A label band over equal columns; one provider under the other where the text is largest.
Item {
    id: root

    required property string label
    required property list<string> cells
    required property list<string> names
    // The same with hard spaces, shown where no word must be broken for them.
    property list<string> wholeCells: []
    property bool heads: false
    property bool stacked: false

    // Where height is scarcest the name stands before what is said of it.
    readonly property bool inLine: root.stacked && Theme.isCompact
    // Not by what is visible: a row on another turn would be lower there, and come and go without end.
    readonly property bool saysWho: root.stacked && !root.heads
    readonly property int pad: root.inLine ? Theme.px(1.1) : Theme.isExtraLarge ? Theme.xs : Theme.s
    readonly property int cellWidth: root.stacked ? root.width : Math.floor(root.width / Math.max(1, root.cells.length))

    implicitHeight: stack.implicitHeight
    height: implicitHeight

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        border.width: Theme.rule
        border.color: Theme.border
    }
    Column {
        id: stack

        width: parent.width

        Rectangle {
            width: parent.width
            height: band.implicitHeight + 2 * band.y
            color: Theme.tint
            border.width: Theme.rule
            border.color: Theme.border
            visible: root.label !== ""

            SupportText {
                id: band

                x: Theme.m
                y: root.inLine ? Theme.px(0.8) : Theme.xs
                width: parent.width - 2 * Theme.m
                text: root.label
            }
        }
        Grid {
            id: grid

            width: parent.width
            columns: root.stacked ? 1 : Math.max(1, root.cells.length)

            Repeater {
                model: root.cells

                Item {
                    id: cell

                    required property string modelData
                    required property int index

                    width: root.cellWidth
                    height: words.implicitHeight + 2 * root.pad

                    Rectangle {
                        width: Theme.rule
                        height: grid.height
                        color: Theme.border
                        visible: !root.stacked && cell.index > 0
                    }
                    Text {
                        id: whole

                        width: words.width
                        visible: false
                        font.family: Theme.family
                        font.pixelSize: Theme.bodyPx
                        font.weight: Font.DemiBold
                        wrapMode: Text.WordWrap
                        textFormat: Text.PlainText
                        text: root.wholeCells[cell.index] ?? ""
                    }
                    Item {
                        id: words

                        x: Theme.m
                        y: root.pad
                        width: parent.width - 2 * Theme.m
                        implicitHeight: Math.max(root.saysWho ? who.y + who.implicitHeight : 0, said.y + said.implicitHeight)

                        SupportText {
                            id: who

                            y: root.inLine ? said.baselineOffset - baselineOffset : 0
                            width: root.inLine ? Math.round((parent.width - Theme.m) / 2) : parent.width
                            text: root.names[cell.index] ?? ""
                            visible: root.saysWho
                        }
                        KioskText {
                            id: said

                            x: root.inLine ? parent.width - width : 0
                            y: root.saysWho && !root.inLine ? who.implicitHeight : 0
                            width: root.inLine ? Math.round((parent.width - Theme.m) / 2) : parent.width
                            strong: root.heads
                            lineHeight: (root.heads ? Theme.lineName : Theme.lineList) / Theme.naturalLine
                            text: whole.text !== "" && whole.contentWidth <= width ? whole.text : cell.modelData
                        }
                    }
                }
            }
        }
    }
}
