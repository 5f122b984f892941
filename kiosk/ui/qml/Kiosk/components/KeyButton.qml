import QtQuick
import Kiosk

// One key on the screen. A tap leaves the focus in the field; Tab comes here from the field alone, see KeyBoard.
KioskButton {
    id: root

    fontPx: Theme.h2Px
    padSide: Theme.s
    minHeight: Theme.keyHeight
    // Whoever writes taps a letter twice sooner than whoever trembles taps a button twice.
    isKey: true
    focusPolicy: Qt.NoFocus
}
