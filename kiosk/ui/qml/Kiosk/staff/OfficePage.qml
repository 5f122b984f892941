pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// What is done about many cases at once, in groups; each task has a page of its own.
StaffPage {
    id: root

    readonly property OfficeTasks office: root.desk.staff.office

    title: qsTr("Tasks", "heading")
    line: qsTr("What concerns many cases at once.")
    tab: "office"

    // The first and longest list on the left, the others below each other on the right.
    Item {
        id: groups

        readonly property bool isWide: root.roomWidth >= Theme.px(200)
        readonly property int panelWidth: Math.floor((groups.width - (groups.isWide ? Theme.m : 0)) / (groups.isWide ? 2 : 1))

        width: root.roomWidth
        height: childrenRect.height

        Repeater {
            id: panels

            model: root.office.groups

            TaskPanel {
                required property int index
                required property string key
                required property string name

                readonly property bool isRight: groups.isWide && index > 0
                readonly property Item above: index > (groups.isWide ? 1 : 0) ? panels.itemAt(index - 1) : null

                x: isRight ? groups.panelWidth + Theme.m : 0
                y: above ? above.y + above.height + Theme.m : 0
                width: groups.panelWidth
                title: name
                tasks: root.office.tasksOf(key)
                onOpened: task => root.office.open(task)
            }
        }
    }
}
