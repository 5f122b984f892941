import QtQuick
import Kiosk

// Text of the staff's pages: one size, whatever the citizen picked.
KioskText {
    font.pixelSize: Theme.staffBodyPx
    lineHeight: 1.34 / Theme.naturalLine
}
