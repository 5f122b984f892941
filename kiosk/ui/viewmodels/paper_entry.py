"""The page on which staff enter an answer that came on paper."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.enter_answer import Answerable, PaperAnswer
from kiosk.app.phrases import sentences
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.read_case import unlogged_text
from kiosk.app.slips.enter_slip import EnteredSlip
from kiosk.app.slips.slip_texts import (
    answer_words,
    other_brochure_text,
    stored_text,
    unclear_words,
)
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Answer, RecordedChoice
from kiosk.domain.errors import StorageError
from kiosk.domain.service import ServiceId
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.correction_texts import NOTHING, key_of
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.decider_entry import DeciderEntry
from kiosk.ui.viewmodels.receipt_entry import ReceiptEntry, Stored, Way

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

UNCLEAR = "unclear"


@QmlElement
@QmlUncreatable("made by the application")
class PaperEntry(ReceiptEntry):
    """What stands on the paper, when it came, and who signed it.

    Signals:
        edited: What stands on the page is another. A property cannot tell by a signal of the class
            that this one extends: Qt crashes (PySide6 6.11).
        entered: It is stored; carries what is said of it, and the number of the receipt or nothing.
    """

    edited = Signal()
    entered = Signal(str, str)

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
    ) -> None:
        super().__init__(
            program, shell, session, tasks, Way(Page.PAPER, self._begin_with, self._told)
        )
        self._forms: tuple[Answerable, ...] = ()
        self._picked: dict[ServiceId, str] = {}
        self._day = ""
        self._is_of_another_brochure = self._is_of_pile = False
        self._unlogged: StorageError | None = None
        self._who = DeciderEntry(shell, self)
        self._services = RowsModel(("key", "name"), self)
        self._options: dict[str, RowsModel] = {}
        shell.spoken.connect(self._refresh)

    def show(
        self,
        reference: CaseRef,
        is_of_another_brochure: bool = False,
        unlogged: StorageError | None = None,
        is_of_pile: bool = False,
    ) -> None:
        """Begin with nothing answered, as of today.

        Args:
            reference: Whose answer.
            is_of_another_brochure: The slip came with a brochure of another version than today's.
            unlogged: Why it is not logged that the case was opened; None where it is, or where
                another page has told it.
            is_of_pile: The next slip comes after this one, and not the page of the case.

        Raises:
            NotFoundError: There is no such case.
        """
        self._errand.call_off()
        today = self._program.clock.now().date()
        self._day, self._picked = as_typed(today), {}
        self._is_of_another_brochure, self._unlogged = is_of_another_brochure, unlogged
        self._is_of_pile = is_of_pile
        case = self._program.record.case_file(reference).case
        limit = self._program.municipality.child_age_years
        self._who.begin(case.age_on(today), limit)
        self._begin(case, ())

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services that could be answered on the day."""
        return self._services

    @Slot(str, result=RowsModel)
    def optionsOf(self, service: str) -> RowsModel:
        """What can stand on the paper, providers in the order of the person's brochure."""
        if service not in self._options:
            self._options[service] = RowsModel(("key", "name", "picked"), self)
        return self._options[service]

    @Property(DeciderEntry, constant=True)
    def who(self) -> DeciderEntry:
        """Who signed."""
        return self._who

    @Property(str, notify=edited)
    def day(self) -> str:
        """Day on which it came, as written."""
        return self._day

    @Property(bool, notify=edited)
    def isOfPile(self) -> bool:
        """Whether the next slip comes after this one."""
        return self._is_of_pile

    @Property(str, notify=edited)
    def notice(self) -> str:
        """What must be known before the slip is entered; empty where nothing must."""
        words = self._shell.words
        unlogged = "" if self._unlogged is None else unlogged_text(self._unlogged, words)
        return sentences(
            other_brochure_text(words) if self._is_of_another_brochure else "", unlogged
        )

    @Slot(str, str)
    @told
    def pick(self, service: str, key: str) -> None:
        """Say what stands there for a service."""
        self._picked[ServiceId(service)] = key
        self._message = ""
        self._refresh()

    @Slot(str)
    @told
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written; a whole one shows what could be answered then."""
        if text == self._day:
            return
        self._day = text
        if typed_day(text) is not None:
            self._judge_by_day()

    @Slot()
    def store(self) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._case is None or self._stored is not None:
            return
        day = typed_day(self._day)
        if day is None:
            example = as_typed(self._program.clock.now().date())
            self._refuse("correction.day_unreadable", example=example)
            return
        paper = PaperAnswer(self._case.reference, self._answers(), self._who.decider, day)
        use_case, unclear = self._program.enter_slip, self._unclear()
        self._store(lambda event_id, actor: use_case.store(paper, unclear, event_id, actor))

    def _unclear(self) -> tuple[ServiceId, ...]:
        picked = ((form.service, self._picked.get(form.service)) for form in self._forms)
        return tuple(service for service, key in picked if key == UNCLEAR)

    def _answers(self) -> Mapping[ServiceId, Answer]:
        return {
            form.service: answer
            for form in self._forms
            for answer in form.answers
            if key_of(answer) == self._picked.get(form.service)
        }

    def _begin_with(self, choice: RecordedChoice | None) -> None:
        self._choice = choice
        self._message = ""
        self._judge_by_day()

    def _judge_by_day(self) -> None:
        day = typed_day(self._day)
        if self._case is None or day is None:
            return
        self._forms = self._program.enter_answer.services(self._case.reference, day)
        self._message = ""
        self._refresh()

    @Slot()
    @told
    def _refresh(self) -> None:
        words, place = self._shell.words, self._program.municipality
        for form in self._forms:
            options = [
                (key_of(answer), answer_words(answer, place, form.present, words))
                for answer in form.answers
            ]
            options.append((UNCLEAR, unclear_words(words)))
            options.append((NOTHING, words.gettext("Not answered")))
            picked = self._picked.get(form.service, "")
            self.optionsOf(form.service).show(
                [{"key": key, "name": name, "picked": key == picked} for key, name in options]
            )
        self._services.show(
            [
                {"key": each.service, "name": service_name(place, each.service, words)}
                for each in self._forms
            ]
        )
        self.changed.emit()
        self.edited.emit()

    def _on_stored(self, stored: Stored) -> None:
        super()._on_stored(stored)
        self.entered.emit(self.doneText, stored.receipt_number)

    def _told(self, words: Words) -> str:
        stored = self._stored
        is_unclear = isinstance(stored, EnteredSlip) and bool(stored.unclear)
        return stored_text("{number}" if self.hasReceipt else "", is_unclear, words)
