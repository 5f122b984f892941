"""Trying a rule before the council votes on it, while people go on working."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.simulation_faults import rules_fault_text
from kiosk.app.nonchoice.simulation_texts import summary_lines, unread_text
from kiosk.app.nonchoice.trial_people import Tryout
from kiosk.app.nonchoice.tried import announced
from kiosk.app.ports.rules import RulesError
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import KioskError
from kiosk.system import case_list_bytes
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.trial_rows import FIELDS, trial_rows
from kiosk.ui.viewmodels.run_replays import RunReplays
from kiosk.ui.viewmodels.trial_files import TrialFiles
from kiosk.ui.viewmodels.trial_form import TrialForm

if TYPE_CHECKING:
    from kiosk.app.nonchoice.tried import Tried

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class RuleTrial(QObject):
    """What is to be tried, what came out, and earlier runs; nothing of it is stored.

    Signals:
        changed: What is told, or how far the work has come.
        counted: From the working thread: people done, and people in all.
        finished: Another result stands there.
        left: Back to the tasks.
    """

    changed = Signal()
    counted = Signal(int, int)
    finished = Signal()
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._stop: Event | None = None
        self._tried: Tried | None = None
        self._progress = self._message = ""
        self._faults = RowsModel(("place", "what", "reason"), self)
        self._summary = RowsModel(("text",), self)
        self._announced = RowsModel(("title", "text"), self)
        self._rows = RowsModel(FIELDS, self)
        self._form = TrialForm(shell, files, self)
        self._saved = TrialFiles(program, shell, files, tasks, self)
        self._replays = RunReplays(program, shell, session, tasks, self)
        self.counted.connect(self._on_counted)
        shell.spoken.connect(self._tell)

    def show(self) -> None:
        """Keep what was tried last; work that is under way goes on."""
        self._message = ""
        self._faults.show([])
        self._form.show()
        self._saved.show()
        self._replays.show()
        self.changed.emit()

    @Property(TrialForm, constant=True)
    def form(self) -> TrialForm:
        """What is to be tried."""
        return self._form

    @Property(TrialFiles, constant=True)
    def saved(self) -> TrialFiles:
        """What came out, as files."""
        return self._saved

    @Property(RunReplays, constant=True)
    def replays(self) -> RunReplays:
        """Earlier runs."""
        return self._replays

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far the work has come; empty when none is under way."""
        return self._progress

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was tried; empty when nothing went wrong."""
        return self._message

    @Property(RowsModel, constant=True)
    def faults(self) -> RowsModel:
        """What is wrong with the rules: file, field, reason; may be empty."""
        return self._faults

    @Property(bool, notify=changed)
    def hasResult(self) -> bool:
        """Whether a rule was tried since the program started."""
        return self._tried is not None

    @Property(RowsModel, constant=True)
    def summary(self) -> RowsModel:
        """What is told about the whole; empty before a result."""
        return self._summary

    @Property(RowsModel, constant=True)
    def announced(self) -> RowsModel:
        """What the tried rules would announce, by service and zone; empty before a result."""
        return self._announced

    @Property(RowsModel, constant=True)
    def rows(self) -> RowsModel:
        """The tables, a row per provider and place; empty before a result."""
        return self._rows

    @Slot()
    def start(self) -> None:
        """Try the rules; the last result stands until another comes."""
        # Asked for anew: it is another one when a provider has said that it stops.
        use_case = self._program.try_rule
        if self._stop is not None or use_case is None:
            return
        stop = self._stop = Event()
        self._message = ""
        self._faults.show([])
        self._progress = self._shell.words.gettext("Beginning …")
        self.changed.emit()
        form, actor = self._form, self._session.name
        rules, file, state = form.rules.strip(), Path(form.caseList.strip()), form.state
        tryout = form.tryout
        watch = Watch(self.counted.emit, stop.is_set)

        def work() -> "Tried":
            if tryout is Tryout.LIST:
                return use_case.on_list(rules, lambda: _bytes(file), state, actor, watch)
            return use_case.on_record(rules, tryout, state, actor, watch)

        # Not among the storing, which must not wait for it.
        self._tasks.run(work, self._on_done, self._on_failed, Lane.PAPER)

    @Slot()
    def cancel(self) -> None:
        """Stop; the last result stays."""
        if self._stop is not None:
            self._stop.set()
            self._progress = self._shell.words.gettext("Stopping …")
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; work goes on."""
        self.left.emit()

    @Slot(int, int)
    def _on_counted(self, done: int, count: int) -> None:
        if self._stop is not None and not self._stop.is_set():
            words = self._shell.words
            text = words.gettext("{done} of {count} done …")
            self._progress = text.format(done=words.number(done), count=words.number(count))
            self.changed.emit()

    def _on_done(self, tried: "Tried") -> None:
        self._end()
        self._tried = tried
        self._saved.keep(tried)
        self._tell()
        self.finished.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._end()
        words, use_case = self._shell.words, self._program.try_rule
        match error:
            case CancelledError():
                self._message = words.gettext("Stopped. Nothing was tried.")
            case RulesError(problems=problems) if use_case is not None:
                self._message = rules_fault_text(words)
                self._faults.show(
                    [
                        {
                            "place": each.file,
                            "what": each.field,
                            "reason": use_case.rules.fault(each, words),
                        }
                        for each in problems
                        if each.is_fault
                    ]
                )
            case _:
                self._message = fault_text(error, words)
        self.changed.emit()

    def _end(self) -> None:
        self._stop, self._progress = None, ""

    @Slot()
    def _tell(self) -> None:
        tried, words = self._tried, self._shell.words
        if tried is not None:
            lines = (*summary_lines(tried.simulated, words), unread_text(tried.unread, words))
            self._summary.show([{"text": line} for line in lines if line])
            self._announced.show(
                [{"title": each.title, "text": each.text} for each in announced(tried, words)]
            )
            self._rows.show(trial_rows(tried, words))
        self.changed.emit()


def _bytes(file: Path) -> bytes:
    return case_list_bytes(file.expanduser())
