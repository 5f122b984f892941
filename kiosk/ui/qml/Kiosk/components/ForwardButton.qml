import QtQuick

// The one filled button of a page: moves on, or keeps what was said.
KioskButton {
    filled: true
    iconName: "arrow-right"
    iconOnRight: true
}
