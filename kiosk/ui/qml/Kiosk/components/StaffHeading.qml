import QtQuick
import Kiosk

// Heading of a panel or a part of a staff page.
KioskText {
    heading: true
    font.pixelSize: Theme.staffH2Px
}
