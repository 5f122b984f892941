"""Those who have not chosen: what is to be done, what the rule proposes, and its confirmation."""

from collections.abc import Callable
from threading import Event as Flag
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.allocation_run import AT_ONCE, AllocationRun
from kiosk.app.nonchoice.survey import Surveyed
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import KioskError
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.viewmodels.nonchoice_work import NonchoiceWork
from kiosk.ui.viewmodels.proposal_list import ProposalList

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

T = TypeVar("T")

_LOOKING, _WORK, _LIST, _STORING = "looking", "work", "list", "storing"
# Cases; a word about each would be more work than looking at it.
_TOLD_EVERY = 50


@QmlElement
@QmlUncreatable("made by the application")
class CaseAllocation(QObject):
    """First who waits for what, then the proposals; nothing is stored before it is confirmed.

    Signals:
        changed: Another step, what is proposed, or how far the work has come.
        counted: From the working thread: cases looked at or stored, and cases in all.
        left: Back to the cases.
    """

    changed = Signal()
    counted = Signal(int, int)
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
        self._faults = session.faults
        self._tasks = tasks
        self._work = NonchoiceWork(program, shell, self)
        self._list = ProposalList(program, shell, self)
        self._run: AllocationRun | None = None
        self._step = _WORK
        self._stop = Flag()
        self._stored = 0
        self._progress = self._message = self._reason = ""
        self._is_setting_aside = self._is_leaving = False
        self.counted.connect(self._on_counted)
        shell.spoken.connect(self.changed)

    def show(self) -> None:
        """Look at all cases; what is being worked out or stored goes on."""
        if self._step in {_WORK, _LIST}:
            self._run, self._stored = None, 0
            self._message = self._reason = ""
            self._is_leaving = self._is_setting_aside = False
            self._look()

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
        return self._progress

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether the work can still be stopped."""
        return self._step in {_LOOKING, _STORING} and not self._stop.is_set()

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why something was not done; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """How many allocations this run has stored; empty before the first."""
        words, count = self._shell.words, self._stored
        if not count:
            return ""
        text = words.ngettext(
            "{count} allocation is stored.", "{count} allocations are stored.", count
        )
        return text.format(count=words.number(count))

    @Property(str, notify=changed)
    def confirmAllText(self) -> str:
        """The button that confirms every proposal."""
        words, count = self._shell.words, self._list.count
        text = words.ngettext("Confirm {count} proposal", "Confirm all {count} proposals", count)
        return text.format(count=words.number(count))

    @Property(bool, notify=changed)
    def canPropose(self) -> bool:
        """Whether somebody is ready for the rule."""
        return self._step == _WORK and self._work.ready > 0

    @Property(bool, notify=changed)
    def isSettingAside(self) -> bool:
        """The reason for setting the next one aside is being written."""
        return self._is_setting_aside

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
        if self.canPropose:
            use_case, actor = self._program.allocate, self._session.name
            stop = self._begin(_LOOKING)
            watch = self._watch(stop)
            self._do(lambda: use_case.propose(actor, watch), lambda both: self._on_run(stop, *both))

    @Slot()
    def confirmNext(self) -> None:
        """Confirm the first open proposal."""
        placed = None if self._run is None else self._run.next_confirmable()
        if placed is not None and self._step == _LIST:
            self._confirm((placed.position,))

    @Slot()
    def confirmAll(self) -> None:
        """Confirm every open proposal; it can be stopped between two portions."""
        positions = self._list.positions
        if self._run is not None and positions and self._step == _LIST:
            self._confirm((*positions[AT_ONCE - 1 :: AT_ONCE], positions[-1]))

    @Slot()
    def beginAside(self) -> None:
        """Ask for the reason why the next one is set aside."""
        self._is_setting_aside, self._reason, self._message = True, "", ""
        self.changed.emit()

    @Slot()
    def cancelAside(self) -> None:
        """Set nobody aside."""
        self._is_setting_aside, self._reason, self._message = False, "", ""
        self.changed.emit()

    @Slot(str)
    def writeReason(self, text: str) -> None:
        """Keep the reason while it is written."""
        if text != self._reason:
            self._reason = text
            self.changed.emit()

    @Slot()
    def setAside(self) -> None:
        """Take the next one out of this run, and work out the rest again."""
        run = self._run
        placed = None if run is None else run.next_confirmable()
        if run is None or placed is None or self._step != _LIST:
            return
        use_case, actor, reason = self._program.allocate, self._session.name, self._reason
        position = placed.position
        self._begin(_STORING)
        self._do(
            lambda: use_case.set_aside(run, actor, position, reason),
            lambda _nothing: self._on_aside(),
        )

    @Slot()
    def cancel(self) -> None:
        """Stop between two cases, or two portions."""
        if self.canCancel:
            self._stop.set()
            self._progress = self._shell.words.gettext("Stopping …")
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the cases; asks first when proposals are open."""
        if self._step == _LIST and self._list.count and not self._is_leaving:
            self._is_leaving = True
            self.changed.emit()
            return
        self._stop.set()
        self._run, self._is_leaving = None, False
        self._list.show(None)
        if self._step != _STORING:
            self._step, self._progress = _WORK, ""
        self.left.emit()

    @Slot()
    def stay(self) -> None:
        """Go on with the proposals after all."""
        self._is_leaving = False
        self.changed.emit()

    def _look(self) -> None:
        use_case, actor = self._program.allocate, self._session.name
        stop = self._begin(_LOOKING)
        watch = self._watch(stop)
        self._list.show(None)
        self._work.show(None)
        self._do(lambda: use_case.look(actor, watch), lambda found: self._on_looked(stop, found))

    def _confirm(self, ends: tuple[int, ...]) -> None:
        """Confirm in portions.

        Args:
            ends: Last position of each portion.
        """
        run, use_case, actor = self._run, self._program.allocate, self._session.name
        assert run is not None  # noqa: S101  asked by both callers
        wanted = len([each for each in self._list.positions if each <= ends[-1]])
        stop = self._begin(_STORING)

        def work() -> int:
            done = 0
            for end in ends:
                before, expected = done, len(_up_to(run, end))
                done += use_case.confirm(run, actor, end)
                self.counted.emit(done, wanted)
                if done - before < expected or stop.is_set():
                    break
            return done

        self._do(work, self._on_confirmed)

    def _begin(self, step: str) -> Flag:
        self._stop.set()
        self._stop = Flag()
        self._step, self._message = step, ""
        self._progress = self._shell.words.gettext("Beginning …")
        self.changed.emit()
        return self._stop

    def _do(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Not among the storing of visits, which must not wait until every case was looked at."""
        stop = self._stop
        self._tasks.run(
            work, self._faults.telling(done), lambda error: self._on_failed(stop, error), Lane.PAPER
        )

    def _watch(self, stop: Flag) -> Watch:
        def tell(done: int, count: int) -> None:
            if done % _TOLD_EVERY == 0:
                self.counted.emit(done, count)

        return Watch(tell, stop.is_set)

    @Slot(int, int)
    def _on_counted(self, done: int, count: int) -> None:
        words = self._shell.words
        if not self.canCancel:
            return
        text = words.gettext("Looking at case {done} of {count} …")
        if self._step == _STORING:
            text = words.gettext("{done} of {count} are stored …")
        self._progress = text.format(done=words.number(done), count=words.number(count))
        self.changed.emit()

    def _on_looked(self, stop: Flag, found: Surveyed) -> None:
        if stop is self._stop and not stop.is_set():
            self._work.show(found)
            self._enter(_WORK)

    def _on_run(self, stop: Flag, found: Surveyed, run: AllocationRun) -> None:
        if stop is self._stop and not stop.is_set():
            self._run, self._stored = run, 0
            self._work.show(found)
            self._list.show(run, {each.case: each.name for each in found.due})
            self._enter(_LIST)

    def _on_confirmed(self, count: int) -> None:
        self._stored += count
        self._show_run()

    def _on_aside(self) -> None:
        self._is_setting_aside, self._reason = False, ""
        self._show_run()

    def _show_run(self) -> None:
        # Whoever left the page meanwhile sees by the next look what was stored.
        if self._run is None:
            self._enter(_WORK)
        else:
            self._list.show(self._run)
            self._enter(_LIST)

    def _on_failed(self, stop: Flag, error: KioskError) -> None:
        if stop is not self._stop and self._step != _STORING:
            return
        stopped = self._shell.words.gettext("Stopped before every case was looked at.")
        is_stopped = isinstance(error, CancelledError)
        self._message = stopped if is_stopped else fault_text(error, self._shell.words)
        if self._run is not None:
            # What was stored before it holds, and is not open any more.
            self._list.show(self._run)
        self._enter(_WORK if self._run is None else _LIST)

    def _enter(self, step: str) -> None:
        self._step, self._progress = step, ""
        self.changed.emit()


def _up_to(run: AllocationRun, end: int) -> tuple[int, ...]:
    """Positions up to one that somebody is proposed for."""
    return tuple(
        each.position
        for each in run.open
        if each.proposal.provider is not None and each.position <= end
    )
