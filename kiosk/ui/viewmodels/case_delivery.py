"""Delivering cases to the case system from the staff's side, while people go on working."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.delivery_texts import failure_text, not_delivered, result_text, state_text
from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.watch import Watch
from kiosk.domain.errors import KioskError
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from kiosk.app.deliver_cases import Delivered, Undelivered

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_MOST_ROWS = 200


@QmlElement
@QmlUncreatable("made by the application")
class CaseDelivery(QObject):
    """The work list, and a run that delivers it to a folder.

    Signals:
        changed: What is told, the work list, or how far a run has come.
        written: From the working thread: cases written, and cases in all.
        left: Back to the tasks.
    """

    changed = Signal()
    written = Signal(int, int)
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._files = files
        self._tasks = tasks
        self._stop: Event | None = None
        self._progress = self._message = self._done = ""
        self._waiting = RowsModel(("place", "what", "reason"), self)
        self.written.connect(self._on_written)

    def show(self) -> None:
        """Read the work list; a run that is under way goes on."""
        if self._stop is None:
            self._message = self._done = ""
        self._read_list()
        self.changed.emit()

    @Property(str, notify=changed)
    def suggestedFolder(self) -> str:
        """The likeliest folder."""
        return str(self._files.folders()[0])

    @Property(RowsModel, constant=True)
    def waiting(self) -> RowsModel:
        """The first cases that are not delivered: number, name, and where each stands."""
        return self._waiting

    @Property(str, notify=changed)
    def waitingText(self) -> str:
        """How many cases are not delivered, or that all are."""
        words = self._shell.words
        count = self._program.deliver_cases.count()
        return not_delivered(count, words) or words.gettext("Everything is delivered.")

    @Property(bool, notify=changed)
    def canStart(self) -> bool:
        """Whether there is something to deliver and no run is under way."""
        return self._stop is None and self._program.deliver_cases.count() > 0

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far the run has come; empty when none is under way."""
        return self._progress

    @Property(str, notify=changed)
    def message(self) -> str:
        """What was not delivered; empty when everything was."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was delivered last; empty before that."""
        return self._done

    @Slot(str)
    def deliver(self, folder: str) -> None:
        """Deliver the work list to a folder that exists."""
        if self._stop is not None:
            return
        stop = self._stop = Event()
        self._message = self._done = ""
        self._progress = self._shell.words.gettext("Beginning …")
        self.changed.emit()
        use_case, actor = self._program.deliver_cases, self._session.name
        place = str(Path(folder.strip()).expanduser())
        outbox = self._program.outbox_in(place)

        watch = Watch(self.written.emit, stop.is_set)
        # Not among the storing, which must not wait for a slow stick.
        self._tasks.run(
            lambda: use_case.deliver(outbox, actor, watch),
            lambda result: self._on_done(result, place),
            self._on_refused,
            Lane.PAPER,
        )

    @Slot()
    def cancel(self) -> None:
        """Stop the run; nothing of it is left."""
        if self._stop is not None:
            self._stop.set()
            self._progress = self._shell.words.gettext("Stopping …")
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; a run goes on."""
        self.left.emit()

    @Slot(int, int)
    def _on_written(self, done: int, count: int) -> None:
        if self._stop is not None and not self._stop.is_set():
            text = self._shell.words.gettext("Writing case {done} of {count} …")
            self._progress = text.format(done=done, count=count)
            self.changed.emit()

    def _on_done(self, result: "Delivered", folder: str) -> None:
        words = self._shell.words
        text = result_text(result, folder, words)
        is_good = bool(result.cases) or not result.failed
        self._done, self._message = (text, "") if is_good else ("", text)
        if result.failed:
            self._message = failure_text(len(result.failed), words)
        self._end()

    def _on_refused(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self._end()

    def _end(self) -> None:
        self._stop, self._progress = None, ""
        self._read_list()
        self.changed.emit()

    def _read_list(self) -> None:
        use_case = self._program.deliver_cases
        self._tasks.run(lambda: use_case.work_list(_MOST_ROWS), self._show_list, self._on_unread)

    def _show_list(self, waiting: "Sequence[Undelivered]") -> None:
        words = self._shell.words
        self._waiting.show(
            [
                {"place": each.case, "what": each.name, "reason": state_text(each, words)}
                for each in waiting
            ]
        )

    def _on_unread(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()
