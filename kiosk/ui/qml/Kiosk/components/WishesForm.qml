import QtQuick
import Kiosk
import Kiosk.Backend

// What the rule shall know of a person: providers only, never anything about others or about health.
EntryForm {
    id: root

    required property WishesEntry wishes

    gap: Theme.m
    message: root.wishes.message
    onOpened: former.focusFirst()
    onStored: root.wishes.store()
    onCancelled: root.wishes.cancel()

    StaffOptions {
        id: former

        width: root.innerWidth
        label: qsTr("Who helped before?")
        options: root.wishes.formers
        onPicked: key => root.wishes.pickFormer(key)
    }
    StaffField {
        width: root.innerWidth
        fieldWidth: Theme.px(40)
        label: root.wishes.dayLabel
        value: root.wishes.day
        longest: 10
        visible: root.wishes.asksDay
        onWritten: text => root.wishes.writeDay(text)
    }
    StaffOptions {
        width: root.innerWidth
        label: qsTr("Who helps somebody in the same home?")
        note: qsTr("Only the provider. Store nothing about those who live there.")
        options: root.wishes.households
        onPicked: key => root.wishes.pickHousehold(key)
    }
    StaffChecks {
        width: root.innerWidth
        label: qsTr("Whom does the person expressly not want?")
        options: root.wishes.unwanted
        onToggled: key => root.wishes.toggleUnwanted(key)
    }
}
