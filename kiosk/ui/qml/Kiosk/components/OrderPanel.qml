pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The order in which this person sees the providers, everywhere and always.
StaffPanel {
    id: root

    required property CaseDetails details

    title: qsTr("How the providers are shown")
    gap: Theme.xs

    StaffSupport {
        width: root.innerWidth
        text: root.details.orderNote
        bottomPadding: Theme.xs
    }
    Repeater {
        model: root.details.order

        Row {
            id: line

            required property string number
            required property string name

            spacing: Theme.s

            StaffText {
                id: place

                width: Theme.px(3.6)
                text: line.number
            }
            StaffText {
                width: root.innerWidth - place.width - Theme.s
                text: line.name
            }
        }
    }
}
