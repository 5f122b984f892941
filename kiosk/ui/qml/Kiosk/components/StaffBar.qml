import QtQuick
import Kiosk
import Kiosk.Backend

// The dark bar: anybody sees from across the table that the staff's side is showing.
FocusScope {
    id: root

    required property AppShell shell
    required property StaffDesk staff
    property string tab: ""
    property bool signedIn: true

    implicitHeight: Theme.staffBar

    Rectangle {
        anchors.fill: parent
        color: Theme.action
    }
    Row {
        id: sender

        x: Theme.staffMargin
        height: parent.height
        spacing: Theme.px(2.6)

        Icon {
            name: "crest"
            tone: Theme.actionText
            sizePx: Theme.px(8.6)
            visible: root.shell.isExample
            anchors.verticalCenter: parent.verticalCenter
        }
        StaffText {
            text: root.shell.municipality
            color: Theme.actionText
            strong: true
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        anchors.left: sender.right
        anchors.leftMargin: Theme.px(12)
        spacing: Theme.px(8)
        visible: root.signedIn

        BarButton {
            text: qsTr("Cases", "tab")
            isTab: true
            isCurrent: root.tab === "cases"
            onActivated: root.staff.openCases()
        }
        BarButton {
            text: qsTr("Tasks", "tab")
            isTab: true
            isCurrent: root.tab === "office"
            // Nobody is signed in on the first page, and nothing is listed for them.
            visible: root.signedIn && root.staff.office.hasAny
            onActivated: root.staff.openOffice()
        }
        BarButton {
            text: qsTr("Brochures", "tab")
            isTab: true
            isCurrent: root.tab === "brochures"
            onActivated: root.staff.openBrochures()
        }
    }
    Row {
        anchors.right: parent.right
        anchors.rightMargin: Theme.staffMargin
        height: parent.height
        spacing: Theme.px(5.4)

        ExampleBadge {
            ink: Theme.actionText
            fontPx: Theme.staffSupportPx
            visible: root.shell.isExample
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            spacing: Theme.px(1.6)
            visible: root.signedIn
            anchors.verticalCenter: parent.verticalCenter

            Icon {
                name: "person-circle"
                tone: Theme.actionText
                sizePx: Math.round(Theme.staffBodyPx * 1.1)
                anchors.verticalCenter: parent.verticalCenter
            }
            StaffText {
                text: root.shell.staffName
                color: Theme.actionText
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        BarButton {
            text: qsTr("Lock", "button")
            iconName: "padlock"
            visible: root.signedIn
            onActivated: root.staff.lock()
        }
    }
}
