"""The page on which staff correct what was recorded wrongly."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.at_reception import Doubt
from kiosk.app.correct_choice import Mistake
from kiosk.app.correctable import Correctable
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Answer, RecordedChoice
from kiosk.domain.decider import Decider
from kiosk.domain.free_text import LONGEST_NOTE
from kiosk.domain.service import ServiceId
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.correction_texts import CorrectionTexts, key_of, keys_of, stored_key
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.decider_entry import DeciderEntry
from kiosk.ui.viewmodels.receipt_entry import ReceiptEntry, Way

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CorrectEntry(ReceiptEntry):
    """The stored answers beside the right ones, who decided, when it came, and what went wrong.

    Signals:
        edited: What stands on the page is another. A property cannot tell by a signal of the class
            that this one extends: Qt crashes (PySide6 6.11).
    """

    edited = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
    ) -> None:
        super().__init__(program, shell, session, tasks, Way(Page.CORRECT, self._begin_with, _told))
        self._forms: tuple[Correctable, ...] = ()
        self._doubts: tuple[Doubt, ...] = ()
        self._picked: dict[ServiceId, str] = {}
        self._reason = ""
        self._day = ""
        self._who = DeciderEntry(shell, self)
        self._services = RowsModel(("key", "name", "was", "becomes", "isOther"), self)
        self._options: dict[str, RowsModel] = {}
        shell.spoken.connect(self._refresh)

    def show(self, reference: CaseRef) -> None:
        """Begin with the newest choice of a case; nothing is changed yet.

        Raises:
            NotFoundError: There is no such case.
        """
        self._errand.call_off()
        self._reason = ""
        case = self._program.record.case_file(reference).case
        self._begin(case, self._program.find_correctable.choices(reference))

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Services of the receipt: what stands there, and what shall stand there."""
        return self._services

    @Slot(str, result=RowsModel)
    def optionsOf(self, service: str) -> RowsModel:
        """What can stand there for a service, providers in the person's own order."""
        if service not in self._options:
            self._options[service] = RowsModel(("key", "name", "picked"), self)
        return self._options[service]

    @Property(DeciderEntry, constant=True)
    def who(self) -> DeciderEntry:
        """Who decided; what is recorded until another one is entered."""
        return self._who

    @Property(bool, notify=edited)
    def asksWho(self) -> bool:
        """Whether anybody decided, so that it can be somebody else."""
        return self._choice is not None and self._choice.decider is not None

    @Property(str, notify=edited)
    def day(self) -> str:
        """Day on which the answer was received, as written."""
        return self._day

    @Property(str, notify=edited)
    def doubts(self) -> str:
        """What the record does not know of that day; empty for nothing."""
        words = self._shell.words
        texts = {
            Doubt.NO_LIST: words.gettext(
                "The record has no case list from that day. Zone and services are those of its "
                "oldest one."
            ),
            Doubt.OTHER_CONTENT: words.gettext(
                "Other content was shown that day. Offers and rules are what today's content says "
                "of that day."
            ),
        }
        return "\n".join(texts[doubt] for doubt in self._doubts)

    @Property(str, notify=edited)
    def reason(self) -> str:
        """What went wrong, as written."""
        return self._reason

    @Property(int, constant=True)
    def longest(self) -> int:
        """Most characters of the reason."""
        return LONGEST_NOTE

    @Slot(str, str)
    @told
    def pick(self, service: str, key: str) -> None:
        """Say what shall stand there for a service."""
        self._picked[ServiceId(service)] = key
        self._message = ""
        self._refresh()

    @Slot(str)
    def writeReason(self, text: str) -> None:
        """Keep the text while it is written."""
        self._reason = text

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
        """Store the correction; a second tap while storing does nothing."""
        if self._choice is None or self._case is None or self._stored is not None:
            return
        day = typed_day(self._day)
        if day is None:
            example = as_typed(self._choice.at.date())
            self._refuse("correction.day_unreadable", example=example)
            return
        mistake = Mistake(
            self._case.reference,
            self._choice.id,
            self._answers(),
            self._reason,
            self._other_decider(self._choice),
            self._other_day(self._choice, day),
        )
        use_case = self._program.correct_choice
        self._store(lambda event_id, actor: use_case.store(mistake, event_id, actor))

    def _other_decider(self, choice: RecordedChoice) -> Decider | None:
        decider = self._who.decider
        return None if choice.decider is None or decider == choice.decider else decider

    def _other_day(self, choice: RecordedChoice, day: date) -> date | None:
        return None if day == self._program.find_correctable.received(choice) else day

    def _answers(self) -> Mapping[ServiceId, Answer]:
        return {
            form.service: answer
            for form in self._forms
            for answer in form.answers
            if key_of(answer) == self._picked[form.service]
        }

    def _begin_with(self, choice: RecordedChoice | None) -> None:
        self._choice = choice
        self._forms, self._doubts, self._picked = (), (), {}
        self._message = ""
        if choice is None:
            self._refresh()
            return
        find = self._program.find_correctable
        self._day = as_typed(find.received(choice))
        limit = self._program.municipality.child_age_years
        self._who.begin(find.age(choice), limit, choice.decider)
        self._judge_by_day()

    def _judge_by_day(self) -> None:
        choice, day = self._choice, typed_day(self._day)
        if choice is None or day is None:
            return
        find = self._program.find_correctable
        self._forms = find.services(choice, day)
        self._doubts = find.doubts(choice, day)
        for form in self._forms:
            if self._picked.get(form.service) not in keys_of(form):
                self._picked[form.service] = stored_key(form)
        self._message = ""
        self._refresh()

    @Slot()
    @told
    def _refresh(self) -> None:
        self._show_receipts()
        texts = CorrectionTexts(self._program.municipality, self._shell.words)
        for form in self._forms:
            rows = texts.option_rows(form, self._picked[form.service])
            self.optionsOf(form.service).show(rows)
        self._services.show(
            [texts.service_row(form, self._picked[form.service]) for form in self._forms]
        )
        self.changed.emit()
        self.edited.emit()


def _told(words: Words) -> str:
    return words.gettext(
        "It is corrected. The new receipt has number {number}. Give it to the person."
    )
