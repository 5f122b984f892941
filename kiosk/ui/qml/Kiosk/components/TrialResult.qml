pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What came out: the whole, the words that people would read, then a table per service and place.
Column {
    id: root

    required property RuleTrial work

    function focusHeading() {
        whole.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.l

    StaffPanel {
        width: parent.width

        StaffHeading {
            id: whole

            width: parent.width
            text: qsTr("What the rule would give")
            Accessible.focusable: true
        }
        Repeater {
            model: root.work.summary

            StaffText {
                required text

                width: parent.width
            }
        }
    }
    StaffPanel {
        id: words

        width: parent.width
        title: qsTr("What people would read")

        Repeater {
            model: root.work.announced

            Column {
                id: rule

                required property string title
                required property string text

                width: words.innerWidth

                StaffText {
                    width: parent.width
                    text: rule.title
                    strong: true
                }
                StaffText {
                    width: parent.width
                    text: rule.text
                }
            }
        }
    }
    StaffPanel {
        id: tables

        width: parent.width

        Repeater {
            model: root.work.rows

            TrialRow {
                width: tables.innerWidth
            }
        }
    }
}
