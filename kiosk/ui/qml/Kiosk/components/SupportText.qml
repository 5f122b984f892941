import QtQuick
import Kiosk

KioskText {
    color: Theme.textSupport
    font.pixelSize: Theme.supportPx
    lineHeight: 1.34 / Theme.naturalLine
}
