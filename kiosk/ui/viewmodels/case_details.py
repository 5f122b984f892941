"""The page of one case."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.case_story import CaseStory
from kiosk.app.hold_case import Hold, hold_on
from kiosk.app.program import Program
from kiosk.app.read_case import unlogged_text
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import Channel
from kiosk.domain.errors import KioskError, StorageError
from kiosk.domain.event import (
    ChoiceRecorded,
    ChoiceWithdrawn,
    Event,
    InformationNoted,
    Stored,
)
from kiosk.domain.later_event import LaterEvent
from kiosk.ui.case_texts import SERVICE_FIELDS, CaseTexts
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseDetails(QObject):
    """Services, history and the dealt order of a case.

    Signals:
        changed: Another case, record or language.

    Attributes:
        is_open: The case is not closed.
        can_choose: At least one service can be chosen for.
        receipt_number: Of what was stored last, answers or a withdrawal; empty without.
        missing_notes: When the visits were that lack their note, oldest first; may be empty.
        hold: What keeps the case from disposal; None where nobody decided that.
    """

    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._reference = CaseRef("")
        self._case: Case | None = None
        self._line = ""
        self._unlogged: StorageError | None = None
        self._order_note = ""
        self.is_open = False
        self.can_choose = False
        self._is_partly_unread = False
        self.receipt_number = ""
        self.missing_notes: tuple[date, ...] = ()
        self.hold: Hold | None = None
        self._services = RowsModel(SERVICE_FIELDS, self)
        self._history = RowsModel(("what", "who"), self)
        self._order = RowsModel(("number", "name"), self)
        shell.spoken.connect(self._speak_anew)

    @property
    def reference(self) -> CaseRef:
        """Case number of the shown case."""
        return self._reference

    def show(self, reference: CaseRef, unlogged: StorageError | None = None) -> None:
        """Show a case.

        Args:
            reference: Whose case.
            unlogged: Why it is not logged that the case is read; None when it is.
        """
        self._reference = reference
        self._unlogged = unlogged
        self.refresh()

    def refresh(self) -> None:
        """Read the record anew."""
        if not self._reference:
            return
        words = self._shell.words
        file = self._program.record.case_file(self._reference)
        history = self._program.record.history(self._reference)
        events = [event for _place, event in history]
        texts = CaseTexts(self._program, file, events, words)
        self._case = file.case
        self._line = texts.line()
        self._order_note = texts.order_note()
        self._is_partly_unread = any(isinstance(event.body, LaterEvent) for event in events)
        self.is_open = file.case.is_open
        self.can_choose = bool(texts.offered())
        self.receipt_number = _newest_receipt(history)
        self.missing_notes = _missing_notes(events)
        self.hold = hold_on(events)
        self._services.show(texts.service_rows())
        self._order.show(texts.order_rows())
        told = CaseStory(events, self._program.municipality, words).lines()
        self._history.show([{"what": line.what, "who": line.who} for line in reversed(told)])
        self.changed.emit()

    @Slot()
    def _speak_anew(self) -> None:
        # Whoever opens the page reads the record anew, and is told then what is wrong.
        with suppress(KioskError):
            self.refresh()

    @Property(str, notify=changed)
    def name(self) -> str:
        """Name of the person."""
        return "" if self._case is None else self._case.name

    @property
    def called(self) -> str:
        """What the person is called: the given name where there is one."""
        return "" if self._case is None else self._case.called

    @Property(str, notify=changed)
    def givenName(self) -> str:
        """What the person is called, for the page."""
        return self.called

    @property
    def has_answers(self) -> bool:
        """Whether something was answered once."""
        return self.receipt_number != ""

    @Property(str, notify=changed)
    def line(self) -> str:
        """Case number, zone, decision and deadline."""
        return self._line

    @Property(str, notify=changed)
    def notice(self) -> str:
        """What has to be known first: not logged, closed, protected address; may be empty."""
        words = self._shell.words
        notices = [] if self._unlogged is None else [unlogged_text(self._unlogged, words)]
        if self._is_partly_unread:
            notices.append(
                words.gettext(
                    "A newer version of the program stored something in this case that this "
                    "version cannot read. Install the newer version before you enter anything."
                )
            )
        if self._case is not None and self._case.closing is not None:
            text = words.gettext(
                "The case was closed {date}. There is no visit and no brochure. Nothing is mailed."
            )
            notices.append(text.format(date=words.full_date(self._case.closing.on)))
        if self._case is not None and self._case.is_address_protected:
            notices.append(
                words.gettext(
                    "The address is protected. It is never shown, printed or mailed to. Hand over "
                    "papers yourself."
                )
            )
        return "\n".join(notices)

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Granted services, order of the case."""
        return self._services

    @Property(RowsModel, constant=True)
    def history(self) -> RowsModel:
        """What happened, newest first."""
        return self._history

    @Property(RowsModel, constant=True)
    def order(self) -> RowsModel:
        """Providers in the dealt order; empty before it is drawn."""
        return self._order

    @Property(str, notify=changed)
    def orderNote(self) -> str:
        """When the order was drawn."""
        return self._order_note


def _newest_receipt(history: Sequence[tuple[Stored, Event]]) -> str:
    for place, event in reversed(history):
        if isinstance(event.body, ChoiceRecorded | ChoiceWithdrawn):
            return event.body.numbered(place).receipt_number
    return ""


def _missing_notes(events: Sequence[Event]) -> tuple[date, ...]:
    noted = {event.body.choice_id for event in events if isinstance(event.body, InformationNoted)}
    return tuple(
        event.at.date()
        for event in events
        if isinstance(event.body, ChoiceRecorded) and event.id not in noted
        if event.body.choice.channel is Channel.HOME_VISIT
    )
