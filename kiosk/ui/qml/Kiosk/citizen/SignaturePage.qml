pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Signing is asked for once and never needed: both ways of storing are alike in everything.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool isShort: Theme.isPortrait || Theme.isLaptop && Theme.isLarge
    readonly property string unsigned: root.isShort ? qsTr("Store without", "signature") : qsTr("Store without signature")
    readonly property string signed: root.isShort ? qsTr("Store with", "signature") : qsTr("Store with signature")

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 6
    title: qsTr("Do you want to sign?")
    blockSpacing: Theme.m
    forwardText: root.desk.review.isStoring ? qsTr("Storing …") : root.signed
    forwardIcon: ""
    forwardFilled: false
    forwardWidth: wider.width
    middleBeside: true
    onForward: root.desk.signature.storeSigned()
    onBack: root.desk.signature.goBack()

    middle: Component {
        KioskButton {
            width: Math.max(wider.width, implicitWidth)
            text: root.unsigned
            onActivated: root.desk.signature.storeUnsigned()
        }
    }

    TextMetrics {
        id: without

        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        font.weight: Font.DemiBold
        text: root.unsigned
    }
    TextMetrics {
        id: with_

        font: without.font
        text: root.signed
    }
    QtObject {
        id: wider

        readonly property int width: Math.ceil(Math.max(without.advanceWidth, with_.advanceWidth)) + 2 * Theme.buttonPadding
    }
    OptionalText {
        id: lead

        readonly property string use: qsTr("The signature goes on the receipt and is stored encrypted.")
        readonly property string unneeded: qsTr("Your answers hold without it, too.")

        width: root.roomWidth
        text: root.desk.signature.isMissed ? "" : lead.use + (root.isShort ? " " : "\n") + lead.unneeded
    }
    MessageBar {
        id: missed

        width: root.roomWidth
        message: root.desk.signature.isMissed ? qsTr("There is no signature in the box. Write your name, or store without.") : ""
        onMessageChanged: root.turner.showFirst()
    }
    SignatureBox {
        width: root.roomWidth
        height: Math.min(root.roomHeight - lead.height - missed.height - root.blockSpacing, Math.round(width / 2))
        strokes: root.desk.signature.strokes
        stroke: root.desk.signature.stroke
        isEmpty: root.desk.signature.isEmpty
        onPenDown: (x, y) => root.desk.signature.begin(x, y)
        onPenMoved: (x, y) => root.desk.signature.draw(x, y)
        onPenUp: root.desk.signature.lift()
        onStartedOver: root.desk.signature.startOver()
    }
}
