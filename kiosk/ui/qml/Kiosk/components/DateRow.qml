pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Dates to agree on when thinking it over; no height for other answers.
Loader {
    id: root

    required property AnswerPage answer

    active: root.answer.hasDates
    height: active && item ? (item as Item).implicitHeight + Theme.m : 0
    sourceComponent: Component {
        OptionRow {
            width: root.width
            y: Theme.m
            label: qsTr("When shall we ask again?")
            labelWidth: 0
            options: root.answer.dates
            onPicked: key => root.answer.pickDate(key)
        }
    }
}
