pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The one window: shows the page that the shell names and hands it the view-models.
Window {
    id: root

    required property Desk desk

    title: "Brukervalg Kiosk"
    color: Theme.page
    visible: true

    function showPage() {
        loader.setSource(Qt.resolvedUrl(root.desk.shell.pageSource), {
            desk: root.desk
        });
        TapGuard.pageChanged();
    }

    Component.onCompleted: root.showPage()

    Connections {
        target: root.desk.shell

        function onPageChanged() {
            root.showPage();
        }
    }
    Loader {
        id: loader

        anchors.fill: parent
        focus: true
    }
}
