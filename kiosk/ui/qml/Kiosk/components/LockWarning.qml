import QtQuick
import Kiosk

// The staff's pages are about to be locked (access O14).
StaffWarning {
    id: root

    signal stayed

    title: qsTr("The page will be locked in less than a minute, because nobody has used it for a while.")
    how: qsTr("Tap anywhere, or press Space or Enter, to go on. What you have written stays.")
    answer: qsTr("I am still here")
    onAnswered: root.stayed()
}
