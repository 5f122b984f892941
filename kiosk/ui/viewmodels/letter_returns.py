"""The page on which letters that came back are scanned, and entered together."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.event_texts import letter_name
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.app.slips.return_letters import FoundLetter
from kiosk.app.slips.return_pile import EnteredPile, Envelope, enter_pile
from kiosk.domain.choice import EventId
from kiosk.domain.errors import KioskError, Refusal
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.errand import Errand
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class LetterReturns(QObject):
    """A pile of envelopes; nothing is stored before somebody enters all of it.

    Signals:
        changed: Another envelope, another day, or the pile was entered.
        left: Back to the tasks; the pile stays.
    """

    changed = Signal()
    left = Signal()

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
        self._errand = Errand(tasks, shell, session.faults, Page.RETURNS)
        self._pile: tuple[Envelope, ...] = ()
        self._picked: EventId | None = None
        self._day = self._message = self._fault = self._done = ""
        self._rows = RowsModel(("key", "who", "about", "step", "picked"), self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Go on with the pile; the first one begins today."""
        self._message = self._fault = self._done = ""
        self._day = self._day or as_typed(self._program.clock.now().date())
        self._refresh()

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """The pile, newest first; may be empty."""
        return self._rows

    @Property(str, notify=changed)
    def countText(self) -> str:
        """How many letters wait to be entered; empty for none."""
        count, words = len(self._pile), self._shell.words
        text = words.ngettext(
            "{count} letter in the list is not entered yet.",
            "{count} letters in the list are not entered yet.",
            count,
        )
        return text.format(count=words.number(count)) if count else ""

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why an envelope is not taken into the pile; empty when it is."""
        return self._message

    @Property(str, notify=changed)
    def fault(self) -> str:
        """Why the pile, or some of it, is not entered; empty when nothing went wrong."""
        return self._fault

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was entered last; empty before that."""
        return self._done

    @Property(bool, notify=changed)
    def hasPicked(self) -> bool:
        """Whether a letter of the pile is picked that can be taken out of it."""
        return not self._errand.is_busy and any(
            each.event_id == self._picked for each in self._pile
        )

    @Property(str, notify=changed)
    def day(self) -> str:
        """Day on which they came back, as written."""
        return self._day

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written."""
        if text != self._day:
            self._day, self._fault = text, ""
            self.changed.emit()

    @Slot(str)
    def read(self, text: str) -> None:
        """Take one more envelope into the pile, also while others are being entered."""
        self._message = self._done = ""
        try:
            found = self._program.return_letters.find(text)
        except KioskError as error:
            self._message = fault_text(error, self._shell.words)
        else:
            self._take(found)
        self._refresh()

    @Slot(str)
    def pick(self, key: str) -> None:
        """Let the button be about this one."""
        self._picked = EventId(key)
        self._refresh()

    @Slot()
    def takeOut(self) -> None:
        """The picked one did not come back after all."""
        if self.hasPicked:
            self._pile = tuple(each for each in self._pile if each.event_id != self._picked)
            self._fault = ""
            self._refresh()

    @Slot()
    def store(self) -> None:
        """Enter all of them off the drawing thread; a second tap meanwhile does nothing."""
        if not self._pile or self._errand.is_busy:
            return
        day, words = typed_day(self._day), self._shell.words
        self._message = self._fault = self._done = ""
        if day is None:
            values = {"example": as_typed(self._program.clock.now().date())}
            self._fault = refusal_text(Refusal("correction.day_unreadable", values), words)
            self.changed.emit()
            return
        # Oldest first.
        pile, actor = self._pile[::-1], self._session.name
        self._errand.run(
            lambda: enter_pile(self._program.return_letters, pile, day, actor),
            partial(self._on_entered, day),
            self._fail,
            self._keep_left,
        )
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; the pile stays."""
        self.left.emit()

    def _take(self, found: FoundLetter) -> None:
        if any(each.found.case == found.case for each in self._pile):
            text = self._shell.words.gettext("The letter of case {number} is in the list already.")
            self._message = text.format(number=found.case)
            return
        self._pile = (Envelope(found, self._program.ids.event_id()), *self._pile)

    def _keep_left(self, entered: EnteredPile) -> None:
        self._pile = entered.left_of(self._pile)
        self._refresh()

    def _on_entered(self, day: date, entered: EnteredPile) -> None:
        words = self._shell.words
        if entered.done:
            text = words.ngettext(
                "It is entered that {count} letter came back {date}.",
                "It is entered that {count} letters came back {date}.",
                len(entered.done),
            )
            count = words.number(len(entered.done))
            self._done = text.format(count=count, date=words.full_date(day))
        if entered.refused:
            text = words.ngettext(
                "{count} letter could not be entered. The reason stands in the list.",
                "{count} letters could not be entered. The reason stands in the list.",
                len(entered.refused),
            )
            self._fault = text.format(count=words.number(len(entered.refused)))
        if entered.fault is not None:
            self._fault = fault_text(entered.fault, words)
        self._keep_left(entered)

    def _fail(self, error: KioskError) -> None:
        self._fault = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        about = words.gettext("{letter}, posted {date}")
        self._rows.show(
            [
                {
                    "key": each.event_id,
                    "who": each.found.case,
                    "about": about.format(
                        letter=letter_name(each.found.letter, words),
                        date=words.full_date(each.found.posted_on),
                    ),
                    "step": "" if each.refused is None else fault_text(each.refused, words),
                    "picked": each.event_id == self._picked,
                }
                for each in self._pile
            ]
        )
        self.changed.emit()
