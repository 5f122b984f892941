pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What it is, and beside it (below it, where the text is large) what stays the same.
CitizenPage {
    id: root

    required property Desk desk

    readonly property bool beside: !Theme.isPortrait && !Theme.isExtraLarge && !(Theme.isLaptop && Theme.isLarge)

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 2
    title: root.desk.information.whatTitle
    asideShown: root.beside
    turnerWidth: root.beside ? Math.round(root.roomWidth * 0.53) : root.roomWidth
    blockSpacing: Theme.px(5)
    onForward: root.desk.steps.forward()
    onBack: root.desk.steps.back()

    Repeater {
        model: root.desk.information.what

        KioskText {
            required text
            required property bool isHeading

            strong: isHeading
            prose: true
            height: implicitHeight
            width: root.turnerWidth
        }
    }
    Repeater {
        id: same

        model: root.beside ? null : root.desk.information.same

        SameRow {
            required property int index

            first: index === 0
            last: index === same.count - 1
            title: root.desk.information.sameTitle
            width: root.turnerWidth
        }
    }

    aside: Component {
        SamePanel {
            title: root.desk.information.sameTitle
            items: root.desk.information.same
        }
    }
}
