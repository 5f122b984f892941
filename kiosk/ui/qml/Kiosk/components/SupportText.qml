import QtQuick
import Kiosk

KioskText {
    color: Theme.textSupport
    font.pixelSize: Theme.supportPx
}
