pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Which provider stops, where, when and why, and who takes over.
Column {
    id: root

    required property ExitForm form

    spacing: Theme.l

    StaffOptions {
        width: parent.width
        label: qsTr("Which provider stops?")
        options: root.form.providers
        onPicked: key => root.form.pickProvider(key)
    }
    StaffChecks {
        width: parent.width
        label: qsTr("Which services does it stop with?")
        options: root.form.services
        visible: root.form.hasProvider
        onToggled: key => root.form.toggleService(key)
    }
    StaffChecks {
        width: parent.width
        label: qsTr("Where does it stop?")
        options: root.form.zones
        visible: root.form.hasProvider
        onToggled: key => root.form.toggleZone(key)
    }
    StaffField {
        width: parent.width
        fieldWidth: Theme.px(50)
        label: qsTr("Last day on which it helps (day.month.year)")
        value: root.form.lastDay
        longest: 20
        onWritten: text => root.form.writeDay(text)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("Why does it stop?")
        note: qsTr("The letters do not tell it.")
        options: root.form.causes
        onPicked: key => root.form.pickCause(key)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("Who takes over after the last day?")
        note: qsTr("Until the person has chosen, or the rule is applied.")
        options: root.form.backups
        onPicked: key => root.form.pickBackup(key)
    }
}
