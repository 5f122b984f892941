import QtQuick
import Kiosk
import Kiosk.Backend

// What the rule shall know of a person: providers only, never anything about others or about health.
Rectangle {
    id: root

    required property WishesEntry wishes

    implicitHeight: stack.implicitHeight + 2 * Theme.m
    height: implicitHeight
    color: Theme.page
    radius: Theme.radiusStaff
    border.width: Theme.panelBorder
    border.color: Theme.border
    onVisibleChanged: {
        if (root.visible)
            former.focusFirst();
    }

    Column {
        id: stack

        x: Theme.m
        y: Theme.m
        width: parent.width - 2 * x
        spacing: Theme.m

        StaffOptions {
            id: former

            width: parent.width
            label: qsTr("Who helped before?")
            options: root.wishes.formers
            onPicked: key => root.wishes.pickFormer(key)
        }
        StaffField {
            width: parent.width
            fieldWidth: Theme.px(40)
            label: root.wishes.dayLabel
            value: root.wishes.day
            longest: 10
            visible: root.wishes.asksDay
            onWritten: text => root.wishes.writeDay(text)
        }
        StaffOptions {
            width: parent.width
            label: qsTr("Who helps somebody in the same home?")
            note: qsTr("Only the provider. Store nothing about those who live there.")
            options: root.wishes.households
            onPicked: key => root.wishes.pickHousehold(key)
        }
        StaffChecks {
            width: parent.width
            label: qsTr("Whom does the person expressly not want?")
            options: root.wishes.unwanted
            onToggled: key => root.wishes.toggleUnwanted(key)
        }
        StaffMessage {
            width: parent.width
            message: root.wishes.message
        }
        Row {
            spacing: Theme.s

            StaffButton {
                text: qsTr("Store", "short")
                filled: true
                onActivated: root.wishes.store()
            }
            StaffButton {
                text: qsTr("Cancel")
                onActivated: root.wishes.cancel()
            }
        }
    }
}
