"""Slow work that a page asks for; what comes when the page has been left acts on no other page."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.errors import KioskError
from kiosk.ui.faults import Faults
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.tasks import Tasks

T = TypeVar("T")


class Errand:
    """One piece of work at a time; a second one meanwhile does nothing.

    Leaving the page or locking the screen ends it: work that began goes on, but nobody is told.

    Attributes:
        ticket: Another number once the work is called off.
        is_busy: The work of the page that is shown is not done yet.
    """

    def __init__(self, tasks: Tasks, shell: AppShell, faults: Faults, page: Page) -> None:
        self._tasks = tasks
        self._shell = shell
        self._faults = faults
        self._page = page
        self.ticket = 0
        self.is_busy = False
        shell.pageChanged.connect(self._on_page)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[KioskError], None],
        late: Callable[[T], None] = lambda _result: None,
    ) -> None:
        """Do the work off the drawing thread.

        Args:
            work: Called off the drawing thread.
            done: Gets the result while the page is still shown.
            failed: Gets the reason while the page is still shown.
            late: Gets the result instead of ``done`` once the work was called off.
        """
        if self.is_busy:
            return
        self.is_busy = True
        ticket = self.ticket
        self._tasks.run(
            work,
            lambda result: self._end(ticket, lambda: done(result), lambda: late(result)),
            lambda error: self._end(ticket, lambda: failed(error), lambda: None),
        )

    def call_off(self) -> None:
        """A result that comes after this belongs to nobody."""
        self.ticket += 1
        self.is_busy = False

    def _end(self, ticket: int, tell: Callable[[], None], drop: Callable[[], None]) -> None:
        if ticket != self.ticket:
            self._faults.telling(drop)()
            return
        self.is_busy = False
        self._faults.telling(tell)()

    def _on_page(self) -> None:
        if self._shell.current is not self._page:
            self.call_off()
