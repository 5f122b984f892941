pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Two bars that should be 100 mm long, and what a ruler says about them.
StaffPage {
    id: root

    readonly property ScreenMeasuring work: root.desk.staff.screen

    title: qsTr("Measure the screen")
    line: qsTr("Hold a ruler against the two bars. Each is 100 mm long when the sizes are true.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Flow {
        width: root.roomWidth
        spacing: Theme.px(12)

        Item {
            width: root.work.barPx + Theme.px(14)
            height: root.work.barPx + Theme.px(14)

            MeasureBar {
                x: Theme.px(14)
                width: root.work.barPx
                height: Theme.px(5)
                label: qsTr("Lying bar")
            }
            MeasureBar {
                y: Theme.px(14)
                width: Theme.px(5)
                height: root.work.barPx
                label: qsTr("Standing bar")
            }
        }
        Column {
            width: Math.min(root.roomWidth, Theme.px(130))
            spacing: Theme.l

            StaffField {
                id: across

                width: parent.width
                fieldWidth: Theme.px(40)
                label: qsTr("Length of the lying bar in millimetres")
                longest: 10
                onAccepted: down.focusField()
            }
            StaffField {
                id: down

                width: parent.width
                fieldWidth: Theme.px(40)
                label: qsTr("Length of the standing bar in millimetres")
                longest: 10
                onAccepted: view.focusField()
            }
            StaffField {
                id: view

                width: parent.width
                fieldWidth: Theme.px(40)
                label: qsTr("From the eye to the screen in millimetres")
                value: root.work.viewMm
                longest: 10
                onAccepted: root.work.use(across.text, down.text, view.text)
            }
            StaffMessage {
                width: parent.width
                message: root.work.message
            }
            StaffMessage {
                width: parent.width
                calm: true
                iconName: "checkmark"
                message: root.work.doneText
            }
            StaffPrimary {
                text: qsTr("Use these lengths")
                onActivated: root.work.use(across.text, down.text, view.text)
            }
            StaffSupport {
                width: parent.width
                text: root.work.inUse
            }
        }
    }
}
