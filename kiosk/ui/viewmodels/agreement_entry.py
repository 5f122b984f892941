"""Entering the day of a start that was agreed on with the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.choice import Agreement, EventId
from kiosk.domain.errors import KioskError, Refusal, RefusedError
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.errand import Errand
from kiosk.ui.names import service_name
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.case_details import CaseDetails

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class AgreementEntry(QObject):
    """One service at a time; the receipt said that the day would be agreed on.

    Signals:
        changed: Another service, a message, or the entry is open or closed.
        stored: The record is durable.
    """

    changed = Signal()
    stored = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        case: CaseDetails,
        tasks: Tasks,
    ) -> None:
        super().__init__(case)
        self._program = program
        self._shell = shell
        self._session = session
        self._case = case
        self._errand = Errand(tasks, shell, session.faults, Page.CASE)
        self._service = ServiceId("")
        self._event_id = EventId("")
        self._day = ""
        self._message = ""
        case.changed.connect(self.changed)
        shell.staffChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it."""
        right = StaffRight.AGREE_START
        return not rights_objections(self._program.record, self._session.name, right)

    @Property(str, notify=changed)
    def service(self) -> str:
        """Key of the service that the entry is about; empty while it is closed."""
        return self._service

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is being entered, with an example of how to write it."""
        words = self._shell.words
        name = service_name(self._program.municipality, self._service, words)
        return words.gettext("{service}: agreed date, for example {example}").format(
            service=name, example=self._example()
        )

    @Property(str, notify=changed)
    def day(self) -> str:
        """The day as written; a locked screen forgets nothing of it."""
        return self._day

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Slot(str)
    def begin(self, service: str) -> None:
        """Open the entry for one service; only for those who may."""
        if not self.isAllowed:
            return
        self._shut()
        self._service = ServiceId(service)
        self._event_id = self._program.ids.event_id()
        self.changed.emit()

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written; the field empties with it."""
        if text != self._day:
            self._day = text
            self.changed.emit()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._errand.call_off()
        self._shut()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        if not self._errand.is_busy:
            self._shut()

    @Slot(str)
    def store(self, text: str) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._service:
            self._errand.run(self._attempt(text), self._on_stored, self._on_failed, self._on_late)

    def _shut(self) -> None:
        self._service = ServiceId("")
        self._day = ""
        self._message = ""
        self.changed.emit()

    def _example(self) -> str:
        return as_typed(self._program.clock.now().date())

    def _attempt(self, text: str) -> Callable[[], Agreement]:
        use_case, day, example = self._program.agree_start, typed_day(text), self._example()
        case, service = self._case.reference, self._service
        event_id, actor = self._event_id, self._session.name

        def attempt() -> Agreement:
            if day is None:
                raise RefusedError([Refusal("correction.day_unreadable", {"example": example})])
            return use_case.store(case, service, day, event_id, actor)

        return attempt

    def _on_stored(self, _agreement: Agreement) -> None:
        self._shut()
        self.stored.emit()
        self._case.refresh()

    def _on_late(self, agreement: Agreement) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if agreement.service == self._service:
            self._shut()
            self._case.refresh()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()
