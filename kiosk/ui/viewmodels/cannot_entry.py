"""Entering that a person cannot choose, from a decision that exists elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.refusals import refusal_text
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.choice import EventId, RecordedChoice
from kiosk.domain.errors import KioskError, Refusal
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight
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
class CannotEntry(QObject):
    """One service at a time; only the reference of the decision is stored, never its content.

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
        self._reference = ""
        self._message = ""
        case.changed.connect(self.changed)
        shell.staffChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it."""
        return not self._objections()

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why nothing can be entered, where it could be; empty for those who may."""
        if not (self._case.is_open and self._case.can_choose):
            return ""
        words = self._shell.words
        return "\n".join(refusal_text(refusal, words) for refusal in self._objections())

    @Property(str, notify=changed)
    def service(self) -> str:
        """Key of the service that the entry is about; empty while it is closed."""
        return self._service

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is being entered."""
        words = self._shell.words
        name = service_name(self._program.municipality, self._service, words)
        return words.gettext("{service}: cannot choose").format(service=name)

    @Property(str, notify=changed)
    def reference(self) -> str:
        """The reference as written; a locked screen forgets nothing of it."""
        return self._reference

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was stored; empty when nothing went wrong."""
        return self._message

    @Slot(str)
    def begin(self, service: str) -> None:
        """Open the entry for one service; only for those who may."""
        if self._objections():
            return
        self._service = ServiceId(service)
        self._event_id = self._program.ids.event_id()
        self._reference = ""
        self._message = ""
        self.changed.emit()

    @Slot(str)
    def writeReference(self, text: str) -> None:
        """Keep the reference while it is written; the field empties with it."""
        if text != self._reference:
            self._reference = text
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

    def _shut(self) -> None:
        self._service = ServiceId("")
        self._reference = ""
        self._message = ""
        self.changed.emit()

    @Slot(str)
    def store(self, reference: str) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._service:
            self._errand.run(
                self._attempt(reference), self._on_stored, self._on_failed, self._on_late
            )

    def _objections(self) -> list[Refusal]:
        right = StaffRight.ENTER_CANNOT
        return rights_objections(self._program.record, self._session.name, right)

    def _attempt(self, reference: str) -> Callable[[], RecordedChoice]:
        use_case = self._program.record_cannot
        case, service = self._case.reference, self._service
        event_id, actor = self._event_id, self._session.name
        return lambda: use_case.store(case, service, reference, event_id, actor)

    def _on_stored(self, _choice: RecordedChoice) -> None:
        self._shut()
        self.stored.emit()
        self._case.refresh()

    def _on_late(self, choice: RecordedChoice) -> None:
        # The screen was locked meanwhile; whoever comes back sees that it is stored.
        if choice.id == self._event_id:
            self._shut()
            self._case.refresh()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()
