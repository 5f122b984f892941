"""What becomes of a mail-out that is made: it is posted, or it never will be."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.close_batch import FilesSaid
from kiosk.app.mailout.known_batch import KnownBatch
from kiosk.app.mailout.lacking_files import LackingFiles
from kiosk.app.mailout.letter_numbers import letter_numbers
from kiosk.app.mailout.mail_texts import discarded_text
from kiosk.app.mailout.post_batch import Posting
from kiosk.app.mailout.posting_texts import before_posting_lines, posted_lines
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.app.watch import Watch
from kiosk.domain.errors import KioskError, Refusal, RefusedError
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.viewmodels.mail_files import MailFiles

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class MailClosing(QObject):
    """Of the mail-out that is picked.

    Signals:
        changed: Another mail-out, or something about it.
        closed: It was entered what becomes of it.
    """

    changed = Signal()
    closed = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        place: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        """Work on the mail-out that is picked.

        Args:
            program: Use cases.
            shell: Speaks.
            session: Who is signed in.
            tasks: Work beside the drawing.
            place: Where the folder of a mail-out is looked for that lies where it was made no more.
            parent: Owner.
        """
        super().__init__(parent)
        self._place = place
        self._program = program
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._batch: KnownBatch | None = None
        self._posting: Posting | None = None
        self._day = self._apart = self._message = ""
        self._done: tuple[str, ...] = ()
        self._is_discarding = False
        self._lines = RowsModel(("text",), self)
        self._said: tuple[str, date, frozenset[int]] | None = None
        self._files = MailFiles(tasks, shell, session.faults, self)
        self._files.accepted.connect(self._store)
        shell.spoken.connect(self._speak)

    def forget(self) -> None:
        """Nothing is told of the last one any more."""
        self._message, self._done = "", ()
        self._files.forget()
        self.changed.emit()

    def take(self, batch: KnownBatch | None) -> None:
        """Another mail-out is picked, or it has come further; None for none."""
        is_same = batch is not None and self._batch is not None and batch.key == self._batch.key
        if not is_same:
            self._day, self._apart = as_typed(self._program.clock.now().date()), ""
        if not is_same:
            self._files.forget()
        self._batch, self._posting, self._is_discarding = batch, None, False
        self._speak()
        if batch is not None and self.canPost:
            use_case, key = self._program.post_batch, batch.key
            # Not among the storing, which must not wait until every letter was looked at.
            self._tasks.run(
                lambda: use_case.look(key),
                lambda posting: self._on_looked(key, posting),
                self._fail,
                Lane.PAPER,
            )

    @Property(bool, notify=changed)
    def canPost(self) -> bool:
        """Whether it has letters that nobody has posted."""
        return self.canDiscard and self._batch is not None and bool(self._batch.made)

    @Property(bool, notify=changed)
    def canDiscard(self) -> bool:
        """Whether it can still be said that it is never posted."""
        return self._batch is not None and self._batch.is_open

    @Property(bool, notify=changed)
    def isDiscarding(self) -> bool:
        """Whether it is asked once more before it is discarded."""
        return self._is_discarding

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """Letters to take out of the pile before it is posted; may be empty."""
        return self._lines

    @Property(MailFiles, constant=True)
    def files(self) -> MailFiles:
        """Whether its files lie there as they were made."""
        return self._files

    @Property(str, notify=changed)
    def day(self) -> str:
        """Day on which it was posted, as written."""
        return self._day

    @Property(str, notify=changed)
    def apart(self) -> str:
        """Numbers of letters that were pulled out, as written; empty for none."""
        return self._apart

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why it is not entered; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was entered last; empty before that."""
        return "\n".join(self._done)

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        self._day = text
        self._files.forget()

    @Slot(str)
    def writeApart(self, text: str) -> None:
        """Keep the numbers while they are written."""
        self._apart = text
        self._files.forget()

    @Slot()
    def post(self) -> None:
        """Enter that it was posted, once its files were looked at; deadlines run from then."""
        if self._batch is None or not self.canPost or self._files.progress:
            return
        words, day, key = self._shell.words, typed_day(self._day), self._batch.key
        if day is None:
            values = {"example": as_typed(self._program.clock.now().date())}
            self._say(refusal_text(Refusal("correction.day_unreadable", values), words))
            return
        try:
            apart = letter_numbers(self._apart)
        except RefusedError as error:
            self._fail(error)
            return
        closing, actor, places = self._program.close_batch, self._session.name, self._places
        self._said = key, day, apart
        self._say("")

        def work(watch: Watch) -> LackingFiles:
            return closing.look(key, day, actor, apart, FilesSaid(places, watch=watch))

        self._files.read(work, self._fail)

    @Slot()
    def _store(self) -> None:
        """Enter what was said, with its files as they are."""
        if self._said is None:
            return
        (key, day, apart), self._said = self._said, None
        closing, actor, words = self._program.close_batch, self._session.name, self._shell.words
        files = FilesSaid(self._places, anyway=True)

        def work() -> tuple[str, ...]:
            posting = closing.post(key, day, actor, words, apart, files)
            return tuple(posted_lines(posting, day, words))

        self._enter(work)

    @Slot()
    def askDiscard(self) -> None:
        """Ask once more before it is discarded."""
        self._is_discarding = self.canDiscard
        self._say("")

    @Slot()
    def keep(self) -> None:
        """It is not discarded after all."""
        self._is_discarding = False
        self._say("")

    @Slot()
    def discard(self) -> None:
        """Enter that it is never posted; its people count as not written to."""
        if self._batch is None or not self._is_discarding:
            return
        closing, actor, places = self._program.close_batch, self._session.name, self._places
        key, words = self._batch.key, self._shell.words
        self._enter(lambda: (discarded_text(closing.discard(key, actor, words, places), words),))

    @property
    def _places(self) -> list[str]:
        return [str(self._place())]

    def _enter(self, work: Callable[[], tuple[str, ...]]) -> None:
        """Store it off the drawing thread.

        Args:
            work: Gives what is told then.
        """

        def stored(lines: tuple[str, ...]) -> None:
            self._done = lines
            self._say("")
            self.closed.emit()

        self._tasks.run(work, stored, self._fail)

    def _on_looked(self, key: str, posting: Posting) -> None:
        if self._batch is not None and self._batch.key == key:
            self._posting = posting
            self._speak()

    def _fail(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        told = (
            () if self._posting is None else before_posting_lines(self._posting, self._shell.words)
        )
        self._lines.show([{"text": line} for line in told])
        self.changed.emit()
