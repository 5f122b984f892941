import QtQuick
import Kiosk

// Whoever has been signed in all day is about to be asked for the code again (access O14).
StaffWarning {
    id: root

    required property bool isLastMinute

    signal putAway

    title: root.isLastMinute ? qsTr("You have been signed in for 12 hours. The page will be locked within a minute.") : qsTr("You have been signed in for almost 12 hours. The page will be locked within 10 minutes.")
    how: qsTr("Store what you are writing before that. Then enter your code again to go on.")
    answer: qsTr("I have read it")
    onIsLastMinuteChanged: root.say()
    onAnswered: root.putAway()
}
