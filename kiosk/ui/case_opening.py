"""Opens a case for staff: logged first, off the drawing thread, and then shown."""

from collections.abc import Callable

from kiosk.app.program import Program
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import KioskError, StorageError
from kiosk.domain.outcome import EventId
from kiosk.domain.reading import Reading
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks


class CaseOpening:
    """One opening at a time; leaving the page it was asked on, or locking, drops it."""

    def __init__(
        self, program: Program, shell: AppShell, session: StaffSession, tasks: Tasks
    ) -> None:
        self._program = program
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._asked = 0
        shell.pageChanged.connect(self._drop)

    def open(
        self,
        reference: CaseRef,
        what: Reading,
        show: Callable[[StorageError | None], None],
        failed: Callable[[KioskError], None] | None = None,
    ) -> None:
        """Log the reading and show the case.

        Args:
            reference: Whose case.
            what: What is about to be shown.
            show: Called on the drawing thread; gets why the reading is not logged, or None.
            failed: Called instead where there is no such case; None tells it on the page.
        """
        self._asked += 1
        asked, actor, read = self._asked, self._session.name, self._program.read_case
        faults = self._session.faults

        def done(unlogged: StorageError | None) -> None:
            if asked == self._asked:
                faults.telling(show)(unlogged)

        self._tasks.run(lambda: read.log(reference, what, actor), done, failed or faults.tell)

    def end_visit(self, reference: CaseRef, event_id: EventId) -> None:
        """Log that a visit ended and nothing was stored; the same end again logs nothing."""
        end, actor = self._program.hand_over.end, self._session.name
        self._tasks.run(
            lambda: end(reference, event_id, actor),
            lambda _none: None,
            self._session.faults.tell,
        )

    def _drop(self) -> None:
        self._asked += 1
