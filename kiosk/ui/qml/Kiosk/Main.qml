pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The one window: shows the page that the shell names and hands it the view-models.
Window {
    id: root

    required property Desk desk
    required property IdleLock idleLock

    // Every page that a tap can lead to on the usual way of a visit is made.
    readonly property bool isReady: visitPages.isComplete

    title: "Brukervalg Kiosk"
    color: Theme.page
    visible: true
    // The page that was asked for is on the screen: time to make one that may follow.
    onFrameSwapped: {
        if (root.desk.shell.isCitizensPage && !visitPages.isComplete)
            root.desk.shell.makePageSoon();
    }

    function showPage() {
        const shell = root.desk.shell;
        if (!shell.isCitizensPage)
            visitPages.drop();
        if (visitPages.show(shell.pageSource)) {
            loader.source = "";
        } else {
            loader.setSource(Qt.resolvedUrl(shell.pageSource), {
                desk: root.desk
            });
            (loader.item as CitizenPage)?.enter();
        }
        TapGuard.pageChanged();
    }

    Component.onCompleted: root.showPage()

    Connections {
        target: root.desk.shell

        function onPageChanged() {
            root.showPage();
        }
        function onPageDue() {
            visitPages.makeOne();
        }
        function onVisitBegun() {
            visitPages.drop();
        }
    }
    VisitPages {
        id: visitPages

        anchors.fill: parent
        desk: root.desk
    }
    Loader {
        id: loader

        anchors.fill: parent
        focus: true
    }
    // Takes no focus: what is being written stays as it is.
    Loader {
        width: parent.width
        active: root.idleLock.isWarning
        sourceComponent: LockWarning {
            onStayed: root.idleLock.stay()
        }
    }
    Loader {
        width: parent.width
        active: root.idleLock.endsWithin > 0 && !root.idleLock.isWarning
        sourceComponent: DayEndWarning {
            isLastMinute: root.idleLock.endsWithin === 1
            onPutAway: root.idleLock.putAway()
        }
    }
}
