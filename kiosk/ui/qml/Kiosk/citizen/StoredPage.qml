pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Shown only after the record is durable.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool beside: !Theme.isPortrait && !Theme.isExtraLarge && !(Theme.isLaptop && Theme.isLarge) && root.desk.review.receiptFits

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 7
    title: root.desk.review.storedTitle
    backText: qsTr("Print receipt")
    backIcon: "printer"
    backFilled: true
    backLeaves: true
    isKept: true
    forwardText: root.desk.shell.isPublic ? qsTr("I am done", "button") : qsTr("Give the screen back")
    forwardFilled: false
    asideShown: root.beside
    asideWidth: Math.round(root.roomWidth * 0.48)
    turnerWidth: root.beside ? Math.round(root.roomWidth * 0.49) : root.roomWidth
    blockSpacing: 0
    onForward: root.desk.review.giveBack()
    onBack: root.desk.review.printReceipt()

    KioskText {
        readonly property bool keepsNext: true

        width: root.turnerWidth
        height: implicitHeight + Theme.s
        text: root.desk.review.storedLead
    }
    Repeater {
        model: root.desk.review.lines

        PanelRow {
            required property string icon
            required property string text

            width: root.turnerWidth
            iconName: icon
            sentence: text
            lined: false
            padSide: 0
        }
    }
    OptionalText {
        readonly property bool keepsNext: true

        width: root.turnerWidth
        text: root.beside ? "" : root.desk.review.receiptTitle
        heading: true
        topPadding: Theme.m
    }
    Repeater {
        model: root.beside ? null : root.desk.review.receipt

        FieldRow {
            width: root.turnerWidth
        }
    }

    aside: Component {
        ReceiptPanel {
            title: root.desk.review.receiptTitle
            fields: root.desk.review.receipt
        }
    }
}
