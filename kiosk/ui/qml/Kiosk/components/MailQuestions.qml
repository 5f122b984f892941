pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Which letter, for whom, posted when, and as which files.
Column {
    id: root

    required property MailForm form
    required property string zoneHeading

    spacing: Theme.l

    StaffOptions {
        width: parent.width
        label: qsTr("Which letter?")
        options: root.form.optionsOf("letter")
        onPicked: key => root.form.pick("letter", key)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("For whom?")
        options: root.form.optionsOf("state")
        onPicked: key => root.form.pick("state", key)
    }
    StaffOptions {
        width: parent.width
        label: root.zoneHeading
        options: root.form.optionsOf("zone")
        onPicked: key => root.form.pick("zone", key)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("Service", "heading")
        options: root.form.optionsOf("service")
        onPicked: key => root.form.pick("service", key)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("Edition", "heading")
        options: root.form.optionsOf("edition")
        onPicked: key => root.form.pick("edition", key)
    }
    StaffField {
        width: parent.width
        fieldWidth: Theme.px(48)
        label: qsTr("On which day are the letters posted?")
        value: root.form.day
        longest: 12
        onWritten: text => root.form.writeDay(text)
    }
    StaffField {
        width: parent.width
        fieldWidth: Theme.px(30)
        label: qsTr("Letters in each file for the print shop (0 for no such files)")
        value: root.form.perFile
        longest: 5
        onWritten: text => root.form.writePerFile(text)
    }
    StaffChecks {
        width: parent.width
        label: qsTr("What else?")
        options: root.form.checks
        onToggled: key => root.form.toggle(key)
    }
    StaffField {
        width: parent.width
        label: qsTr("Folder that exists; each mail-out makes one in it")
        value: root.form.folder
        longest: 1000
        onWritten: text => root.form.writeFolder(text)
    }
}
