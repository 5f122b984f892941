import QtQuick
import QtQuick.Shapes
import Kiosk
import Kiosk.Backend

// Where a name is written by hand: a base line, and what was drawn so far. Nobody has to draw.
Rectangle {
    id: root

    required property list<var> strokes
    required property list<var> stroke
    required property bool isEmpty

    readonly property int lineY: root.height - foot.height

    signal penDown(real x, real y)
    signal penMoved(real x, real y)
    signal penUp
    signal startedOver

    color: Theme.surface
    radius: Theme.radiusCard
    border.width: Theme.controlBorder
    border.color: Theme.border

    Accessible.role: Accessible.Graphic
    Accessible.name: root.isEmpty ? qsTr("Box for a signature. It is empty.") : qsTr("Box for a signature. Something is written in it.")
    Accessible.description: qsTr("Write with a finger, a pen or a mouse. You can store without it.")

    Rectangle {
        x: Theme.l
        y: root.lineY
        width: root.width - 2 * x
        height: Theme.rule
        color: Theme.border
    }
    Item {
        id: foot

        x: Theme.l
        width: root.width - 2 * x
        height: again.height + 2 * Theme.s
        anchors.bottom: parent.bottom

        SupportText {
            anchors.verticalCenter: parent.verticalCenter
            width: again.x - Theme.m
            text: qsTr("Write your name here")
        }
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer

        InkPath {
            PathMultiline {
                paths: root.strokes
            }
        }
        InkPath {
            PathPolyline {
                path: root.stroke
            }
        }
    }
    DrawingPad {
        anchors.fill: parent
        onPenDown: (x, y) => root.penDown(x, y)
        onPenMoved: (x, y) => root.penMoved(x, y)
        onPenUp: root.penUp()
    }
    KioskButton {
        id: again

        x: foot.x + foot.width - width
        y: foot.y + Theme.s
        minHeight: Theme.targetOrdinary
        text: Theme.isCompact || Theme.isPortrait && Theme.isExtraLarge ? qsTr("Begin again", "short") : qsTr("Begin again")
        visible: !root.isEmpty
        onActivated: root.startedOver()
    }

    component InkPath: ShapePath {
        strokeColor: Theme.text
        strokeWidth: Theme.px(0.6)
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
    }
}
