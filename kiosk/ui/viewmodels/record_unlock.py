"""The page before all others: the passphrase of a locked record."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.record_door import RecordDoor
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError, StorageError, StorageFault
from kiosk.domain.machine_event import CodeOutcome
from kiosk.domain.staff import next_try_at
from kiosk.ui.code_try import wait_text
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_SECOND = timedelta(seconds=1)


@QmlElement
@QmlUncreatable("made by the application")
class RecordUnlock(QObject):
    """One try at a time, in a worker thread; wrong ones cost more and more time.

    Signals:
        changed: A message, or whether a try is running.
        cleared: The field is to be emptied, so that the next try begins anew.
        opened: The record is open.
        answered: A passphrase was right, wrong or too soon; carries a ``CodeOutcome``.
    """

    changed = Signal()
    cleared = Signal()
    opened = Signal()
    answered = Signal(object)

    def __init__(
        self, program: Program, shell: AppShell, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._door: RecordDoor | None = program.door
        self._clock = program.clock
        self._shell = shell
        self._tasks = tasks
        self._message = ""
        self._is_busy = False
        self._tries = program.door_tries

    def show(self) -> None:
        """Begin without a message."""
        self._say("")

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the last try did not open; empty before one."""
        return self._message

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """A passphrase is being tried."""
        return self._is_busy

    @Slot(str)
    def unlock(self, passphrase: str) -> None:
        """Try a passphrase."""
        door, words = self._door, self._shell.words
        wait_s = self._wait_s()
        if door is None or self._is_busy:
            return
        if not passphrase:
            self._say(words.gettext("Write the passphrase."))
        elif wait_s > 0:
            self._say(wait_text(wait_s, words))
            self.answered.emit(CodeOutcome.TOO_SOON)
        else:
            self._is_busy = True
            self._say("")
            self._tasks.run(
                lambda: door.unlock(passphrase), lambda _none: self._on_open(), self._on_refused
            )

    def _on_open(self) -> None:
        self._is_busy = False
        self._tries.keep((0, None))
        self.answered.emit(CodeOutcome.RIGHT)
        self.cleared.emit()
        self.changed.emit()
        if self._shell.current is Page.UNLOCK:
            self.opened.emit()
        elif self._door is not None:
            # Whoever wrote the passphrase has left; nothing stays open behind a page of strangers.
            self._door.lock()

    def _on_refused(self, error: KioskError) -> None:
        words = self._shell.words
        self._is_busy = False
        self.cleared.emit()
        if not (isinstance(error, StorageError) and error.fault is StorageFault.WRONG_KEY):
            self._say(fault_text(error, words))
            return
        failures, _last = self._tries.read()
        self._tries.keep((failures + 1, self._clock.now()))
        self.answered.emit(CodeOutcome.WRONG)
        wait_s = self._wait_s()
        wrong = words.gettext("The passphrase is wrong.")
        self._say(f"{wrong} {wait_text(wait_s, words)}" if wait_s > 0 else wrong)

    def _wait_s(self) -> int:
        (failures, last), now = self._tries.read(), self._clock.now()
        if last is not None and last > now:
            # The clock was put back; nobody waits until it has caught up.
            last = now
            self._tries.keep((failures, now))
        allowed_at = next_try_at(failures, last)
        return 0 if allowed_at is None else max(0, -((now - allowed_at) // _SECOND))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()
