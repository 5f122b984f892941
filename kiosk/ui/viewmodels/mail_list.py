"""The mail-outs that there are, and how far each has come."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.known_batch import KnownBatch, known_batch
from kiosk.app.mailout.mail_texts import batch_state_text, made_of_text
from kiosk.app.mailout.unmade_texts import unmade_text
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.viewmodels.mail_closing import MailClosing

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class MailList(QObject):
    """Newest first; one may be picked.

    Signals:
        changed: Another mail-out is picked, or one has come further.
        resumeAsked: The picked one shall go on; carries its key.
    """

    changed = Signal()
    resumeAsked = Signal(str)

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        place: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._tasks = tasks
        self._known: tuple[KnownBatch, ...] = ()
        self._picked = self._message = ""
        self._closing = MailClosing(program, shell, session, tasks, place, self)
        self._closing.closed.connect(self._on_closed)
        self._rows = RowsModel(("key", "who", "about", "step", "picked"), self)
        self._unmade = RowsModel(("place", "what", "reason"), self)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Read the mail-outs anew; nothing is told of the last posting any more."""
        self._message = ""
        self._closing.forget()
        self.read()

    def read(self, picked: str = "") -> None:
        """Read the mail-outs anew off the drawing thread.

        Args:
            picked: Key of the one to pick; empty to keep what is picked.
        """
        self._picked = picked or self._picked
        record = self._program.record

        def work() -> tuple[KnownBatch, ...]:
            return tuple(known_batch(record, key) for key in reversed(record.batches()))

        self._tasks.run(work, self._on_read, self._fail, Lane.PAPER)

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Every mail-out: its key, what it is, and how far it has come; may be empty."""
        return self._rows

    @Property(str, notify=changed)
    def title(self) -> str:
        """Key of the mail-out that is picked; empty for none."""
        return "" if self._batch is None else self._batch.key

    @Property(bool, notify=changed)
    def canResume(self) -> bool:
        """Whether letters of the picked one are not made yet."""
        batch = self._batch
        return batch is not None and batch.is_open and not batch.is_whole

    @Property(MailClosing, constant=True)
    def closing(self) -> MailClosing:
        """That the picked one was posted, or never will be."""
        return self._closing

    @Property(RowsModel, constant=True)
    def unmade(self) -> RowsModel:
        """Cases of the picked one whose letter could not be made, and why; may be empty."""
        return self._unmade

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why they could not be read; empty when nothing went wrong."""
        return self._message

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick a mail-out."""
        self._picked, self._message = key, ""
        self._closing.forget()
        self._closing.take(self._batch)
        self._speak()

    @Slot()
    def resume(self) -> None:
        """Make what is left of the picked one."""
        if self.canResume:
            self.resumeAsked.emit(self._picked)

    @property
    def _batch(self) -> KnownBatch | None:
        return next((each for each in self._known if each.key == self._picked), None)

    def _on_read(self, known: tuple[KnownBatch, ...]) -> None:
        self._known = known
        self._closing.take(self._batch)
        self._speak()

    @Slot()
    def _on_closed(self) -> None:
        self.read()

    def _fail(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        words = self._shell.words
        self._rows.show(
            [
                {
                    "key": each.key,
                    "who": _in_parts(each.key),
                    "about": ""
                    if each.begun is None
                    else letter_name(each.begun.filter.letter, words),
                    "step": joined(made_of_text(each, words), batch_state_text(each, words)),
                    "picked": each.key == self._picked,
                }
                for each in self._known
            ]
        )
        unmade = {} if self._batch is None else self._batch.unmade
        self._unmade.show(
            [
                {
                    "place": case,
                    "what": "",
                    "reason": unmade_text(why, words),
                }
                for case, why in sorted(unmade.items())
            ]
        )
        self.changed.emit()


def _in_parts(key: str) -> str:
    """A narrow column breaks the key at its hyphens, never within a number."""
    return key.replace("-", "-\u200b")
