pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// A brochure for nobody in particular.
StaffPage {
    id: root

    readonly property BrochureOrder order: root.desk.staff.brochure

    title: qsTr("Make brochure")
    line: qsTr("For somebody without a case. A person with a case gets the brochure from the page of the case, in an order of their own.")
    tab: "brochures"

    Column {
        width: Math.round(root.roomWidth * 0.7)
        spacing: Theme.l

        StaffOptions {
            width: parent.width
            label: root.desk.shell.zoneHeading
            options: root.order.zones
            onPicked: key => root.order.pickZone(key)
        }
        StaffChecks {
            width: parent.width
            label: qsTr("Services", "heading")
            options: root.order.services
            visible: root.order.hasZone
            onToggled: key => root.order.toggleService(key)
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Language", "heading")
            options: root.order.languages
            onPicked: key => root.order.pickLanguage(key)
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Edition", "heading")
            options: root.order.editions
            onPicked: key => root.order.pickEdition(key)
        }
        StaffMessage {
            width: parent.width
            message: root.order.message
        }
        StaffPrimary {
            text: qsTr("Choose printer or file")
            iconName: "printer"
            onActivated: root.order.goOn()
        }
    }
}
