"""The mail-outs that there are, how far each has come, and that one was posted."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.mail_texts import batch_state_text, made_of_text
from kiosk.app.mailout.post_batch import KnownBatch, known_batch
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.domain.errors import KioskError, Refusal
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._known: tuple[KnownBatch, ...] = ()
        self._picked = self._day = self._message = self._done = ""
        self._rows = RowsModel(("key", "who", "about", "step", "picked"), self)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Read the mail-outs anew; nothing is told of the last posting any more."""
        self._message = self._done = ""
        self.read()

    def read(self, picked: str = "") -> None:
        """Read the mail-outs anew off the drawing thread.

        Args:
            picked: Key of the one to pick; empty to keep what is picked.
        """
        self._picked = picked or self._picked
        self._day = as_typed(self._program.clock.now().date())
        record = self._program.record

        def work() -> tuple[KnownBatch, ...]:
            return tuple(known_batch(record, key) for key in reversed(record.batches()))

        self._tasks.run(work, self._on_read, self._fail)

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
        return batch is not None and batch.posted_on is None and not batch.is_whole

    @Property(bool, notify=changed)
    def canPost(self) -> bool:
        """Whether the picked one has letters that nobody has posted."""
        batch = self._batch
        return batch is not None and batch.posted_on is None and bool(batch.made)

    @Property(str, notify=changed)
    def day(self) -> str:
        """Day on which it was posted, as written."""
        return self._day

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why it is not entered; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was entered last; empty before that."""
        return self._done

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick a mail-out."""
        self._picked, self._message, self._done = key, "", ""
        self._speak()

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        self._day = text

    @Slot()
    def resume(self) -> None:
        """Make what is left of the picked one."""
        if self.canResume:
            self.resumeAsked.emit(self._picked)

    @Slot()
    def post(self) -> None:
        """Enter that the picked one was posted; deadlines run from then."""
        if not self.canPost:
            return
        words, day, key = self._shell.words, typed_day(self._day), self._picked
        if day is None:
            values = {"example": as_typed(self._program.clock.now().date())}
            self._say(refusal_text(Refusal("correction.day_unreadable", values), words))
            return
        use_case, actor = self._program.post_batch, self._session.name

        def posted(count: int) -> None:
            text = words.ngettext(
                "{count} letter is entered as posted {date}.",
                "{count} letters are entered as posted {date}.",
                count,
            )
            self._done = text.format(count=words.number(count), date=words.full_date(day))
            self._say("")
            self.read()

        self._tasks.run(lambda: use_case.post(key, day, actor), posted, self._fail)

    @property
    def _batch(self) -> KnownBatch | None:
        return next((each for each in self._known if each.key == self._picked), None)

    def _on_read(self, known: tuple[KnownBatch, ...]) -> None:
        self._known = known
        self._speak()

    def _fail(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        words = self._shell.words
        self._rows.show(
            [
                {
                    "key": each.key,
                    "who": each.key,
                    "about": ""
                    if each.begun is None
                    else letter_name(each.begun.filter.letter, words),
                    "step": joined(made_of_text(each, words), batch_state_text(each, words)),
                    "picked": each.key == self._picked,
                }
                for each in self._known
            ]
        )
        self.changed.emit()
