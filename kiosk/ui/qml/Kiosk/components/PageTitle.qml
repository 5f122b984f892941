import QtQuick
import Kiosk

// The title of a page, with a note beside it where that has room and below it elsewhere.
Item {
    id: root

    property string title: ""
    property string note: ""
    // Stands beside the title where that leaves room, and nowhere else.
    property string asideNote: ""
    // Where the row ends for the title alone, for a note beside it, and for what stands above an aside.
    required property real endX
    required property real noteEndX
    required property real titleEndX
    // How far down what a field that is written in has raised goes behind the title.
    property real coverHeight: 0

    readonly property alias heading: heading
    readonly property real titleRoom: root.endX - Theme.margin - Theme.s
    readonly property bool isBesideRoomy: (Theme.isLaptop || Theme.isExtraLarge && !Theme.isPortrait) && Theme.margin + heading.implicitWidth + Theme.l + noteBeside.implicitWidth <= root.noteEndX
    readonly property bool hasNoteBeside: noteBeside.text !== "" && root.isBesideRoomy
    readonly property bool hasNoteBelow: root.note !== "" && !root.hasNoteBeside

    height: root.hasNoteBelow ? noteBelow.y + noteBelow.height : heading.y + heading.height

    Rectangle {
        width: parent.width
        height: root.coverHeight
        color: Theme.page
    }
    PageHeading {
        id: heading

        x: Theme.margin
        y: Theme.px(Theme.isLaptop ? (Theme.isCompact ? 3.2 : 4.4) : 7)
        width: (root.hasNoteBeside ? noteBeside.x : root.titleEndX) - x - Theme.s
        text: root.title
        font.pixelSize: Theme.h1Px
    }
    SupportText {
        id: noteBeside

        x: root.noteEndX - width
        anchors.baseline: heading.baseline
        text: root.note === "" ? root.asideNote : root.note
        visible: root.hasNoteBeside
    }
    SupportText {
        id: noteBelow

        x: Theme.margin
        anchors.top: heading.bottom
        anchors.topMargin: Theme.px(1)
        width: root.width - 2 * Theme.margin
        text: root.note
        visible: root.hasNoteBelow
    }
}
