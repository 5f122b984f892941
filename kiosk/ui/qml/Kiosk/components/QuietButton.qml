import QtQuick
import Kiosk

// Header only.
KioskButton {
    quiet: true
    minHeight: Theme.targetOrdinary
    fontPx: Theme.supportPx
    padSide: Theme.px(Theme.isExtraLarge ? 4.4 : 4.8)
}
