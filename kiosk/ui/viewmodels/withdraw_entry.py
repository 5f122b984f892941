"""The page on which staff enter that a person takes answers back."""

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.compose_withdrawal import now_text, was_text
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.withdraw_choice import Wish
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.service import ServiceId
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.decider_entry import DeciderEntry
from kiosk.ui.viewmodels.receipt_entry import ReceiptEntry, Way
from kiosk.ui.viewmodels.taking_part import TakingPart

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class WithdrawEntry(ReceiptEntry):
    """Which services, who takes them back, what it means; then the number of the receipt."""

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
    ) -> None:
        super().__init__(
            program, shell, session, tasks, Way(Page.WITHDRAW, self._begin_with, _told)
        )
        self._picked: set[ServiceId] = set()
        self._services = RowsModel(("key", "name", "picked"), self)
        self._meaning = RowsModel(("name", "was", "text"), self)
        self._who = DeciderEntry(shell, self)
        self._others = TakingPart(shell, self)
        shell.spoken.connect(self._refresh)

    def show(self, reference: CaseRef) -> None:
        """Begin for a case; where one service can be taken back, it is picked.

        Raises:
            NotFoundError: There is no such case.
        """
        program = self._program
        self._errand.call_off()
        case = program.record.case_file(reference).case
        age = case.age_on(program.clock.now().date())
        self._who.begin(age, program.municipality.child_age_years)
        self._others.begin()
        self._begin(case, program.withdraw_choice.open_choices(reference))

    @Property(RowsModel, constant=True)
    def services(self) -> RowsModel:
        """Answers that can be taken back."""
        return self._services

    @Property(RowsModel, constant=True)
    def meaning(self) -> RowsModel:
        """What it means for each picked service; empty while nothing is picked."""
        return self._meaning

    @Property(DeciderEntry, constant=True)
    def who(self) -> DeciderEntry:
        """Who takes the answers back."""
        return self._who

    @Property(TakingPart, constant=True)
    def takingPart(self) -> TakingPart:
        """Who takes part without deciding."""
        return self._others

    @Slot(str)
    @told
    def toggle(self, service: str) -> None:
        """Pick a service, or leave it after all."""
        self._picked ^= {ServiceId(service)}
        self._message = ""
        self._refresh()

    @Slot()
    def store(self) -> None:
        """Store it; a second tap while storing does nothing."""
        decider = self._who.decider
        if self._errand.is_busy or self._stored is not None or self._case is None:
            return
        if self._choice is None or not self._picked:
            self._refuse("withdrawal.nothing")
        elif decider is None:
            self._refuse("visit.decider_missing")
        else:
            services = tuple(a.service for a in self._choice.answers if a.service in self._picked)
            others = self._others.roles
            wish = Wish(self._case.reference, self._choice.id, services, decider, others)
            use_case = self._program.withdraw_choice
            self._store(lambda event_id, actor: use_case.store(wish, event_id, actor))

    def _begin_with(self, choice: RecordedChoice | None) -> None:
        self._choice = choice
        answers = () if choice is None else choice.answers
        self._picked = {answers[0].service} if len(answers) == 1 else set()
        self._message = ""
        self._refresh()

    @Slot()
    @told
    def _refresh(self) -> None:
        self._show_receipts()
        texts = AnswerTexts(self._program.municipality, self._shell.words)
        answers = () if self._choice is None else self._choice.answers
        self._services.show(
            [
                {
                    "key": answer.service,
                    "name": texts.service_name(answer),
                    "picked": answer.service in self._picked,
                }
                for answer in answers
            ]
        )
        self._meaning.show(self._meanings())
        self.changed.emit()

    def _meanings(self) -> list[dict[str, str]]:
        if self._case is None or self._choice is None or self._stored is not None:
            return []
        words, use_case = self._shell.words, self._program.withdraw_choice
        taken = use_case.meaning(self._case.reference, self._choice.id, self._picked)
        texts = AnswerTexts(self._program.municipality, words)
        return [
            {
                "name": words.local(each.name),
                "was": "" if each.answer is None else was_text(each.answer, texts),
                "text": now_text(each, words),
            }
            for each in taken
        ]


def _told(words: Words) -> str:
    return words.gettext("It is stored. The receipt has number {number}.")
