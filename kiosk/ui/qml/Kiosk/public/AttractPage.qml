pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Three equal ways to begin, and a telephone number. No provider, no service, nothing that hurries.
FocusScope {
    id: root

    required property Desk desk

    readonly property PublicDesk work: root.desk.strangers
    readonly property int columns: Theme.isPortrait ? 1 : 3
    readonly property int gap: Theme.px(12)
    readonly property int room: root.width - 2 * Theme.margin
    // No language begins lower than its neighbours because its words take another line.
    readonly property real leadHeight: Math.max(first.leadNeeds, second.leadNeeds, third.leadNeeds)

    // Whoever hears the page learns where they are, at the start and after "End and delete".
    function enter() {
        first.title.forceActiveFocus(Qt.OtherFocusReason);
    }

    focus: true
    Component.onCompleted: root.enter()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_Tab && event.key !== Qt.Key_Backtab) {
            root.work.beginSomehow();
            event.accepted = true;
        }
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    TapTarget {
        anchors.fill: parent
        focusPolicy: Qt.NoFocus
        text: qsTr("Begin")
        Accessible.ignored: true
        onActivated: root.work.beginSomehow()
    }
    Item {
        x: root.work.shiftX
        y: root.work.shiftY
        width: root.width
        height: root.height

        Sender {
            id: sender

            x: Theme.margin
            y: Theme.px(6)
            height: Theme.px(12)
            fontPx: Theme.bodyPx
            shell: root.desk.shell
        }
        ExampleBadge {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: sender.verticalCenter
            visible: root.desk.shell.isExample
        }
        Landscape {
            y: Theme.px(Theme.isPortrait ? 30 : 26)
            width: parent.width
            height: grid.y - y - Theme.px(10)
            visible: !Theme.isHighContrast
        }
        Grid {
            id: grid

            x: Theme.margin
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.px(Theme.isLaptop ? 8 : 20)
            columns: root.columns
            columnSpacing: root.gap
            rowSpacing: Theme.px(12)

            Way {
                id: first

                language: "nb"
            }
            Way {
                id: second

                language: "nn"
            }
            Way {
                id: third

                language: "en"
            }
        }
        MessageBar {
            anchors.horizontalCenter: parent.horizontalCenter
            y: Theme.px(20)
            width: root.room
            message: root.work.steps.fault
        }
        Item {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.target(10.5)
            width: parent.width
            height: Math.max(Theme.targetOrdinary, Theme.helpStripHeight)

            Row {
                x: Theme.margin
                spacing: Theme.s
                anchors.verticalCenter: parent.verticalCenter

                Icon {
                    name: "phone"
                    sizePx: Math.round(Theme.supportPx * 1.1)
                    anchors.verticalCenter: parent.verticalCenter
                }
                SupportText {
                    text: qsTr("Questions? Call %1 on %2").arg(root.desk.shell.municipality).arg(root.desk.shell.phone)
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            QuietButton {
                anchors.right: parent.right
                anchors.rightMargin: Theme.margin
                text: qsTr("For staff", "button")
                onActivated: root.work.askStaff()
            }
        }
    }

    component Way: Column {
        id: way

        required property string language
        readonly property Item title: heard
        readonly property real leadNeeds: told.implicitHeight

        width: Math.floor((root.room - (root.columns - 1) * root.gap) / root.columns)
        spacing: Theme.px(3)

        KioskText {
            id: heard

            width: parent.width
            heading: true
            font.pixelSize: Theme.h1Px
            text: root.work.heading(way.language)
        }
        KioskText {
            id: told

            width: parent.width
            height: root.columns > 1 ? root.leadHeight : implicitHeight
            text: root.work.lead(way.language)
        }
        KioskButton {
            width: parent.width
            minHeight: Theme.target(26)
            filled: true
            iconName: "arrow-right"
            iconOnRight: true
            text: root.work.begins(way.language)
            onActivated: root.work.begin(way.language)
        }
    }
}
