pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// When a provider comes; no height for answers that are no provider.
Loader {
    id: root

    required property AnswerPage answer
    property int columns: 4

    height: root.active && item ? (item as Item).implicitHeight : 0
    sourceComponent: Component {
        Column {
            width: root.width
            bottomPadding: Theme.px(1)

            KioskText {
                width: parent.width
                text: qsTr("When do they come?")
                heading: true
                font.pixelSize: Theme.h2Px
                bottomPadding: Theme.px(1.4)
            }
            CoverageStripView {
                width: parent.width
                cells: root.answer.strip
                columns: root.columns
            }
        }
    }
}
