"""What staff do with a public machine itself: clean it, start it again, leave it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.machine_end import MachineEnd
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class Maintenance(QObject):
    """Buttons of two pages, and the seconds that are left of a cleaning.

    Signals:
        changed: Another second.
        cleaningAsked, moreAsked, left: A button was used.
        endAsked: The program is to end; carries a ``MachineEnd``.
    """

    changed = Signal()
    cleaningAsked = Signal()
    moreAsked = Signal()
    left = Signal()
    endAsked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = 0

    def count(self, seconds: int) -> None:
        """Show how many seconds touch is still ignored."""
        if seconds != self._seconds:
            self._seconds = seconds
            self.changed.emit()

    @Property(int, notify=changed)
    def seconds(self) -> int:
        """Until touch counts again; 0 once it does."""
        return self._seconds

    @Slot()
    def clean(self) -> None:
        """Ignore touch for half a minute."""
        self.cleaningAsked.emit()

    @Slot()
    def cleanMore(self) -> None:
        """Half a minute more."""
        self.moreAsked.emit()

    @Slot()
    def leave(self) -> None:
        """Let strangers use the machine again."""
        self.left.emit()

    @Slot()
    def restartProgram(self) -> None:
        """Start the program again."""
        self.endAsked.emit(MachineEnd.RESTART_PROGRAM)

    @Slot()
    def restartDevice(self) -> None:
        """Start the machine again."""
        self.endAsked.emit(MachineEnd.RESTART_DEVICE)

    @Slot()
    def shutDown(self) -> None:
        """Turn the machine off."""
        self.endAsked.emit(MachineEnd.SHUT_DOWN)

    @Slot()
    def exitProgram(self) -> None:
        """Leave the machine to the staff."""
        self.endAsked.emit(MachineEnd.NOTHING)
