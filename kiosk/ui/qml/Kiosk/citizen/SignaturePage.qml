pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Signing is asked for once and never needed: one button stores, and says whether a signature goes with
// it. It stands where no answer is picked, so that nobody stores by picking twice.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool isShort: Theme.isPortrait || Theme.isLaptop && Theme.isLarge
    readonly property string signed: root.isShort ? qsTr("Store with", "signature") : qsTr("Store with signature")
    readonly property string unsigned: root.isShort ? qsTr("Store without", "signature") : qsTr("Store without signature")

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 6
    title: qsTr("Do you want to sign?")
    blockSpacing: Theme.m
    forwardText: root.desk.review.isStoring ? qsTr("Storing …") : root.desk.signature.isSigned ? root.signed : root.unsigned
    forwardIcon: ""
    onForward: root.desk.signature.store()
    onBack: root.desk.signature.goBack()

    KioskText {
        id: lead

        readonly property string use: qsTr("The signature goes on the receipt and is stored encrypted.")
        readonly property string unneeded: qsTr("Your answers hold without it, too.")

        width: root.roomWidth
        height: implicitHeight
        prose: true
        text: lead.use + (root.isShort ? " " : "\n") + lead.unneeded
    }
    SignatureBox {
        width: root.roomWidth
        height: Math.min(root.roomHeight - lead.height - root.blockSpacing, Math.round(width / 2))
        strokes: root.desk.signature.strokes
        stroke: root.desk.signature.stroke
        isEmpty: root.desk.signature.isEmpty
        onPenDown: (x, y) => root.desk.signature.begin(x, y)
        onPenMoved: (x, y) => root.desk.signature.draw(x, y)
        onPenUp: root.desk.signature.lift()
        onStartedOver: root.desk.signature.startOver()
    }
}
