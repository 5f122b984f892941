"""The page on which staff correct what was recorded wrongly."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.correct_choice import Mistake
from kiosk.app.correctable import Correctable
from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Answer, EventId, RecordedChoice
from kiosk.domain.errors import KioskError
from kiosk.domain.free_text import LONGEST_NOTE
from kiosk.domain.service import ServiceId
from kiosk.ui.correction_texts import CorrectionTexts, key_of, stored_key
from kiosk.ui.errand import Errand
from kiosk.ui.faults import told
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.names import joined
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.receipt_rows import receipt_row
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CorrectEntry(QObject):
    """The stored answer beside the right one, per service, and what went wrong.

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
        self._errand = Errand(tasks, shell, session.faults, Page.CORRECT)
        self._case = CaseRef("")
        self._name = ""
        self._choices: tuple[RecordedChoice, ...] = ()
        self._choice: RecordedChoice | None = None
        self._forms: tuple[Correctable, ...] = ()
        self._picked: dict[ServiceId, str] = {}
        self._reason = ""
        self._event_id = EventId("")
        self._stored: RecordedChoice | None = None
        self._message = ""
        self._receipts = RowsModel(("key", "name", "picked"), self)
        self._services = RowsModel(("key", "name", "was", "becomes", "isOther"), self)
        self._options: dict[str, RowsModel] = {}
        shell.spoken.connect(self._refresh)

    def show(self, reference: CaseRef) -> None:
        """Begin with the newest choice of a case; nothing is changed yet.

        Raises:
            NotFoundError: There is no such case.
        """
        self._errand.call_off()
        self._choices = self._program.find_correctable.choices(reference)
        self._case = reference
        self._name = self._program.record.case_file(reference).case.name
        self._event_id = self._program.ids.event_id()
        self._stored = None
        self._reason = ""
        self._begin_with(next(iter(self._choices), None))

    @Property(str, notify=changed)
    def line(self) -> str:
        """The person and the case."""
        text = self._shell.words.gettext("Case {number}")
        return joined(self._name, text.format(number=self._case))

    @Property(RowsModel, constant=True)
    def receipts(self) -> RowsModel:
        """Receipts that can be corrected, newest first."""
        return self._receipts

    @Property(bool, notify=changed)
    def hasSeveral(self) -> bool:
        """Whether there is more than one such receipt."""
        return len(self._choices) > 1

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

    @Property(str, notify=changed)
    def reason(self) -> str:
        """What went wrong, as written."""
        return self._reason

    @Property(int, constant=True)
    def longest(self) -> int:
        """Most characters of the reason."""
        return LONGEST_NOTE

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """That it is stored, and the number of the new receipt; empty before."""
        if self._stored is None:
            return ""
        text = self._shell.words.gettext(
            "It is corrected. The new receipt has number {number}. Give it to the person."
        )
        return text.format(number=self._stored.receipt_number)

    @Slot(str)
    @told
    def pickReceipt(self, key: str) -> None:
        """Correct another receipt."""
        self._begin_with(next(each for each in self._choices if each.id == key))

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

    @Slot()
    def store(self) -> None:
        """Store the correction; a second tap while storing does nothing."""
        if self._choice is None or self._stored is not None:
            return
        mistake = Mistake(self._case, self._choice.id, self._answers(), self._reason)
        use_case, event_id = self._program.correct_choice, self._event_id
        actor = self._session.name
        self._errand.run(
            lambda: use_case.store(mistake, event_id, actor),
            self._on_stored,
            self._on_failed,
            self._on_late,
        )

    @Slot()
    def printReceipt(self) -> None:
        """To the printers, with the corrected receipt."""
        if self._stored is not None:
            self.receiptAsked.emit(self._stored.receipt_number)

    @Slot()
    def leave(self) -> None:
        """To the case; what is not stored is forgotten."""
        self.left.emit()

    def _answers(self) -> Mapping[ServiceId, Answer]:
        return {
            form.service: answer
            for form in self._forms
            for answer in form.answers
            if key_of(answer) == self._picked[form.service]
        }

    def _begin_with(self, choice: RecordedChoice | None) -> None:
        self._choice = choice
        find = self._program.find_correctable
        self._forms = () if choice is None else find.services(choice)
        self._picked = {form.service: stored_key(form) for form in self._forms}
        self._message = ""
        self._refresh()

    def _on_stored(self, choice: RecordedChoice) -> None:
        self._stored = choice
        self._message = ""
        self.changed.emit()

    def _on_late(self, choice: RecordedChoice) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if choice.id == self._event_id:
            self._on_stored(choice)

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    @told
    def _refresh(self) -> None:
        words = self._shell.words
        texts = CorrectionTexts(self._program.municipality, words)
        self._receipts.show([receipt_row(each, self._choice, words) for each in self._choices])
        for form in self._forms:
            rows = texts.option_rows(form, self._picked[form.service])
            self.optionsOf(form.service).show(rows)
        self._services.show(
            [texts.service_row(form, self._picked[form.service]) for form in self._forms]
        )
        self.changed.emit()
