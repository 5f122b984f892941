"""Staff on a public machine: the record is open while they are there, and closed after them."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from kiosk.app.ports.record_door import DoorState
from kiosk.domain.errors import KioskError, StorageError, StorageFault
from kiosk.domain.public_session import PublicSession, SessionEnd, SessionStart
from kiosk.domain.spot_print import MOST_STILL_MINUTES
from kiosk.ui.public_flow import PublicFlow
from kiosk.ui.public_state import PublicState
from kiosk.ui.session_watch import SessionWatch
from kiosk.ui.shell import Page
from kiosk.ui.staff_side import StaffSide
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit_state import VisitState

_LONGEST_STILL_S = 60 * MOST_STILL_MINUTES
_DOORS = frozenset({Page.UNLOCK, Page.SIGN_IN})


class StaffVisits(QObject):
    """Opens the record when staff come, and closes it with their session or the visit after it.

    Signals:
        left: The attract page is shown again; nothing of what was shown before it is needed.
    """

    left = Signal()

    def __init__(
        self,
        state: PublicState,
        flow: PublicFlow,
        watch: SessionWatch,
        staff: StaffSide,
        visit: VisitState,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._state = state
        self._flow = flow
        self._watch = watch
        self._staff = staff
        self._visit = visit
        self._tasks = tasks
        self._door = state.program.door
        self._session: PublicSession | None = None
        self._at_work_since_s: float | None = None
        self._is_still = False
        self._is_opening = self._is_awaited = False
        state.shell.pageChanged.connect(self._forget_opening)
        flow.staffAsked.connect(self._open)
        flow.startAsked.connect(self._turn_back)
        staff.flow.signedIn.connect(self._enter)
        staff.flow.locked.connect(self.leave)
        flow.endAsked.connect(self._end_as_asked)
        watch.doubted.connect(self._doubt)
        watch.gone.connect(self._gone)
        watch.ticked.connect(self._stand_still_at_work)

    def begin_visit(self) -> None:
        """The screen was handed over: the rules of a public session hold for the visit too."""
        with suppress(StorageError):
            self._session = self._state.machine.begin(SessionStart.HANDED_OVER)
        self._at_work_since_s, self._is_still = None, False
        self._watch.begin_visit()

    def end_visit(self, how: SessionEnd = SessionEnd.BY_PERSON) -> None:
        """End the visit; what was not stored is gone, and nothing but that it ended is kept."""
        visit = self._visit
        if not visit.is_open:
            return
        if visit.is_storing:
            self._watch.begin_visit()
            return
        if visit.choice is None:
            self._log_unanswered()
        else:
            how = SessionEnd.FINISHED
        if how is SessionEnd.ABANDONED:
            # A receipt that nobody waits for; whoever ends takes theirs along.
            self._flow.take_back_papers()
        if self._session is not None:
            with suppress(StorageError):
                self._state.machine.end(self._session, how)
        self.leave()

    def give_up(self) -> None:
        """Log the end of a visit in which something unforeseen failed; the screen is another's task."""
        visit, session = self._visit, self._session
        self._session = None
        if visit.is_open and visit.choice is None and not visit.is_storing:
            self._log_unanswered()
        if session is not None:
            is_stored = visit.is_open and visit.choice is not None
            with suppress(StorageError):
                how = SessionEnd.FINISHED if is_stored else SessionEnd.ABANDONED
                self._state.machine.end(session, how)

    def _log_unanswered(self) -> None:
        visit = self._visit
        with suppress(KioskError):
            visit.program.hand_over.end(visit.case.reference, visit.end_id, visit.actor)

    def leave(self) -> None:
        """Close the record and wait for strangers again, whatever fails on the way."""
        self._session = None
        try:
            self._visit.end()
            self._staff.flow.leave()
            self._take_along()
        finally:
            try:
                self._close_record()
            finally:
                # Whatever became of the record, nothing of it stays on the screen.
                self._flow.attract()
                self.left.emit()

    def _close_record(self) -> None:
        if self._door is not None:
            self._door.lock()

    def _take_along(self) -> None:
        """What the record tells of everybody's providers is known on after it is closed."""
        if self._door is None or self._door.state is DoorState.OPEN:
            with suppress(KioskError):
                program = self._state.program
                program.take_in_exits()
                known = program.municipality, program.announced_exits
                self._state.machine = self._state.machine.knowing(*known)

    def _open(self) -> None:
        if self._flow.is_on:
            return
        self._state.faults.forget()
        self._watch.begin()
        door = self._door
        if door is None:
            self._start()
            return
        self._is_awaited = True
        if not self._is_opening:
            self._is_opening = True
            self._tasks.run(door.open_at_hand, lambda _open: self._on_open(), self._on_unopened)

    def _on_open(self) -> None:
        """A record can take seconds to open; by then the screen may be another's."""
        self._is_opening = False
        if self._is_awaited:
            self._start()
        else:
            self._close_record()

    def _on_unopened(self, error: KioskError) -> None:
        self._is_opening = False
        if self._is_awaited:
            self._refuse(error)

    def _forget_opening(self) -> None:
        """Another page came, or nobody is there: whoever wanted to sign in asks again."""
        self._is_awaited = False

    def _enter(self) -> None:
        """Staff have their own clock, and pages that have not heard of languages since."""
        self._watch.end()
        self._state.shell.spoken.emit()

    def _start(self) -> None:
        if self._door is not None and self._door.state is DoorState.NOT_SET_UP:
            # Whoever sets the record up owns the machine, and here that could be anybody.
            self._refuse(StorageError(StorageFault.NOT_SET_UP))
            return
        self._state.shell.speak(self._staff.words)
        self._staff.flow.start()

    def _refuse(self, error: KioskError) -> None:
        self._state.faults.tell_staff(error)

    def _turn_back(self) -> None:
        """From a door; whatever was written there goes with its page."""
        if self._state.shell.current in _DOORS:
            self.leave()

    def _end_as_asked(self, how: SessionEnd) -> None:
        if self._visit.is_open:
            self.end_visit(how)

    def _doubt(self) -> None:
        if self._visit.is_open:
            self._flow.ask_whether_there(is_stored=self._visit.choice is not None)
        elif not self._flow.is_on and self._state.shell.current in _DOORS:
            # Nobody has signed in, so that nothing can be lost.
            self.leave()
        elif self._state.shell.current is Page.ATTRACT:
            # What did not work was told to somebody who has gone.
            self._forget_opening()
            self._watch.end()
            self._state.faults.forget()

    def _stand_still_at_work(self) -> None:
        """Nobody is hurried while answers are stored or a receipt is printed, nor for ever (G06)."""
        now_s = self._watch.now_s
        if not (self._visit.is_open and (self._visit.is_storing or self._is_printing())):
            self._at_work_since_s = None
        elif self._at_work_since_s is None:
            self._at_work_since_s = now_s
        since_s = self._at_work_since_s
        is_still = since_s is not None and now_s - since_s < _LONGEST_STILL_S
        if is_still is self._is_still:
            return
        self._is_still = is_still
        if is_still:
            self._watch.stop()
        else:
            self._watch.go_on()

    def _is_printing(self) -> bool:
        on_page = self._state.shell.current is Page.RECEIPT_PRINT
        return on_page and self._staff.desk.printOut.isBusy

    def _gone(self) -> None:
        self.end_visit(SessionEnd.ABANDONED)
