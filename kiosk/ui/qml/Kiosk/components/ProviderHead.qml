pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Kind and owner, then when they come; a block without height for answers that are no provider.
Loader {
    id: root

    required property AnswerPage answer
    property int columns: 4

    height: root.active && item ? (item as Item).implicitHeight : 0
    sourceComponent: Component {
        Column {
            width: root.width
            spacing: Theme.px(Theme.isLaptop ? 0.8 : 2)

            SupportText {
                width: parent.width
                text: root.answer.kindLine
            }
            SupportText {
                width: parent.width
                text: root.answer.ownerLine
            }
            KioskText {
                width: parent.width
                text: qsTr("When do they come?")
                heading: true
                font.pixelSize: Theme.h2Px
                topPadding: Theme.px(Theme.isLaptop ? 1.4 : 4)
                bottomPadding: Theme.px(0.8)
            }
            CoverageStripView {
                width: parent.width
                cells: root.answer.strip
                columns: root.columns
            }
            Item {
                width: 1
                height: Theme.px(1)
            }
        }
    }
}
