pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The proposals in their order, and what can be done with the first of them.
Column {
    id: root

    required property CaseAllocation work
    property real room: 0

    readonly property ProposalList proposals: root.work.proposals
    readonly property bool isSettingAside: root.work.isSettingAside
    readonly property bool isEmpty: root.proposals.count === 0

    signal emptied

    function focusConfirm() {
        if (root.isEmpty)
            root.emptied();
        else
            confirm.forceActiveFocus(Qt.OtherFocusReason);
    }

    spacing: Theme.l
    // The form takes the focus with it when it closes; the button is shown a moment later.
    onIsSettingAsideChanged: if (!root.isSettingAside)
        Qt.callLater(root.focusConfirm)
    onIsEmptyChanged: if (root.isEmpty && root.visible)
        root.emptied()

    StaffMessage {
        width: parent.width
        message: root.proposals.changedText
    }
    StaffPanel {
        id: next

        width: parent.width
        title: root.work.asideText !== "" ? root.work.asideText : root.proposals.nextText
        visible: root.proposals.count > 0

        AsideForm {
            width: next.innerWidth
            work: root.work
            visible: root.work.isSettingAside && !root.work.canPropose
        }
        StaffButton {
            text: qsTr("Make the list again")
            filled: true
            visible: root.work.canPropose
            onActivated: root.work.propose()
        }
        Flow {
            width: next.innerWidth
            spacing: Theme.s
            visible: !root.work.isSettingAside && !root.work.canPropose

            StaffButton {
                id: confirm

                text: qsTr("Confirm this one")
                filled: true
                onActivated: root.work.confirmNext()
            }
            StaffButton {
                text: qsTr("Set aside")
                onActivated: root.work.beginAside()
            }
            StaffButton {
                text: root.proposals.confirmAllText
                visible: root.proposals.count > 1
                onActivated: root.work.confirmAll()
            }
        }
    }
    StaffPanel {
        id: outdated

        width: parent.width
        title: qsTr("These proposals do not hold any longer: something came in since")
        gap: Theme.xs
        visible: others.count > 0

        Repeater {
            id: others

            model: root.proposals.outdated

            StaffText {
                required text

                width: outdated.innerWidth
            }
        }
    }
    StaffPanel {
        id: panel

        width: parent.width
        title: qsTr("Proposals", "heading")
        visible: list.count > 0

        StaffSupport {
            width: panel.innerWidth
            text: qsTr("Press a row to see how the rule came to it, or to set the person aside.")
        }
        ListView {
            id: list

            width: panel.innerWidth
            height: Math.min(contentHeight, Math.max(Theme.px(50), root.room - panel.y - y - 2 * Theme.px(5)))
            clip: true
            cacheBuffer: 0
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: root.proposals.rows

            Accessible.role: Accessible.List
            Accessible.name: panel.title

            delegate: ProposalRow {
                width: ListView.view.width
                onActivated: root.proposals.toggle(key)
                canSetAside: !root.work.canPropose
                onAsideAsked: root.work.beginAsideOf(key)
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
    ProblemList {
        width: parent.width
        title: qsTr("The rule gives these nobody")
        problems: root.proposals.nobody
    }
    StaffPanel {
        id: stale

        width: parent.width
        title: qsTr("No longer on the list: something came in since")
        gap: Theme.xs
        visible: gone.count > 0

        Repeater {
            id: gone

            model: root.proposals.stale

            StaffText {
                required text

                width: stale.innerWidth
            }
        }
    }
}
