"""The page on which staff enter that a person takes answers back."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.answer_texts import AnswerTexts
from kiosk.app.compose_withdrawal import now_text, was_text
from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.app.withdraw_choice import Wish
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId, RecordedChoice, Withdrawal
from kiosk.domain.errors import KioskError, Refusal
from kiosk.domain.service import ServiceId
from kiosk.ui.errand import Errand
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.receipt_rows import receipt_row
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.decider_entry import DeciderEntry
from kiosk.ui.viewmodels.taking_part import TakingPart

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class WithdrawEntry(QObject):
    """Which services, who takes them back, what it means; then the number of the receipt.

    Signals:
        changed: Something was picked or stored, or a message is shown.
        left: To the case.
        receiptAsked: The receipt shall be printed; carries its number.
    """

    changed = Signal()
    left = Signal()
    receiptAsked = Signal(str)

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
        self._faults = session.faults
        self._errand = Errand(tasks, shell, session.faults, Page.WITHDRAW)
        self._case: Case | None = None
        self._choices: tuple[RecordedChoice, ...] = ()
        self._choice: RecordedChoice | None = None
        self._picked: set[ServiceId] = set()
        self._event_id = EventId("")
        self._stored: Withdrawal | None = None
        self._message = ""
        self._receipts = RowsModel(("key", "name", "picked"), self)
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
        self._choices = program.withdraw_choice.open_choices(reference)
        self._case = program.record.case_file(reference).case
        self._event_id = program.ids.event_id()
        self._stored = None
        age = self._case.age_on(program.clock.now().date())
        self._who.begin(age, program.municipality.child_age_years)
        self._others.begin()
        self._begin_with(next(iter(self._choices), None))

    @Property(str, notify=changed)
    def line(self) -> str:
        """The person and the case."""
        case = self._case
        if case is None:
            return ""
        text = self._shell.words.gettext("Case {number}")
        return joined(case.name, text.format(number=case.reference))

    @Property(RowsModel, constant=True)
    def receipts(self) -> RowsModel:
        """Receipts with answers that can be taken back, newest first."""
        return self._receipts

    @Property(bool, notify=changed)
    def hasSeveral(self) -> bool:
        """Whether there is more than one such receipt."""
        return len(self._choices) > 1

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

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """That it is stored, and the number of the receipt; empty before."""
        if self._stored is None:
            return ""
        text = self._shell.words.gettext("It is stored. The receipt has number {number}.")
        return text.format(number=self._stored.receipt_number)

    @Slot(str)
    @told
    def pickReceipt(self, key: str) -> None:
        """Take back answers of another receipt."""
        self._begin_with(next(each for each in self._choices if each.id == key))

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
            use_case, event_id = self._program.withdraw_choice, self._event_id
            actor = self._session.name
            self._errand.run(
                lambda: use_case.store(wish, event_id, actor),
                self._on_stored,
                self._on_failed,
                self._on_late,
            )

    @Slot()
    def printReceipt(self) -> None:
        """To the printers, with the receipt that was just made."""
        if self._stored is not None:
            self.receiptAsked.emit(self._stored.receipt_number)

    @Slot()
    def leave(self) -> None:
        """To the case; what is not stored is forgotten."""
        self.left.emit()

    def _begin_with(self, choice: RecordedChoice | None) -> None:
        self._choice = choice
        answers = () if choice is None else choice.answers
        self._picked = {answers[0].service} if len(answers) == 1 else set()
        self._message = ""
        self._refresh()

    def _on_stored(self, withdrawal: Withdrawal) -> None:
        self._stored = withdrawal
        self._message = ""
        self.changed.emit()

    def _on_late(self, withdrawal: Withdrawal) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if withdrawal.id == self._event_id:
            self._on_stored(withdrawal)

    def _on_failed(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _refuse(self, code: str) -> None:
        self._say(refusal_text(Refusal(code), self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()

    @Slot()
    @told
    def _refresh(self) -> None:
        words = self._shell.words
        self._receipts.show([receipt_row(each, self._choice, words) for each in self._choices])
        texts = AnswerTexts(self._program.municipality, words)
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
