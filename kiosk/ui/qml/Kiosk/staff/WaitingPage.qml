pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Waiting lists, one for each service: whoever is picked can be offered a place.
StaffPage {
    id: root

    readonly property WaitingPlaces work: root.desk.staff.waiting

    title: qsTr("Waiting lists")
    line: qsTr("The first in line is offered a place first. Nothing happens before you confirm it.")
    tab: "office"
    backText: qsTr("All tasks")
    onBack: root.work.leave()

    Column {
        width: root.roomWidth
        spacing: Theme.l

        StaffMessage {
            width: parent.width
            calm: true
            iconName: "checkmark"
            message: root.work.doneText
        }
        StaffText {
            width: parent.width
            text: root.work.emptyText
            visible: text !== ""
        }
        StaffPanel {
            id: panel

            width: parent.width
            title: qsTr("Who waits for a place")
            visible: list.count > 0

            ListView {
                id: list

                width: panel.innerWidth
                height: Math.min(contentHeight, Theme.px(84))
                clip: true
                cacheBuffer: 0
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                highlightMoveDuration: 0
                model: root.work.rows

                Accessible.role: Accessible.List
                Accessible.name: panel.title

                section.property: "line"
                section.delegate: StaffText {
                    required property string section

                    width: ListView.view.width
                    topPadding: Theme.s
                    bottomPadding: Theme.xs
                    text: section
                    strong: true
                }

                delegate: WaitingRow {
                    width: ListView.view.width
                    onActivated: root.work.pick(key)
                }

                Rectangle {
                    parent: list
                    anchors.right: parent.right
                    y: list.visibleArea.yPosition * list.height
                    width: Theme.px(1)
                    height: Math.max(Theme.px(6), list.visibleArea.heightRatio * list.height)
                    radius: width / 2
                    color: Theme.border
                    visible: list.visibleArea.heightRatio < 1
                }
            }
        }
        StaffText {
            width: parent.width
            text: root.work.pickedName
            strong: true
            visible: text !== ""
        }
        EntryForm {
            id: form

            width: parent.width
            message: root.work.message
            storeText: qsTr("Store", "short")
            visible: root.work.act !== ""
            onVisibleChanged: {
                if (!form.visible)
                    list.forceActiveFocus(Qt.TabFocusReason);
            }
            onOpened: {
                if (root.work.asksDay)
                    day.focusField();
                else
                    form.focusStore();
            }
            onStored: root.work.store()
            onCancelled: root.work.cancel()

            StaffText {
                width: parent.width
                text: root.work.question
                visible: !root.work.asksDay
            }
            StaffField {
                id: day

                width: parent.width
                fieldWidth: Theme.px(40)
                label: root.work.question
                value: root.work.day
                longest: 10
                visible: root.work.asksDay
                onWritten: text => root.work.writeDay(text)
                onAccepted: root.work.store()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s
            visible: root.work.act === ""

            StaffPrimary {
                text: qsTr("Offer the place")
                visible: root.work.canOffer
                onActivated: root.work.begin("offer")
            }
            StaffButton {
                text: qsTr("Print the letter about the place")
                iconName: "printer"
                visible: root.work.hasLetter
                onActivated: root.work.printLetter()
            }
            StaffButton {
                text: qsTr("Takes the place")
                visible: root.work.isOffered
                onActivated: root.work.begin("take")
            }
            StaffButton {
                text: qsTr("Does not take the place")
                visible: root.work.isOffered
                onActivated: root.work.begin("decline")
            }
            StaffButton {
                text: qsTr("Has not replied in time")
                visible: root.work.isExpired
                onActivated: root.work.begin("expire")
            }
        }
    }
}
