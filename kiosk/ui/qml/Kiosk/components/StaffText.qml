import QtQuick
import Kiosk

// Text of the staff's pages: one size, whatever the citizen picked.
KioskText {
    font.pixelSize: Theme.staffBodyPx
    lineHeight: Theme.lineList / Theme.naturalLine
}
