"""Those who have not chosen: what is to be done, what the rule proposes, and its confirmation."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.allocation_run import AT_ONCE, AllocationRun
from kiosk.app.nonchoice.proposal_texts import stored_text
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError
from kiosk.domain.errors import KioskError, RefusedError
from kiosk.ui.long_work import LongWork
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.nonchoice_work import NonchoiceWork
from kiosk.ui.viewmodels.proposal_list import ProposalList

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LOOKING, _WORK, _LIST, _STORING = "looking", "work", "list", "storing"


@QmlElement
@QmlUncreatable("made by the application")
class CaseAllocation(QObject):
    """First who waits for what, then the proposals; nothing is stored before it is confirmed.

    Signals:
        changed: Another step, what is proposed, or how far the work has come.
        left: Back to the tasks.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._labour = LongWork(tasks, shell, session.faults, self)
        self._work = NonchoiceWork(program, shell, self)
        self._list = ProposalList(program, shell, self)
        self._run: AllocationRun | None = None
        self._step = _WORK
        self._stored = 0
        self._message = self._reason = ""
        self._aside: int | None = None
        self._is_leaving = self._is_outdated = False
        self._labour.changed.connect(self.changed)
        shell.spoken.connect(self.changed)

    def show(self) -> None:
        """Look at all cases; what is being stored goes on."""
        if self._step == _STORING:
            return
        use_case, actor = self._program.allocate, self._session.name
        self._forget()
        self._work.show(None)
        self._step = _LOOKING
        self._labour.run(
            lambda watch: use_case.look(actor, watch),
            self._on_looked,
            self._on_failed,
            self._shell.words.gettext("Looking at case {done} of {count} …"),
        )

    @Property(NonchoiceWork, constant=True)
    def work(self) -> NonchoiceWork:
        """What is to be done, and about whom."""
        return self._work

    @Property(ProposalList, constant=True)
    def proposals(self) -> ProposalList:
        """What the rule proposes."""
        return self._list

    @Property(str, notify=changed)
    def step(self) -> str:
        """``looking``, ``work``, ``list`` or ``storing``."""
        return self._step

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far the work has come; empty when none is under way."""
        return self._labour.progress

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether the work can still be stopped."""
        return self._labour.can_stop

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why something was not done; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """How many allocations this run has stored; empty before the first."""
        return stored_text(self._stored, self._shell.words)

    @Property(bool, notify=changed)
    def canPropose(self) -> bool:
        """Whether somebody is ready for the rule, or the list must be made again."""
        return self._is_outdated or (self._step == _WORK and self._work.ready > 0)

    @Property(bool, notify=changed)
    def isSettingAside(self) -> bool:
        """The reason for setting somebody aside is being written."""
        return self._aside is not None

    @Property(str, notify=changed)
    def asideText(self) -> str:
        """Who is being set aside; empty while nobody is."""
        if self._aside is None:
            return ""
        text = self._shell.words.gettext("Set aside: {person}")
        return text.format(person=self._list.person(self._aside))

    @Property(str, notify=changed)
    def reason(self) -> str:
        """That reason, as written."""
        return self._reason

    @Property(bool, notify=changed)
    def isLeaving(self) -> bool:
        """Whether it is asked if the proposals may be given up."""
        return self._is_leaving

    @Slot()
    def propose(self) -> None:
        """Work out what the rule gives everybody who is ready; nothing is stored."""
        if not self.canPropose:
            return
        use_case, actor = self._program.allocate, self._session.name
        self._forget()
        self._step = _LOOKING
        self._labour.run(
            lambda watch: use_case.propose(actor, watch),
            lambda both: self._on_run(*both),
            self._on_failed,
            self._shell.words.gettext("Looking at case {done} of {count} …"),
        )

    @Slot()
    def confirmNext(self) -> None:
        """Confirm the first open proposal."""
        placed = None if self._run is None else self._run.next_confirmable()
        if placed is not None:
            self._confirm((placed.position,))

    @Slot()
    def confirmAll(self) -> None:
        """Confirm every open proposal; it can be stopped between two portions."""
        positions = self._list.positions
        if positions:
            self._confirm((*positions[AT_ONCE - 1 :: AT_ONCE], positions[-1]))

    @Slot()
    def beginAside(self) -> None:
        """Ask for the reason why the next one is set aside."""
        placed = None if self._run is None else self._run.next_confirmable()
        if placed is not None:
            self._ask_reason(placed.position)

    @Slot(str)
    def beginAsideOf(self, key: str) -> None:
        """The same for the one with this key."""
        self._ask_reason(int(key))

    @Slot()
    def cancelAside(self) -> None:
        """Set nobody aside."""
        self._ask_reason(None)

    @Slot(str)
    def writeReason(self, text: str) -> None:
        """Keep the reason while it is written."""
        if text != self._reason:
            self._reason = text
            self.changed.emit()

    @Slot()
    def setAside(self) -> None:
        """Take that one out of this run, and work out the rest again."""
        run, position = self._run, self._aside
        if run is None or position is None or self._step != _LIST:
            return
        use_case, actor, reason = self._program.allocate, self._session.name, self._reason
        self._step, self._message = _STORING, ""
        self._labour.run(
            lambda _watch: use_case.set_aside(run, actor, position, reason),
            lambda _nothing: self._on_aside(),
            self._on_failed,
            self._shell.words.gettext("{done} of {count} are stored …"),
        )

    @Slot()
    def cancel(self) -> None:
        """Stop between two cases, or two portions."""
        self._labour.stop()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; asks first when proposals are open. What is being stored goes on."""
        if self._step == _LIST and self._list.count and not self._is_leaving:
            self._is_leaving = True
            self.changed.emit()
            return
        if self._step != _STORING:
            self._labour.call_off()
            self._step = _WORK
            self._forget()
        self.left.emit()

    @Slot()
    def stay(self) -> None:
        """Go on with the proposals after all."""
        self._is_leaving = False
        self.changed.emit()

    def _confirm(self, ends: tuple[int, ...]) -> None:
        """Confirm in portions.

        Args:
            ends: Last position of each portion.
        """
        run, use_case, actor = self._run, self._program.allocate, self._session.name
        if run is None or self._step != _LIST:
            return
        self._step, self._message = _STORING, ""
        before = len(run.open) + len(run.stale)
        self._labour.run(
            lambda watch: use_case.confirm_in_portions(run, actor, ends, watch),
            lambda _nothing: self._on_confirmed(before),
            lambda error: self._on_not_confirmed(before, error),
            self._shell.words.gettext("{done} of {count} are stored …"),
        )

    def _on_looked(self, found: Surveyed) -> None:
        self._work.show(found)
        self._enter(_WORK)

    def _on_run(self, found: Surveyed, run: AllocationRun) -> None:
        self._run = run
        self._work.show(found)
        self._list.show(run, {each.case: each.name for each in found.due})
        self._enter(_LIST)

    def _on_confirmed(self, before: int) -> None:
        run = self._run
        if run is not None:
            self._stored += before - len(run.open) - len(run.stale)
        self._list.show(run)
        self._enter(_LIST)

    def _on_not_confirmed(self, before: int, error: KioskError) -> None:
        # What was stored before it holds.
        self._on_confirmed(before)
        self._on_failed(error)

    def _on_aside(self) -> None:
        self._aside, self._reason = None, ""
        self._list.show(self._run)
        self._enter(_LIST)

    def _on_failed(self, error: KioskError) -> None:
        words = self._shell.words
        stopped = words.gettext("Stopped before every case was looked at.")
        is_stopped = isinstance(error, CancelledError)
        self._message = stopped if is_stopped else fault_text(error, words)
        codes = {each.code for each in error.refusals} if isinstance(error, RefusedError) else ()
        self._is_outdated = "allocation.outdated" in codes
        self._enter(_WORK if self._run is None else _LIST)

    def _ask_reason(self, position: int | None) -> None:
        self._aside, self._reason, self._message = position, "", ""
        self.changed.emit()

    def _forget(self) -> None:
        self._run, self._aside, self._stored = None, None, 0
        self._message = self._reason = ""
        self._is_leaving = self._is_outdated = False
        self._list.show(None)

    def _enter(self, step: str) -> None:
        self._step = step
        self.changed.emit()
