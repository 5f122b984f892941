"""Waiting lists: who waits for a place, whose turn it is, and what becomes of an offer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.program import Program
from kiosk.app.waiting_texts import provider_named, step_text, waiting_event_text, zone_named
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import EventBody, PlaceOffered
from kiosk.domain.waiting import InLine, Step
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined, service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FIELDS = ("key", "place", "who", "about", "step", "picked")


@QmlElement
@QmlUncreatable("made by the application")
class WaitingPlaces(QObject):
    """One list per service; somebody is picked, and then something is done about that person.

    Signals:
        changed: Another person is picked, the lists, or the language.
        left: Back to the cases.
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
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._faults = session.faults
        self._listed: tuple[InLine, ...] = ()
        self._key = ""
        self._done = ""
        self._rows = RowsModel(_FIELDS, self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Read the lists.

        Raises:
            StorageError: The record could not be read.
        """
        self._key = self._done = ""
        self._read()

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """Everybody who waits, by service and in the order of the lists."""
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
        self._key, self._done = key, ""
        self._refresh()

    @Slot()
    @told
    def offer(self) -> None:
        """Offer the place."""
        lists = self._program.waiting_lists
        self._do(lists.offer)

    @Slot()
    @told
    def take(self) -> None:
        """The person takes the place."""
        lists = self._program.waiting_lists
        self._do(lists.take)

    @Slot()
    @told
    def decline(self) -> None:
        """The person does not take the place."""
        lists = self._program.waiting_lists
        self._do(lists.decline)

    @Slot()
    @told
    def expire(self) -> None:
        """The person has not replied in time."""
        lists = self._program.waiting_lists
        self._do(lambda *key: lists.decline(*key, is_expired=True))

    @Slot()
    def leave(self) -> None:
        """Back to the cases."""
        self.left.emit()

    @property
    def _picked(self) -> InLine | None:
        return next((each for each in self._listed if each.waiting.choice == self._key), None)

    def _do(self, done: Callable[..., EventBody]) -> None:
        each = self._picked
        if each is None:
            return
        waiting, event_id = each.waiting, self._program.ids.event_id()
        self._faults.forget()
        try:
            body = done(waiting.case, waiting.service, event_id, self._session.name)
        except RefusedError:
            # Somebody else may have been quicker; the lists tell.
            self._read()
            raise
        # The letter about an offer is printed next.
        self._key = each.waiting.choice if isinstance(body, PlaceOffered) else ""
        self._done = waiting_event_text(body, self._shell.words)
        self._read()

    def _read(self) -> None:
        self._listed = self._program.waiting_lists.lists()
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
                    "about": joined(
                        service_name(content, each.waiting.service, words),
                        provider_named(each.waiting, content, words),
                        zone_named(each.waiting, content),
                    ),
                    "step": step_text(each, words),
                    "picked": each.waiting.choice == self._key,
                }
                for each in self._listed
            ]
        )
        self.changed.emit()
