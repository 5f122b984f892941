"""The way to the pages about many cases: who did not choose, copies, deliveries, disposal, rules."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from kiosk.app.program import Program
from kiosk.domain.errors import RefusedError
from kiosk.ui.office_task import OfficeTask, objections
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_pages import StaffPages
from kiosk.ui.staff_session import StaffSession

Slots = Mapping[str, Mapping[str, Callable[..., None]]]


class _Shown(Protocol):
    def show(self) -> None: ...


# A page is made when its task is first used.
_PAGES: Mapping[OfficeTask, tuple[Page, Callable[[StaffPages], _Shown]]] = MappingProxyType(
    {
        OfficeTask.ALLOCATE: (Page.ALLOCATION, lambda pages: pages.many.allocation),
        OfficeTask.MAIL_OUT: (Page.MAIL_OUT, lambda pages: pages.many.mail_out),
        OfficeTask.READ_SLIPS: (Page.SLIPS, lambda pages: pages.many.slips),
        OfficeTask.RETURN_LETTERS: (Page.RETURNS, lambda pages: pages.many.returns),
        OfficeTask.OFFER_PLACES: (Page.WAITING, lambda pages: pages.many.waiting),
        OfficeTask.EXITS: (Page.EXITS, lambda pages: pages.many.exits),
        OfficeTask.TRY_RULES: (Page.TRY_RULE, lambda pages: pages.many.trial),
        OfficeTask.DELIVER: (Page.DELIVERY, lambda pages: pages.many.delivery),
        OfficeTask.BACK_UP: (Page.BACKUP, lambda pages: pages.many.backup),
        OfficeTask.MEASURE_SCREEN: (Page.SCREEN, lambda pages: pages.screen),
        OfficeTask.STATE_TIES: (Page.TIES, lambda pages: pages.many.ties),
        OfficeTask.DISPOSE: (Page.DISPOSAL, lambda pages: pages.many.disposal),
    }
)


class KeepingFlow:
    """From the list of tasks to the page of one, and back to the list afterwards.

    Args:
        to_cases: To the cases, read anew: where a page was asked for and not looked for.

    Attributes:
        slots: What the pages ask for, by the names of page and signal.
    """

    def __init__(
        self,
        program: Program,
        pages: StaffPages,
        shell: AppShell,
        session: StaffSession,
        to_cases: Callable[[], None],
    ) -> None:
        self._program = program
        self._pages = pages
        self._shell = shell
        self._session = session
        leaving: Mapping[str, Callable[..., None]] = {"left": self.open_office}
        self.slots: Slots = {
            "office": {"asked": self._open},
            "allocation": leaving,
            "waiting": leaving,
            "exits": leaving,
            "slips": leaving,
            "returns": leaving,
            "mail_out": leaving,
            "backup": leaving,
            "delivery": leaving,
            "disposal": leaving,
            "screen": leaving,
            "trial": leaving,
            "ties": {**leaving, "passed": to_cases},
        }

    def open_office(self) -> None:
        """List what the one who is signed in may do about many cases."""
        self._pages.office.show()
        self._shell.show(Page.OFFICE)

    def asks_ties(self) -> bool:
        """Open the page for ties to providers where theirs must be stated first; False otherwise."""
        if not self._program.interests.must_state(self._session.name):
            return False
        self._open(OfficeTask.STATE_TIES.value)
        self._pages.many.ties.ask()
        return True

    def _open(self, key: str) -> None:
        task = OfficeTask(key)
        refusals = objections(task, self._program, self._session.name)
        if refusals:
            raise RefusedError(refusals)
        page, made = _PAGES[task]
        made(self._pages).show()
        self._shell.show(page)
