pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The start page: find a case, see what waits.
StaffPage {
    id: root

    readonly property CaseOverview cases: root.desk.staff.cases

    title: qsTr("Cases", "heading")
    bottomSpace: 0
    Component.onCompleted: search.focusField()

    tools: Component {
        Row {
            spacing: Theme.s

            StaffButton {
                text: qsTr("Make brochure")
                iconName: "printer"
                onActivated: root.cases.askBrochure()
            }
            StaffButton {
                text: qsTr("Import case list")
                iconName: "file-import"
                visible: root.cases.canImport
                onActivated: root.cases.askImport()
            }
        }
    }

    Item {
        width: root.roomWidth
        height: root.roomHeight - Theme.px(2.2)

        StaffMessage {
            id: notice

            width: parent.width
            message: root.cases.recordNotice
        }
        StaffField {
            id: search

            anchors.top: notice.bottom
            anchors.topMargin: notice.visible ? Theme.m : 0
            width: Math.round(parent.width * 0.425)
            label: qsTr("Search by name, case number or place")
            hint: label
            labelShown: false
            iconName: "search"
            fieldHeight: Theme.target(11.6)
            value: root.cases.search
            onWritten: text => root.cases.write(text)
            onAccepted: text => {
                KeyHand.putAway();
                root.cases.enter(text);
            }
        }
        StaffMessage {
            id: slip

            anchors.top: search.bottom
            anchors.topMargin: visible ? Theme.m : 0
            width: parent.width
            height: visible ? implicitHeight : 0
            message: root.cases.slipMessage
            onVisibleChanged: if (visible)
                search.selectAll()
        }
        StaffMessage {
            id: unfinished

            anchors.left: search.right
            anchors.leftMargin: Theme.l
            anchors.right: showThem.left
            anchors.rightMargin: Theme.s
            anchors.verticalCenter: search.verticalCenter
            message: root.cases.unfinishedText
            iconName: "pencil"
        }
        StaffButton {
            id: showThem

            anchors.right: parent.right
            anchors.verticalCenter: search.verticalCenter
            text: qsTr("Show them")
            visible: unfinished.visible
            onActivated: root.cases.showUnfinished()
        }
        Flow {
            id: chips

            anchors.top: slip.bottom
            anchors.topMargin: Theme.m
            width: parent.width
            spacing: Theme.px(1.8)

            Accessible.role: Accessible.Grouping
            Accessible.name: qsTr("Filter", "of cases")

            Repeater {
                model: root.cases.filters

                FilterChip {
                    required property string key
                    required property bool picked

                    isPicked: picked
                    onActivated: root.cases.pickFilter(key)
                }
            }
        }
        CaseTable {
            id: table

            zoneHeading: root.desk.shell.zoneHeading
            anchors.top: chips.bottom
            anchors.topMargin: Theme.m
            width: parent.width
            room: parent.height - y - status.height - Theme.m
            cases: root.cases
        }
        StaffSupport {
            id: status

            anchors.top: table.bottom
            anchors.topMargin: Theme.xs
            text: table.hasMore ? root.cases.status + " " + qsTr("Scroll to see more.") : root.cases.status
        }
    }
}
