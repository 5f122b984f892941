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

    Flow {
        id: groups

        readonly property int columns: root.roomWidth >= Theme.px(200) ? 2 : 1

        width: root.roomWidth
        spacing: Theme.m

        Repeater {
            model: root.office.groups

            TaskPanel {
                required property string key
                required property string name

                width: Math.floor((groups.width - (groups.columns - 1) * Theme.m) / groups.columns)
                title: name
                tasks: root.office.tasksOf(key)
                onOpened: task => root.office.open(task)
            }
        }
    }
}
