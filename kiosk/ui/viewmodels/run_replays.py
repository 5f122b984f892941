"""Runs of the rules, and whether each comes out the same when it is worked out again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.replay_texts import replay_lines, run_text
from kiosk.app.phrases import sentences
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kiosk.app.nonchoice.past_runs import PastRun
    from kiosk.app.nonchoice.replay_run import Replayed

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class RunReplays(QObject):
    """The list of runs, newest first; what one gave again stands below it.

    Signals:
        changed: What is told.
    """

    changed = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._municipality = program.municipality
        self._use_case = program.past_runs
        self._shell = shell
        self._session = session
        self._tasks = tasks
        self._runs: tuple[PastRun, ...] = ()
        self._again: dict[str, Replayed] = {}
        self._message = ""
        self._rows = RowsModel(("key", "text", "result", "isSame"), self)
        shell.spoken.connect(self._tell)

    def show(self) -> None:
        """Read the list anew."""
        self._again, self._message = {}, ""
        use_case, actor = self._use_case, self._session.name
        self._tasks.run(lambda: use_case.told(actor), self._on_read, self._on_failed)

    @Property(RowsModel, constant=True)
    def runs(self) -> RowsModel:
        """Date and counts, what it gave again (empty before), and whether that is the same."""
        return self._rows

    @Property(str, notify=changed)
    def message(self) -> str:
        """What went wrong, or that there is no run; empty otherwise."""
        return self._message

    @Slot(str)
    def replay(self, run: str) -> None:
        """Work a run out again."""
        use_case, actor = self._use_case, self._session.name
        self._message = ""
        self.changed.emit()
        done = partial(self._on_replayed, run)
        self._tasks.run(lambda: use_case.again(run, actor), done, self._on_failed)

    def _on_read(self, runs: "tuple[PastRun, ...]") -> None:
        self._runs = runs
        if not runs:
            self._message = self._shell.words.gettext("The rules have not been run yet.")
        self._tell()

    def _on_replayed(self, run: str, replayed: "Replayed") -> None:
        self._again[run] = replayed
        self._tell()

    def _on_failed(self, error: KioskError) -> None:
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        words = self._shell.words
        self._rows.show(
            [
                {
                    "key": each.run,
                    "text": run_text(each, words),
                    "result": self._result(each.run),
                    "isSame": each.run in self._again and not self._again[each.run].difference,
                }
                for each in self._runs
            ]
        )
        self.changed.emit()

    def _result(self, run: str) -> str:
        replayed = self._again.get(run)
        if replayed is None:
            return ""
        return sentences(*replay_lines(replayed, self._municipality, self._shell.words))
