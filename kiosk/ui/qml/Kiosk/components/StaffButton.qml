import QtQuick
import Kiosk

KioskButton {
    fontPx: Theme.staffBodyPx
    minHeight: Theme.staffButton
    padSide: Theme.m
    corner: Theme.radiusStaff
    ringWidth: Theme.staffFocusWidth
}
