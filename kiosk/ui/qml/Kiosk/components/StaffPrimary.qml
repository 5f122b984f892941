import QtQuick
import Kiosk

// The one thing that a staff page is for.
StaffButton {
    filled: true
    minHeight: Theme.staffPrimary
    padSide: Theme.l
}
