pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// A provider under both rules: the numbers, and two bars. The first of a table has its heads above.
Column {
    id: root

    required property string title
    required property string provider
    required property string presentUsers
    required property string presentHours
    required property string presentPercent
    required property string triedUsers
    required property string triedHours
    required property string triedPercent
    required property int presentShare
    required property int triedShare
    required property string told
    required property string note
    required property int index

    readonly property int numberWidth: Theme.px(23)
    readonly property int nameWidth: Math.round(root.width * 0.25)
    readonly property int lineWidth: Theme.px(39)

    spacing: Theme.xs

    Item {
        width: 1
        height: root.index > 0 ? Theme.m : 0
        visible: root.title !== ""
    }
    StaffHeading {
        width: root.width
        text: root.title
        visible: root.title !== ""
    }
    Row {
        x: root.nameWidth + root.lineWidth
        visible: root.title !== ""

        Repeater {
            model: [qsTr("Users", "column of a table"), qsTr("Hours a week", "column of a table"), qsTr("Percent of users", "column of a table")]

            StaffSupport {
                required property string modelData
                required property int index

                // The last one stands above the bars too.
                width: index === 2 ? root.width - root.nameWidth - root.lineWidth - 2 * root.numberWidth : root.numberWidth
                text: modelData
                strong: true
            }
        }
    }
    Rectangle {
        width: root.width
        height: Theme.hairline
        color: Theme.borderSubtle
    }
    Item {
        width: root.width
        height: Math.max(name.implicitHeight, lines.implicitHeight)

        Accessible.role: Accessible.ListItem
        Accessible.name: root.told

        StaffText {
            id: name

            width: root.nameWidth - Theme.s
            text: root.provider
            strong: true
            Accessible.ignored: true
        }
        Column {
            id: lines

            x: root.nameWidth
            width: parent.width - x

            TrialLine {
                width: parent.width
                rule: qsTr("Present rule")
                users: root.presentUsers
                hours: root.presentHours
                percent: root.presentPercent
                share: root.presentShare
                ruleWidth: root.lineWidth
                numberWidth: root.numberWidth
                filled: false
            }
            TrialLine {
                width: parent.width
                rule: qsTr("This rule")
                users: root.triedUsers
                hours: root.triedHours
                percent: root.triedPercent
                share: root.triedShare
                ruleWidth: root.lineWidth
                numberWidth: root.numberWidth
                filled: true
            }
        }
    }
    StaffText {
        width: root.width
        text: root.note
        visible: root.note !== ""
    }
}
