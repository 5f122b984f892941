import QtQuick
import Kiosk

StaffText {
    color: Theme.textSupport
    font.pixelSize: Theme.staffSupportPx
}
