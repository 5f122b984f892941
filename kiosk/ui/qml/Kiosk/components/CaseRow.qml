pragma ComponentBehavior: Bound
import QtQuick
import Kiosk

// One case of the list: the whole row opens it. Arrow keys walk through the rows.
TapTarget {
    id: root

    required property int index
    required property string reference
    required property string name
    required property string zone
    required property list<string> marks
    required property list<string> lines
    required property string deadline
    required property string distance
    required property bool isOverdue
    required property CaseColumns columns

    text: root.name
    focusPolicy: Qt.ClickFocus
    hoverEnabled: true
    implicitHeight: Math.max(Theme.staffRow, services.implicitHeight + Theme.px(1.6))

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Open %1").arg(root.name) + ", " + root.reference
    Accessible.description: [root.zone, root.lines.join(", "), root.deadline, root.distance].join(". ")

    background: Rectangle {
        color: root.showsPressed ? Theme.answerPressed : root.hovered || root.activeFocus ? Theme.tint : Theme.surface
        border.width: root.activeFocus ? Theme.target(0.6) : 0
        border.color: Theme.focus

        Rectangle {
            x: root.columns.nameX
            anchors.bottom: parent.bottom
            width: parent.width - 2 * x
            height: Theme.hairline
            color: Theme.borderSubtle
            visible: !root.activeFocus
        }
    }

    contentItem: Item {
        Column {
            x: root.columns.nameX
            width: root.columns.zoneX - x - Theme.s
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                width: parent.width
                text: root.name
                strong: true

                Accessible.ignored: true
            }
            StaffSupport {
                width: parent.width
                text: root.reference
                lineHeight: 1.2 / Theme.naturalLine

                Accessible.ignored: true
            }
        }
        StaffText {
            x: root.columns.zoneX
            width: root.columns.serviceX - x - Theme.s
            text: root.zone
            anchors.verticalCenter: parent.verticalCenter

            Accessible.ignored: true
        }
        Column {
            id: services

            x: root.columns.serviceX
            width: root.columns.deadlineX - x - Theme.s
            spacing: Theme.px(1)
            anchors.verticalCenter: parent.verticalCenter

            Repeater {
                model: root.lines

                StatusLine {
                    required property int index
                    required property string modelData

                    width: services.width
                    mark: root.marks[index]
                    text: modelData
                    isSilent: true
                }
            }
        }
        Column {
            x: root.columns.deadlineX
            width: root.columns.openX - x - Theme.s
            anchors.verticalCenter: parent.verticalCenter

            StatusLine {
                width: parent.width
                mark: root.isOverdue ? "warning" : ""
                text: root.deadline
                markShown: root.isOverdue
                isSilent: true
            }
            StaffSupport {
                width: parent.width
                text: root.distance
                lineHeight: 1.2 / Theme.naturalLine
                visible: root.distance !== ""

                Accessible.ignored: true
            }
        }
        Row {
            x: root.columns.openX
            spacing: Theme.s
            anchors.verticalCenter: parent.verticalCenter

            StaffText {
                text: qsTr("Open", "button")
                strong: true
                anchors.verticalCenter: parent.verticalCenter

                Accessible.ignored: true
            }
            Icon {
                name: "chevron-right"
                sizePx: Theme.staffBodyPx
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
