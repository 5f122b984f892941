pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Language, text size, colours, and what the machine is for. Also what the header opens.
CitizenPage {
    id: root

    required property Desk desk

    readonly property real widestCaption: Math.max(languages.captionWidth, sizes.captionWidth, contrasts.captionWidth)

    shell: root.desk.shell
    fault: root.desk.strangers.steps.fault
    part: 1
    title: qsTr("Welcome")
    backShown: false
    blockSpacing: Theme.isLaptop ? Theme.px(5) : Theme.target(6)
    onForward: root.desk.strangers.steps.forward()

    KioskText {
        readonly property bool keepsNext: true

        width: root.roomWidth
        height: implicitHeight
        prose: true
        text: qsTr("Here you can read about who can help you at home. There is no hurry. You need not say who you are, and nothing is stored about you.")
    }
    OptionRow {
        id: languages

        widestCaption: root.widestCaption
        label: qsTr("Language", "heading")
        options: root.desk.settings.languages
        onPicked: key => root.desk.settings.pickLanguage(key)
    }
    OptionRow {
        id: sizes

        widestCaption: root.widestCaption
        label: qsTr("Text size")
        options: root.desk.settings.sizes
        onPicked: key => root.desk.settings.pickSize(key)
    }
    OptionRow {
        id: contrasts

        widestCaption: root.widestCaption
        label: qsTr("Colours", "heading")
        options: root.desk.settings.contrasts
        onPicked: key => root.desk.settings.pickContrast(key)
    }
}
