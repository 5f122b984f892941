pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// The pages of a visit: made while the person reads, shown by a tap, thrown away with the visit.
// Everything on them comes from their view-models at all times; a page remembers nothing itself.
Item {
    id: root

    required property Desk desk

    property string file: ""
    property bool isComplete: false

    // Shows the page of this file; false when it is none of these, and none is shown then.
    function show(file: string): bool {
        const page = pages.objectAt(root.desk.shell.visitPages.indexOf(file)) as VisitPage;
        if (page)
            page.make();
        root.file = file;
        if (page)
            (page.item as CitizenPage).enter();
        return page !== null;
    }
    // Makes one page that is missing.
    function makeOne() {
        for (let place = 0; place < pages.count; place++) {
            if ((pages.objectAt(place) as VisitPage).make())
                return;
        }
        root.isComplete = true;
    }
    function drop() {
        root.isComplete = false;
        for (let place = 0; place < pages.count; place++)
            (pages.objectAt(place) as VisitPage).source = "";
    }

    // Not a Repeater, whose items belong to nobody: what looks for a page from the window finds it.
    Instantiator {
        id: pages

        model: root.desk.shell.visitPages

        VisitPage {
            parent: root
        }
    }

    component VisitPage: Loader {
        required property string modelData

        function make(): bool {
            if (status !== Loader.Null)
                return false;
            setSource(Qt.resolvedUrl("../" + modelData), {
                desk: root.desk
            });
            return true;
        }

        anchors.fill: root
        visible: root.file === modelData
    }
}
