pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Headings that are not understood: each is explained once, and known from then on.
Column {
    id: root

    required property CaseImport work

    readonly property ListHeadings headings: root.work.headings

    spacing: Theme.m

    StaffText {
        width: parent.width
        text: qsTr("The program does not know these columns. Say what they mean, or leave them as not used. Your answers are remembered for all lists with the same headings. Letters and digits of the samples are hidden.")
    }
    StaffMessage {
        width: parent.width
        calm: true
        iconName: "information"
        message: root.headings.lackingText
    }
    Column {
        width: parent.width
        spacing: Theme.s

        Repeater {
            model: root.headings.rows

            Column {
                id: entry

                required property string key
                required property string name
                required property string looks
                required property string field
                required property bool isOpen

                width: parent.width
                spacing: Theme.s

                HeadingRow {
                    id: heading

                    name: entry.name
                    looks: entry.looks
                    field: entry.field
                    isOpen: entry.isOpen
                    onActivated: root.headings.open(entry.key)
                }
                Loader {
                    x: Theme.m
                    width: parent.width - 2 * Theme.m
                    active: entry.isOpen
                    visible: active

                    sourceComponent: StaffOptions {
                        label: qsTr("What does “%1” mean?").arg(entry.name)
                        options: root.headings.fields
                        onPicked: key => {
                            heading.forceActiveFocus(Qt.TabFocusReason);
                            root.headings.choose(key);
                        }
                    }
                }
            }
        }
    }
    Row {
        spacing: Theme.s

        StaffPrimary {
            text: qsTr("Remember and continue")
            iconName: "arrow-right"
            iconOnRight: true
            onActivated: root.work.rememberHeadings()
        }
        StaffButton {
            minHeight: Theme.staffPrimary
            text: qsTr("Cancel")
            onActivated: root.work.cancel()
        }
    }
}
