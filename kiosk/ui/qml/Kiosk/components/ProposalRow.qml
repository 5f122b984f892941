import QtQuick
import Kiosk

// One proposal: place, person, who shall help and why; pressed, it shows how the rule came to it, and
// the person can be set aside.
TapTarget {
    id: root

    required property string key
    required property string place
    required property string who
    required property string about
    required property string helper
    required property string reason
    required property string details
    required property bool isChanged
    required property bool isNext

    property bool canSetAside: true

    signal asideAsked

    readonly property string mark: root.isChanged ? qsTr("Became another", "of a proposal") : ""

    text: root.who
    focusPolicy: Qt.ClickFocus
    ringRadius: 0
    implicitHeight: Math.max(Theme.staffRow, person.implicitHeight + 2 * Theme.s, result.implicitHeight + 2 * Theme.s)

    Accessible.role: Accessible.Button
    Accessible.name: root.place + ". " + root.who
    Accessible.description: [root.mark, root.about, root.helper, root.reason, root.details].filter(part => part !== "").join(". ")

    background: Rectangle {
        color: root.showsPressed ? Theme.answerPressed : root.activeFocus ? Theme.tint : Theme.surface
        border.width: root.activeFocus ? Theme.target(0.6) : 0
        border.color: Theme.focus

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hairline
            color: Theme.borderSubtle
            visible: !root.activeFocus
        }
    }

    contentItem: Item {
        StaffText {
            id: number

            x: Theme.s
            y: Theme.s
            width: Theme.px(11)
            text: root.place
            strong: root.isNext

            Accessible.ignored: true
        }
        Column {
            id: person

            x: number.x + number.width
            y: Theme.s
            width: Math.round((parent.width - x - Theme.m) * 0.42)

            StaffText {
                width: parent.width
                text: root.who
                strong: true

                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.about

                Accessible.ignored: true
            }
            StatusLine {
                width: parent.width
                mark: "warning"
                text: root.mark
                visible: root.isChanged
                isSilent: true
            }
        }
        Column {
            id: result

            x: person.x + person.width + Theme.s
            y: Theme.s
            width: parent.width - x - Theme.m

            StaffText {
                width: parent.width
                text: root.helper
                strong: true

                Accessible.ignored: true
            }
            StaffText {
                width: parent.width
                text: root.reason

                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.details
                visible: text !== ""
                topPadding: Theme.xs
                bottomPadding: root.canSetAside ? Theme.s : 0
            }
            StaffButton {
                text: qsTr("Set this one aside")
                visible: root.details !== "" && root.canSetAside
                onActivated: root.asideAsked()
            }
        }
    }
}
