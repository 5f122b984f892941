"""What the pages share on which staff change a stored choice: its receipt, and the new one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.words import Words
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.app.slips.enter_slip import EnteredSlip
from kiosk.domain.case import Case
from kiosk.domain.choice import EventId, RecordedChoice, Withdrawal
from kiosk.domain.errors import KioskError, Refusal
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

Stored = RecordedChoice | Withdrawal | EnteredSlip


@dataclass(frozen=True, slots=True)
class Way:
    """What one of the pages does its own way.

    Attributes:
        page: The page; leaving it calls off what is being stored.
        begin_with: Shows what can be changed of a receipt; None for no receipt.
        told: What is said once it is stored, with ``{number}`` for the number of the new receipt.
    """

    page: Page
    begin_with: Callable[[RecordedChoice | None], None]
    told: Callable[[Words], str]


@QmlElement
@QmlUncreatable("a page is one of its kinds")
class ReceiptEntry(QObject):
    """Which receipt it is about, why nothing was stored, and the number of the new receipt.

    Signals:
        changed: Something was picked or stored, or a message is shown.
        left: To the case.
        receiptAsked: The receipt shall be printed; carries its number.
    """

    changed = Signal()
    left = Signal()
    receiptAsked = Signal(str)

    def __init__(
        self, program: Program, shell: AppShell, session: StaffSession, tasks: Tasks, way: Way
    ) -> None:
        super().__init__()
        self._way = way
        self._errand = Errand(tasks, shell, session.faults, way.page)
        self._program = program
        self._shell = shell
        self._session = session
        self._faults = session.faults
        self._case: Case | None = None
        self._choices: tuple[RecordedChoice, ...] = ()
        self._choice: RecordedChoice | None = None
        self._event_id = EventId("")
        self._stored: Stored | None = None
        self._message = ""
        self._receipts = RowsModel(("key", "name", "picked"), self)

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
        """Receipts of which something can be changed here, newest first."""
        return self._receipts

    @Property(bool, notify=changed)
    def hasSeveral(self) -> bool:
        """Whether there is more than one such receipt."""
        return len(self._choices) > 1

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """That it is stored, and the number of the new receipt; empty before."""
        if self._stored is None:
            return ""
        return self._way.told(self._shell.words).format(number=self._stored.receipt_number)

    @Property(bool, notify=changed)
    def hasReceipt(self) -> bool:
        """Whether what was stored has a receipt."""
        return self._stored is not None and self._stored.receipt_number != ""

    @Slot(str)
    @told
    def pickReceipt(self, key: str) -> None:
        """Change another receipt."""
        self._way.begin_with(next(each for each in self._choices if each.id == key))

    @Slot()
    def printReceipt(self) -> None:
        """To the printers, with the receipt that was just made."""
        if self._stored is not None and self._stored.receipt_number:
            self.receiptAsked.emit(self._stored.receipt_number)

    @Slot()
    def leave(self) -> None:
        """To the case; what is not stored is forgotten."""
        self.left.emit()

    def _begin(self, case: Case, choices: tuple[RecordedChoice, ...]) -> None:
        """Begin for a case with its newest choice; nothing is stored yet."""
        self._case, self._choices = case, choices
        self._event_id = self._program.ids.event_id()
        self._stored = None
        self._way.begin_with(next(iter(choices), None))

    def _store(self, store: Callable[[EventId, str], Stored]) -> None:
        """Store a change by the one who is signed in; a second tap while storing does nothing."""
        event_id, actor = self._event_id, self._session.name
        self._errand.run(
            lambda: store(event_id, actor), self._on_stored, self._on_failed, self._on_late
        )

    def _show_receipts(self) -> None:
        words = self._shell.words
        self._receipts.show([receipt_row(each, self._choice, words) for each in self._choices])

    def _on_stored(self, stored: Stored) -> None:
        self._stored = stored
        self._say("")

    def _on_late(self, stored: Stored) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if stored.id == self._event_id:
            self._on_stored(stored)

    def _on_failed(self, error: KioskError) -> None:
        self._say(fault_text(error, self._shell.words))

    def _refuse(self, code: str, **values: str) -> None:
        self._say(refusal_text(Refusal(code, values), self._shell.words))

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()
