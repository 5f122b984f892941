"""Checks a large record bit by bit while the program is used."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.app.ports.record import Record
from kiosk.domain.errors import KioskError, StorageError
from kiosk.ui.tasks import Tasks

_PAUSE_MS = 250


class RecordCheck(QObject):
    """Asks for the next part as long as something is left; storing never waits for the whole.

    Signals:
        damaged: Something does not fit; the record can only be read from now on.
    """

    damaged = Signal()

    def __init__(self, record: Record, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._record = record
        self._tasks = tasks
        self._has_begun = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.go_on)

    def begin(self) -> None:
        """Begin, once; call it when the record is open."""
        if not self._has_begun:
            self._has_begun = True
            self._pause.start()

    def go_on(self) -> None:
        """Check the next part."""
        self._tasks.run(self._check, self._on_checked, self._on_failed)

    def _check(self) -> bool:
        # Looked up where a failure is told: the record may be closed by now.
        return self._record.check_some()

    def _on_checked(self, is_left: bool) -> None:
        if is_left:
            self._pause.start()
            return
        # It may be closed by now: the staff of a public machine have left.
        with suppress(StorageError):
            if self._record.damage is not None:
                self.damaged.emit()

    def _on_failed(self, _error: KioskError) -> None:
        """The record was closed; there is nothing to check any more."""
