"""Waiting lists: who waits for a place, whose turn it is, and what becomes of an offer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.waiting_texts import line_name, step_text, waiting_event_text
from kiosk.domain.alphabet import alphabetic
from kiosk.domain.errors import KioskError, Refusal, RefusedError
from kiosk.domain.event import EventBody, PlaceOffered
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.domain.waiting import InLine, Step, Waiting
from kiosk.ui.errand import Errand
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "line", "place", "who", "step", "picked")
_OFFER, _TAKE, _EXPIRE = "offer", "take", "expire"


@QmlElement
@QmlUncreatable("made by the application")
class WaitingPlaces(QObject):
    """One list per service; somebody is picked, and then something is done about that person.

    Signals:
        changed: Another person is picked, the lists, or the language.
        left: Back to the tasks.
        letterAsked: The letter about an offered place is to be printed; carries the case number.
    """

    changed = Signal()
    left = Signal()
    letterAsked = Signal(str)

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
        self._errand = Errand(tasks, shell, session.faults, Page.WAITING)
        self._listed: tuple[InLine, ...] = ()
        self._key = self._done = ""
        self._act = self._day = self._message = ""
        self._event_id = program.ids.event_id()
        self._rows = RowsModel(_FIELDS, self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Read the lists.

        Raises:
            StorageError: The record could not be read.
        """
        self._key = self._done = ""
        self._open("")
        self._read()

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Everybody who waits, under the line for each provider in each zone, in its order."""
        return self._rows

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        """That nobody waits; empty while somebody does."""
        return "" if self._listed else self._shell.words.gettext("Nobody waits for a place.")

    @Property(str, notify=changed)
    def pickedName(self) -> str:
        """Whom the buttons are about; empty before somebody is picked."""
        each = self._picked
        return "" if each is None else self._who(each)

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was stored last; empty before the first."""
        return self._done

    @Property(bool, notify=changed)
    def canOffer(self) -> bool:
        """Whether a place is free for the picked person."""
        return self._picked is not None and self._picked.step is Step.OFFER

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        """Whether an offer to the picked person stands."""
        return self._picked is not None and self._picked.waiting.is_offered

    @Property(bool, notify=changed)
    def isExpired(self) -> bool:
        """Whether the last day for a reply has passed."""
        return self._picked is not None and self._picked.step is Step.EXPIRED

    @Property(bool, notify=changed)
    def hasLetter(self) -> bool:
        """Whether the picked person is offered a place that can still be taken in time."""
        return self._picked is not None and self._picked.step is Step.AWAIT_REPLY

    @Slot()
    def printLetter(self) -> None:
        """Print the letter about the place."""
        each = self._picked
        if each is not None and self.hasLetter:
            self.letterAsked.emit(each.waiting.case)

    @Slot(str)
    def pick(self, key: str) -> None:
        """Let the buttons be about this person."""
        if self._errand.is_busy:
            return
        self._key, self._done = key, ""
        self._open("")
        self._refresh()

    @Slot(str)
    def begin(self, act: str) -> None:
        """Ask once before anything is stored: ``offer``, ``take``, ``decline`` or ``expire``."""
        if self._picked is not None:
            self._open(act)

    @Property(str, notify=changed)
    def act(self) -> str:
        """What is asked about; empty while nothing is."""
        return "" if self._picked is None else self._act

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is about to be stored; empty while nothing is."""
        words = self._shell.words
        return {
            "offer": words.gettext("Offer the place to this person?"),
            "take": words.gettext("The person takes the place. When did the reply come?"),
            "decline": words.gettext("The person does not take the place. Store it?"),
            "expire": words.gettext("No reply came in time. The person is then last in line."),
        }.get(self.act, "")

    @Property(bool, notify=changed)
    def asksDay(self) -> bool:
        """Whether the day of the reply is written."""
        return self.act == _TAKE

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day of the reply as written; empty to begin with."""
        return self._day

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        if text != self._day:
            self._day = text
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Store nothing; not while it is being stored."""
        if not self._errand.is_busy:
            self._open("")

    @Slot()
    def store(self) -> None:
        """Store it off the drawing thread; a second tap while storing does nothing."""
        each = self._picked
        if each is not None and self._act:
            self._errand.run(self._attempt(each.waiting), self._on_stored, self._on_failed)

    @Slot()
    def leave(self) -> None:
        """Back to the tasks."""
        self.left.emit()

    @property
    def _picked(self) -> InLine | None:
        return next((each for each in self._listed if each.waiting.choice == self._key), None)

    def _open(self, act: str) -> None:
        self._act, self._day, self._message = act, "", ""
        # The same one however often it is tried.
        self._event_id = self._program.ids.event_id()
        self.changed.emit()

    def _attempt(self, waiting: Waiting) -> Callable[[], EventBody]:
        lists, act = self._program.waiting_lists, self._act
        key = waiting.case, waiting.service, self._event_id, self._session.name
        example = as_typed(self._program.clock.now().date())
        day = typed_day(self._day)

        def attempt() -> EventBody:
            if act == _OFFER:
                return lists.offer(*key)
            if act != _TAKE:
                return lists.decline(*key, is_expired=act == _EXPIRE)
            if day is None:
                raise RefusedError([Refusal("correction.day_unreadable", {"example": example})])
            return lists.take(*key, came_on=day)

        return attempt

    def _on_stored(self, body: EventBody) -> None:
        # The letter about an offer is printed next.
        self._key = self._key if isinstance(body, PlaceOffered) else ""
        self._open("")
        self._done = waiting_event_text(body, self._shell.words)
        self._read()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        # Somebody else may have been quicker; the lists tell.
        self._read()

    def _read(self) -> None:
        words, content = self._shell.words, self._program.municipality
        found = self._program.waiting_lists.lists()
        # Sorting is stable: everybody keeps the place in the line for a provider in a zone.
        self._listed = tuple(
            sorted(found, key=lambda each: alphabetic(line_name(each, content, words)))
        )
        self._refresh()

    def _who(self, each: InLine) -> str:
        file = self._program.record.case_file(each.waiting.case)
        return joined(file.case.name, each.waiting.case)

    @Slot()
    def _refresh(self) -> None:
        words, content = self._shell.words, self._program.municipality
        self._rows.show(
            [
                {
                    "key": each.waiting.choice,
                    "place": words.number(each.place),
                    "who": self._who(each),
                    "line": line_name(each, content, words),
                    "step": step_text(each, words),
                    "picked": each.waiting.choice == self._key,
                }
                for each in self._listed
            ]
        )
        self.changed.emit()
