"""Disposing of cases: what the rules let go, what is kept this time, approval, the run."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.disposal_texts import disposed_text
from kiosk.app.due_cases import Reviewed
from kiosk.app.fault_texts import fault_text
from kiosk.app.phrases import sentences
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError
from kiosk.domain.errors import KioskError, PrintError, RefusedError
from kiosk.domain.event import Event
from kiosk.domain.handling import CasesDisposed
from kiosk.ui.long_work import LongWork
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.disposal_statements import DisposalStatements
from kiosk.ui.viewmodels.due_choice import DueChoice

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LOOKING, _LIST, _CONFIRM, _RUNNING = "looking", "list", "confirm", "running"


@QmlElement
@QmlUncreatable("made by the application")
class CaseDisposal(QObject):
    """A list to look at, then the approval with the own code; nothing goes without both.

    Signals:
        changed: Another step, what is picked, or how far the work has come.
        codeCleared: The code field must be emptied.
        left: Back to the tasks.
    """

    changed = Signal()
    codeCleared = Signal()
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
        self._labour = LongWork(tasks, shell, session.faults, self)
        self._statements = DisposalStatements(program, shell, files, tasks, self)
        self._choice = DueChoice(program, shell, self)
        self._step = _LIST
        self._message = self._done = ""
        self._labour.changed.connect(self.changed)

    def show(self) -> None:
        """Look through all cases; a run that is under way goes on."""
        if self._step != _RUNNING:
            self._message = self._done = ""
            self._statements.show()
            self._look()

    @Property(DisposalStatements, constant=True)
    def statements(self) -> DisposalStatements:
        """Where statements go, and earlier ones."""
        return self._statements

    @Property(DueChoice, constant=True)
    def choice(self) -> DueChoice:
        """Cases that a rule lets go, and which of them are to go."""
        return self._choice

    @Property(str, notify=changed)
    def step(self) -> str:
        """``looking``, ``list``, ``confirm`` or ``running``."""
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
        """Why nothing was disposed of; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was disposed of last; empty before that."""
        return self._done

    @Slot()
    def goOn(self) -> None:
        """To the approval."""
        if self._step == _LIST and self._choice.picked:
            self._message = self._done = ""
            self._enter(_CONFIRM)

    @Slot()
    def goBack(self) -> None:
        """From the approval to the list; nothing was done."""
        if self._step == _CONFIRM:
            self._message = ""
            self.codeCleared.emit()
            self._enter(_LIST)

    @Slot(str)
    def dispose(self, code: str) -> None:
        """Dispose of the picked cases, approved by the one who is signed in.

        Args:
            code: That person's own code once more.
        """
        words = self._shell.words
        if self._step != _CONFIRM:
            return
        if not self._statements.has_folder:
            self._say(fault_text(PrintError("printing.no_folder"), words))
        elif not code.strip():
            self._say(words.gettext("Write your code."))
        else:
            self._run(code.strip())

    @Slot(str)
    def writeAgain(self, key: str) -> None:
        """Write the statement of an earlier disposal once more."""
        self._done = ""
        self.changed.emit()
        self._statements.write(key)

    @Slot()
    def cancel(self) -> None:
        """Stop between two cases; nothing was disposed of then."""
        self._labour.stop()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; a run goes on."""
        if self._step == _LOOKING:
            self._labour.call_off()
        self.goBack()
        self.left.emit()

    def _look(self) -> None:
        self._choice.show(None)
        use_case, actor = self._program.dispose_cases, self._session.name
        self._enter(_LOOKING)
        self._labour.run(
            lambda watch: use_case.review(actor, watch),
            self._on_looked,
            self._on_not_looked,
            self._looking,
        )

    def _run(self, code: str) -> None:
        use_case, actor, words = self._program.dispose_cases, self._session.name, self._shell.words
        content = use_case.list_of(self._choice.picked).as_bytes()
        self._message = ""
        self.codeCleared.emit()
        self._enter(_RUNNING)
        self._labour.run(
            lambda watch: use_case.dispose(content, actor, code, watch),
            self._on_disposed,
            self._on_not_disposed,
            self._looking,
            ending=words.gettext("Erasing …"),
        )

    @property
    def _looking(self) -> str:
        return self._shell.words.gettext("Looking at case {done} of {count} …")

    def _on_looked(self, reviewed: Reviewed) -> None:
        self._choice.show(reviewed)
        self._enter(_LIST)

    def _on_not_looked(self, error: KioskError) -> None:
        stopped = self._shell.words.gettext("Stopped before every case was looked at.")
        is_stopped = isinstance(error, CancelledError)
        self._message = stopped if is_stopped else fault_text(error, self._shell.words)
        self._enter(_LIST)

    def _on_disposed(self, event: Event) -> None:
        count = event.body.cases if isinstance(event.body, CasesDisposed) else 0
        self._done = disposed_text(count, self._shell.words)
        self._statements.read()
        self._statements.write(event.id)
        self._look()

    def _on_not_disposed(self, error: KioskError) -> None:
        words = self._shell.words
        nothing = words.gettext("Nothing was disposed of.")
        if isinstance(error, CancelledError):
            self._message = sentences(words.pgettext("of a run", "Stopped."), nothing)
        else:
            self._message = fault_text(error, words)
        if _is_done_all_the_same(error):
            self._statements.read()
            self._look()
        else:
            self._enter(_CONFIRM)

    def _enter(self, step: str) -> None:
        self._step = step
        self.changed.emit()

    def _say(self, message: str) -> None:
        self._message = message
        self.changed.emit()


def _is_done_all_the_same(error: KioskError) -> bool:
    refusals = error.refusals if isinstance(error, RefusedError) else ()
    return any(refusal.code == "disposal.unfinished" for refusal in refusals)
