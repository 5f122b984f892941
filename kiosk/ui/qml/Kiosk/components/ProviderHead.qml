pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Kind and owner of a provider; no height for answers that are no provider.
Column {
    id: root

    required property AnswerPage answer
    property bool active: true

    height: root.active ? implicitHeight : 0
    spacing: Theme.px(Theme.isLaptop ? 0.8 : 2)
    bottomPadding: Theme.px(Theme.isLaptop ? 1.4 : 4)

    SupportText {
        width: parent.width
        text: root.answer.kindLine
        visible: root.active
    }
    SupportText {
        width: parent.width
        text: root.answer.ownerLine
        visible: root.active
    }
}
