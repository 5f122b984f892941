pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import Kiosk.Backend

// Services of a case with their state, who helps, and what happens without a choice.
StaffPanel {
    id: root

    required property CaseDetails details
    required property CannotEntry cannot
    required property AgreementEntry agreement

    title: qsTr("Services", "heading")

    Repeater {
        model: root.details.services

        Column {
            id: service

            required property string key
            required property string name
            required property string mark
            required property string stateText
            required property string helper
            required property string consequence
            required property string note
            required property bool canEnterCannot
            required property bool canAgree
            required property int index

            readonly property bool isEntering: root.cannot.service === service.key
            readonly property bool isAgreeing: root.agreement.service === service.key

            function focusButton() {
                enter.forceActiveFocus(Qt.OtherFocusReason);
            }
            function focusAgree() {
                agree.forceActiveFocus(Qt.OtherFocusReason);
            }

            width: root.innerWidth
            spacing: Theme.s
            // The form takes the focus with it when it closes; the button is shown a moment later.
            onIsEnteringChanged: if (!service.isEntering)
                Qt.callLater(service.focusButton)
            onIsAgreeingChanged: if (!service.isAgreeing)
                Qt.callLater(service.focusAgree)

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.borderSubtle
                visible: service.index > 0
            }
            Item {
                width: parent.width
                height: Math.max(names.implicitHeight, facts.implicitHeight, buttons.height)

                Column {
                    id: names

                    width: Math.round(parent.width * 0.34)
                    spacing: Theme.px(0.8)

                    StaffText {
                        width: parent.width
                        text: service.name
                        strong: true
                    }
                    StatusLine {
                        width: parent.width
                        mark: service.mark
                        text: service.stateText
                    }
                }
                Column {
                    id: facts

                    anchors.left: names.right
                    anchors.leftMargin: Theme.s
                    anchors.right: buttons.width > 0 ? buttons.left : parent.right
                    anchors.rightMargin: buttons.width > 0 ? Theme.s : 0
                    spacing: Theme.px(0.8)

                    StaffText {
                        width: parent.width
                        text: service.helper
                    }
                    StaffText {
                        width: parent.width
                        text: service.consequence
                        color: Theme.textSupport
                    }
                    StaffSupport {
                        width: parent.width
                        text: service.note
                        visible: text !== ""
                    }
                }
                Column {
                    id: buttons

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s

                    StaffButton {
                        id: agree

                        anchors.right: parent.right
                        text: qsTr("Agreed date")
                        visible: root.agreement.isAllowed && service.canAgree && !service.isAgreeing
                        Accessible.name: qsTr("Agreed date") + ": " + service.name
                        onActivated: root.agreement.begin(service.key)
                    }
                    StaffButton {
                        id: enter

                        anchors.right: parent.right
                        text: qsTr("Cannot choose")
                        visible: root.cannot.isAllowed && service.canEnterCannot && !service.isEntering
                        Accessible.name: qsTr("Cannot choose") + ": " + service.name
                        onActivated: root.cannot.begin(service.key)
                    }
                }
            }
            AgreementForm {
                width: parent.width
                agreement: root.agreement
                visible: service.isAgreeing
            }
            CannotForm {
                width: parent.width
                cannot: root.cannot
                visible: service.isEntering
            }
        }
    }
    StaffSupport {
        width: root.innerWidth
        text: root.cannot.whyNot
        visible: text !== ""
    }
}
