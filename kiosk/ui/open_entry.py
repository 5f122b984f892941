"""What every entry on the page of a case goes through: opened, stored or left, told why not."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.staff_rights import rights_objections
from kiosk.domain.choice import EventId
from kiosk.domain.errors import KioskError, Refusal
from kiosk.domain.staff import StaffRight
from kiosk.ui.errand import Errand
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.case_details import CaseDetails


@dataclass(frozen=True, slots=True)
class CaseDesk:
    """What an entry needs of the page that it stands on.

    Attributes:
        case: The case that is shown.
    """

    program: Program
    shell: AppShell
    session: StaffSession
    case: CaseDetails
    tasks: Tasks


class OpenEntry:
    """One entry at a time, about one subject; closed until somebody begins.

    Args:
        right: What whoever is signed in needs for it.
        forget: Forgets what was written; called when the entry opens and when it closes.
        told: Called when the subject or the message is another.

    Attributes:
        subject: Key of what is being entered; empty while the entry is closed.
        event_id: Of what is stored by this attempt; the same one however often it is tried.
        message: Why nothing was stored; empty when nothing went wrong.
    """

    def __init__(
        self,
        desk: CaseDesk,
        right: StaffRight,
        forget: Callable[[], None],
        told: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._right = right
        self._forget = forget
        self._told = told
        self._errand = Errand(desk.tasks, desk.shell, desk.session.faults, Page.CASE)
        self.subject = ""
        self.event_id = EventId("")
        self.message = ""

    @property
    def actor(self) -> str:
        """Who is signed in."""
        return self._desk.session.name

    @property
    def objections(self) -> list[Refusal]:
        """Why the one who is signed in may not enter it; empty for those who may."""
        return rights_objections(self._desk.program.record, self.actor, self._right)

    def begin(self, subject: str) -> None:
        """Open the entry with nothing written; only for those who may."""
        if self.objections:
            return
        self._empty(subject)
        self.event_id = self._desk.program.ids.event_id()
        self._told()

    def close(self) -> None:
        """Close the entry; what is still being stored is told nobody."""
        self._errand.call_off()
        self._shut()

    def cancel(self) -> None:
        """Close the entry, and store nothing; not while it is being stored."""
        if not self._errand.is_busy:
            self._shut()

    def run(self, work: Callable[[], object]) -> None:
        """Store it off the drawing thread, and close; a second tap while storing does nothing."""
        event_id, case = self.event_id, self._desk.case.reference

        def late(_stored: object) -> None:
            # The screen was locked meanwhile; whoever comes back sees that it is stored.
            if (event_id, case) == (self.event_id, self._desk.case.reference):
                self._on_stored(None)

        self._errand.run(work, self._on_stored, self._on_failed, late)

    def _on_stored(self, _stored: object) -> None:
        self._shut()
        self._desk.case.refresh()

    def _on_failed(self, error: KioskError) -> None:
        self.message = fault_text(error, self._desk.shell.words)
        self._told()

    def _shut(self) -> None:
        self._empty("")
        self._told()

    def _empty(self, subject: str) -> None:
        self.subject, self.message = subject, ""
        self._forget()
