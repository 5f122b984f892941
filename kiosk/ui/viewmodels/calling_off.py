"""The reason why a provider goes on after all, while it is written."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CallingOff(QObject):
    """Open or closed; closed to begin with.

    Signals:
        changed: It was opened or closed, or the reason is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = False
        self._reason = ""

    @Property(bool, notify=changed)
    def isOpen(self) -> bool:
        """Whether the reason is being written."""
        return self._is_open

    @Property(str, notify=changed)
    def reason(self) -> str:
        """The reason as written."""
        return self._reason

    @Slot()
    def open(self) -> None:
        """Ask for the reason."""
        self._is_open, self._reason = True, ""
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Call nothing off."""
        self._is_open, self._reason = False, ""
        self.changed.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """Keep the reason while it is written."""
        if text != self._reason:
            self._reason = text
            self.changed.emit()
