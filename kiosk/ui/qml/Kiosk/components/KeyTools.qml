import QtQuick
import Kiosk
import Kiosk.Backend

// Keys that write nothing by themselves, and the one for a blank: in columns of one width, without holes.
Flow {
    id: root

    required property int columns
    required property int gap
    required property bool isCapital
    required property bool isSigns

    readonly property real widest: Math.max(last.implicitWidth, all.implicitWidth, capitals.implicitWidth, signs.implicitWidth, blank.implicitWidth, done.implicitWidth, hide.implicitWidth)
    readonly property real cell: Math.floor((root.width - (root.columns - 1) * root.gap) / root.columns)

    signal capitalsToggled
    signal signsToggled

    function widthOf(columns: int): real {
        return columns * root.widest + (columns - 1) * root.gap;
    }
    function columnsWithin(width: real): int {
        return [4, 3].find(columns => root.widthOf(columns) <= width) ?? 2;
    }
    function spanOf(columns: int): real {
        return columns * root.cell + (columns - 1) * root.gap;
    }

    spacing: root.gap

    KeyButton {
        id: last

        width: root.cell
        fontPx: Theme.supportPx
        text: qsTr("Delete last", "key")
        onActivated: KeyHand.eraseLast()
    }
    KeyButton {
        id: all

        width: root.cell
        fontPx: Theme.supportPx
        text: qsTr("Delete all")
        onActivated: KeyHand.eraseAll()
    }
    KeyButton {
        id: capitals

        width: root.cell
        fontPx: Theme.supportPx
        text: root.isCapital ? qsTr("Small letters") : qsTr("Capital letter")
        visible: !root.isSigns
        onActivated: root.capitalsToggled()
    }
    KeyButton {
        id: signs

        width: root.isSigns && root.columns !== 3 ? root.spanOf(2) : root.cell
        fontPx: Theme.supportPx
        text: root.isSigns ? qsTr("Letters", "keys") : qsTr("Other characters")
        onActivated: root.signsToggled()
    }
    KeyButton {
        id: blank

        width: root.spanOf(root.isSigns && root.columns === 3 ? 3 : 2)
        fontPx: Theme.supportPx
        text: qsTr("Space", "key")
        onActivated: KeyHand.write(" ")
    }
    KeyButton {
        id: done

        width: root.cell
        fontPx: Theme.supportPx
        text: qsTr("Done", "key")
        onActivated: KeyHand.accept()
    }
    KeyButton {
        id: hide

        width: root.columns === 3 ? root.spanOf(2) : root.cell
        fontPx: Theme.supportPx
        text: qsTr("Hide the keys")
        onActivated: KeyHand.putAway()
    }
}
