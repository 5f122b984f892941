pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Which rules, on whom, and why none of them chooses.
Column {
    id: root

    required property TrialForm form

    spacing: Theme.l

    StaffField {
        width: parent.width
        label: qsTr("File with the rules to try")
        value: root.form.rules
        longest: 1000
        onWritten: text => root.form.writeRules(text)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("On whom?")
        options: root.form.sources
        onPicked: key => root.form.pickSource(key)
    }
    StaffField {
        width: parent.width
        label: qsTr("File with the case list")
        value: root.form.caseList
        longest: 1000
        visible: root.form.isList
        onWritten: text => root.form.writeList(text)
    }
    StaffOptions {
        width: parent.width
        label: qsTr("Why do they not choose?")
        options: root.form.states
        onPicked: key => root.form.pickState(key)
    }
}
