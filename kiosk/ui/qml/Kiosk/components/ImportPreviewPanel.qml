pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What a case list would change, and the two answers to it.
Column {
    id: root

    required property CaseImport work

    spacing: Theme.m

    StaffPanel {
        width: parent.width
        title: qsTr("What the list changes")

        Flow {
            width: parent.width
            spacing: Theme.l

            Repeater {
                model: root.work.report.counts

                Column {
                    id: count

                    required property string label
                    required property string value

                    StaffHeading {
                        text: count.value
                        heading: false
                        strong: true
                    }
                    StaffSupport {
                        text: count.label
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
        StaffText {
            width: parent.width
            text: root.work.report.columnsText
            visible: root.work.report.columnsText !== ""
        }
        StaffText {
            width: parent.width
            text: root.work.report.hiddenText
            visible: root.work.report.hiddenText !== ""
        }
        StaffButton {
            text: qsTr("Explain the columns")
            iconName: "pencil"
            visible: root.work.canExplain
            onActivated: root.work.explain()
        }
    }
    Column {
        width: parent.width
        spacing: Theme.s
        visible: root.work.report.missingText !== ""

        StaffOptions {
            width: parent.width
            label: qsTr("Cases that are missing from the list")
            note: root.work.report.missingText
            options: root.work.closings
            onPicked: key => root.work.pickClosing(key)
        }
    }
    Row {
        spacing: Theme.s

        StaffPrimary {
            text: qsTr("Import", "button")
            iconName: "checkmark"
            onActivated: root.work.confirm()
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("Cancel")
            onActivated: root.work.cancel()
        }
    }
    ProblemList {
        width: parent.width
        title: qsTr("Refused rows")
        problems: root.work.report.refused
    }
    ProblemList {
        width: parent.width
        title: qsTr("Changed cases")
        problems: root.work.report.changes
    }
    ProblemList {
        width: parent.width
        title: qsTr("Worth a look")
        problems: root.work.report.notices
    }
}
