pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Language, text size, colours, and what the conversation is about. Also what the header opens.
CitizenPage {
    id: root

    required property Desk desk

    readonly property real widestCaption: Math.max(languages.captionWidth, sizes.captionWidth, contrasts.captionWidth)

    shell: root.desk.shell
    fault: root.desk.steps.fault
    part: 1
    title: qsTr("Welcome, %1").arg(root.desk.information.givenName)
    backShown: false
    blockSpacing: Theme.isLaptop ? Theme.px(5) : Theme.target(6)
    onForward: root.desk.steps.forward()

    KioskText {
        readonly property bool keepsNext: true

        width: parent.width
        prose: true
        text: qsTr("We are going to talk about who will help you at home. There is no hurry. You can go back and forth as much as you like.")
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
