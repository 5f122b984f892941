"""View-models of the pages about many cases; each is imported and made when it is first shown."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject

from kiosk.app.program import Program
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kiosk.ui.viewmodels.case_allocation import CaseAllocation
    from kiosk.ui.viewmodels.case_delivery import CaseDelivery
    from kiosk.ui.viewmodels.case_disposal import CaseDisposal
    from kiosk.ui.viewmodels.exit_work import ExitWork
    from kiosk.ui.viewmodels.letter_returns import LetterReturns
    from kiosk.ui.viewmodels.mail_out import MailOut
    from kiosk.ui.viewmodels.record_backup import RecordBackup
    from kiosk.ui.viewmodels.rule_trial import RuleTrial
    from kiosk.ui.viewmodels.slip_reading import SlipReading
    from kiosk.ui.viewmodels.ties_statement import TiesStatement
    from kiosk.ui.viewmodels.waiting_places import WaitingPlaces

Q = TypeVar("Q", bound=QObject)


class Made(Protocol):
    """What becomes of a page that was just made."""

    def __call__(self, name: str, page: Q) -> Q:
        """Keep it for the session, by the name under which it is asked for, and give it back."""
        ...


class OfficePages:
    """What whoever is signed in does about many cases; thrown away with the session."""

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        files: StaffFiles,
        tasks: Tasks,
        made: Made,
    ) -> None:
        self._program = program
        self._shell = shell
        self._session = session
        self._files = files
        self._tasks = tasks
        self._made = made

    @cached_property
    def delivery(self) -> "CaseDelivery":
        """Delivering cases to the case system."""
        from kiosk.ui.viewmodels.case_delivery import CaseDelivery

        page = CaseDelivery(self._program, self._shell, self._session, self._files, self._tasks)
        return self._made("delivery", page)

    @cached_property
    def disposal(self) -> "CaseDisposal":
        """Disposing of cases that the rules let go."""
        from kiosk.ui.viewmodels.case_disposal import CaseDisposal

        page = CaseDisposal(self._program, self._shell, self._session, self._files, self._tasks)
        return self._made("disposal", page)

    @cached_property
    def ties(self) -> "TiesStatement":
        """Stating ties to providers."""
        from kiosk.ui.viewmodels.ties_statement import TiesStatement

        page = TiesStatement(self._program, self._shell, self._session, self._tasks)
        return self._made("ties", page)

    @cached_property
    def backup(self) -> "RecordBackup":
        """Copies of the record and its keys."""
        from kiosk.ui.viewmodels.record_backup import RecordBackup

        page = RecordBackup(self._program, self._shell, self._session, self._files, self._tasks)
        return self._made("backup", page)

    @cached_property
    def trial(self) -> "RuleTrial":
        """Trying a rule, and working runs out again."""
        from kiosk.ui.viewmodels.rule_trial import RuleTrial

        page = RuleTrial(self._program, self._shell, self._session, self._files, self._tasks)
        return self._made("trial", page)

    @cached_property
    def mail_out(self) -> "MailOut":
        """Letters by the thousand."""
        from kiosk.ui.viewmodels.mail_out import MailOut

        page = MailOut(self._program, self._shell, self._session, self._files, self._tasks)
        return self._made("mail_out", page)

    @cached_property
    def slips(self) -> "SlipReading":
        """Reply slips, one after another."""
        from kiosk.ui.viewmodels.slip_reading import SlipReading

        return self._made("slips", SlipReading(self._program, self._shell))

    @cached_property
    def returns(self) -> "LetterReturns":
        """Letters that came back, many at once."""
        from kiosk.ui.viewmodels.letter_returns import LetterReturns

        page = LetterReturns(self._program, self._shell, self._session, self._tasks)
        return self._made("returns", page)

    @cached_property
    def waiting(self) -> "WaitingPlaces":
        """Who waits for a place."""
        from kiosk.ui.viewmodels.waiting_places import WaitingPlaces

        page = WaitingPlaces(self._program, self._shell, self._session, self._tasks)
        return self._made("waiting", page)

    @cached_property
    def exits(self) -> "ExitWork":
        """Providers that stop."""
        from kiosk.ui.viewmodels.exit_work import ExitWork

        page = ExitWork(self._program, self._shell, self._session, self._tasks)
        return self._made("exits", page)

    @cached_property
    def allocation(self) -> "CaseAllocation":
        """Those who did not choose."""
        from kiosk.ui.viewmodels.case_allocation import CaseAllocation

        page = CaseAllocation(self._program, self._shell, self._session, self._tasks)
        return self._made("allocation", page)
