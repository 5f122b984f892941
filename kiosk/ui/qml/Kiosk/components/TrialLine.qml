pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// The numbers of one rule, and its bar.
Row {
    id: root

    required property string rule
    required property string users
    required property string hours
    required property string percent
    required property int share
    required property int ruleWidth
    required property int numberWidth
    required property bool filled

    StaffText {
        width: root.ruleWidth
        text: root.rule
        Accessible.ignored: true
    }
    Repeater {
        model: [root.users, root.hours, root.percent]

        StaffText {
            required property string modelData

            width: root.numberWidth
            text: modelData
            Accessible.ignored: true
        }
    }
    TrialBar {
        width: root.width - root.ruleWidth - 3 * root.numberWidth
        anchors.verticalCenter: parent.verticalCenter
        share: root.share
        number: root.share < 0 ? root.percent : qsTr("%1 percent").arg(root.percent)
        filled: root.filled
    }
}
