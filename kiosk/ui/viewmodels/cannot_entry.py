"""Entering that a person cannot choose, from a decision that exists elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.refusals import refusal_text
from kiosk.domain.choice import RecordedChoice
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight
from kiosk.ui.names import service_name
from kiosk.ui.open_entry import CaseDesk, OpenEntry
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CannotEntry(QObject):
    """One service at a time; only the reference of the decision is stored, never its content.

    Signals:
        changed: Another service, a message, or the entry is open or closed.
    """

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk.case)
        self._program = desk.program
        self._shell = desk.shell
        self._case = desk.case
        self._entry = OpenEntry(desk, StaffRight.ENTER_CANNOT, self._forget, self._tell)
        self._reference = ""
        desk.case.changed.connect(self.changed)
        desk.shell.staffChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it."""
        return not (self._program.is_public or self._entry.objections)

    @Property(str, notify=changed)
    def whyNot(self) -> str:
        """Why nothing can be entered, where it could be; empty for those who may.

        Nothing is said of it where strangers stand: it can be entered at the office.
        """
        if self._program.is_public or not (self._case.is_open and self._case.can_choose):
            return ""
        words = self._shell.words
        return "\n".join(refusal_text(refusal, words) for refusal in self._entry.objections)

    @Property(str, notify=changed)
    def service(self) -> str:
        """Key of the service that the entry is about; empty while it is closed."""
        return self._entry.subject

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
        return self._entry.message

    @Slot(str)
    def begin(self, service: str) -> None:
        """Open the entry for one service; only for those who may."""
        if not self._program.is_public:
            self._entry.begin(service)

    @Slot(str)
    def writeReference(self, text: str) -> None:
        """Keep the reference while it is written; the field empties with it."""
        if text != self._reference:
            self._reference = text
            self.changed.emit()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._entry.close()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        self._entry.cancel()

    @Slot(str)
    def store(self, reference: str) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._service:
            self._entry.run(self._attempt(reference))

    @property
    def _service(self) -> ServiceId:
        return ServiceId(self._entry.subject)

    def _forget(self) -> None:
        self._reference = ""

    def _tell(self) -> None:
        self.changed.emit()

    def _attempt(self, reference: str) -> Callable[[], RecordedChoice]:
        use_case = self._program.record_cannot
        case, service = self._case.reference, self._service
        event_id, actor = self._entry.event_id, self._entry.actor
        return lambda: use_case.store(case, service, reference, event_id, actor)
