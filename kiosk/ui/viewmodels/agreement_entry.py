"""Entering the day of a start that was agreed on with the person."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.choice import Agreement
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.domain.service import ServiceId
from kiosk.domain.staff import StaffRight
from kiosk.domain.typed_day import as_typed, typed_day
from kiosk.ui.names import service_name
from kiosk.ui.open_entry import CaseDesk, OpenEntry
from kiosk.ui.qtkit import Property, QmlUncreatable

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class AgreementEntry(QObject):
    """One service at a time; the receipt said that the day would be agreed on.

    Signals:
        changed: Another service, a message, or the entry is open or closed.
    """

    changed = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__(desk.case)
        self._program = desk.program
        self._shell = desk.shell
        self._case = desk.case
        self._entry = OpenEntry(desk, StaffRight.AGREE_START, self._forget, self._tell)
        self._day = ""
        desk.case.changed.connect(self.changed)
        desk.shell.staffChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def isAllowed(self) -> bool:
        """Whether the one who is signed in may enter it."""
        return not self._entry.objections

    @Property(str, notify=changed)
    def service(self) -> str:
        """Key of the service that the entry is about; empty while it is closed."""
        return self._entry.subject

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
        return self._entry.message

    @Slot(str)
    def begin(self, service: str) -> None:
        """Open the entry for one service; only for those who may."""
        self._entry.begin(service)

    @Slot(str)
    def writeDay(self, text: str) -> None:
        """Keep the day while it is written; the field empties with it."""
        if text != self._day:
            self._day = text
            self.changed.emit()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._entry.close()

    @Slot()
    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        self._entry.cancel()

    @Slot(str)
    def store(self, text: str) -> None:
        """Store it; a second tap while storing does nothing."""
        if self._service:
            self._entry.run(self._attempt(text))

    @property
    def _service(self) -> ServiceId:
        return ServiceId(self._entry.subject)

    def _forget(self) -> None:
        self._day = ""

    def _tell(self) -> None:
        self.changed.emit()

    def _example(self) -> str:
        return as_typed(self._program.clock.now().date())

    def _attempt(self, text: str) -> Callable[[], Agreement]:
        use_case, day, example = self._program.agree_start, typed_day(text), self._example()
        case, service = self._case.reference, self._service
        event_id, actor = self._entry.event_id, self._entry.actor

        def attempt() -> Agreement:
            if day is None:
                raise RefusedError([Refusal("correction.day_unreadable", {"example": example})])
            return use_case.store(case, service, day, event_id, actor)

        return attempt
