"""Providers that stop: looking at all of them, announcing one, following up and calling off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.exits.exit_overview import SeenExit
from kiosk.app.exits.exit_status import ExitStatus
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import KioskError
from kiosk.ui.exit_rows import EXIT_FIELDS, exit_row
from kiosk.ui.long_work import LongWork
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.calling_off import CallingOff
from kiosk.ui.viewmodels.exit_details import ExitDetails
from kiosk.ui.viewmodels.exit_form import ExitForm
from kiosk.ui.viewmodels.exit_preview import ExitPreview

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_LOOKING, _LIST, _FORM, _PREVIEW, _STORING = "looking", "list", "form", "preview", "storing"


@QmlElement
@QmlUncreatable("made by the application")
class ExitWork(QObject):
    """Nothing is announced before it was shown whom it concerns.

    Signals:
        changed: Another step, exit or message, or how far the work has come.
        left: Back to the tasks.
        letterAsked: The letter about an exit is to be printed; carries the case number.
    """

    changed = Signal()
    left = Signal()
    letterAsked = Signal(str)

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
        self._form = ExitForm(program, shell, self)
        self._preview = ExitPreview(program, shell, self)
        self._details = ExitDetails(program, shell, self)
        self._calling_off = CallingOff(self)
        self._seen: tuple[SeenExit, ...] = ()
        self._step, self._picked = _LIST, ""
        self._message = self._done = ""
        self._exits = RowsModel(EXIT_FIELDS, self)
        self._labour.changed.connect(self.changed)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Look at all cases; what is being stored goes on."""
        if self._step != _STORING:
            self._preview.forget()
            self._calling_off.close()
            self._done = self._picked = ""
            self._look()

    @Property(ExitForm, constant=True)
    def form(self) -> ExitForm:
        """What is to be announced."""
        return self._form

    @Property(ExitPreview, constant=True)
    def preview(self) -> ExitPreview:
        """The same as it would be announced."""
        return self._preview

    @Property(ExitDetails, constant=True)
    def details(self) -> ExitDetails:
        """The exit that is picked."""
        return self._details

    @Property(CallingOff, constant=True)
    def callingOff(self) -> CallingOff:
        """Why the picked provider goes on after all."""
        return self._calling_off

    @Property(RowsModel, constant=True)
    def exits(self) -> RowsModel:
        """Every exit: those that hold first."""
        return self._exits

    @Property(str, notify=changed)
    def step(self) -> str:
        """``looking``, ``list``, ``form``, ``preview`` or ``storing``."""
        return self._step

    @Property(str, notify=changed)
    def emptyText(self) -> str:
        """That no exit was announced; empty while there is one."""
        if self._seen or self._step != _LIST or self._message:
            return ""
        return self._shell.words.gettext("No provider has been announced to stop.")

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far the work has come; empty when none is under way."""
        return self._labour.progress

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether the work can still be stopped; never while something is stored."""
        return self._step == _LOOKING and self._labour.can_stop

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why something was not done; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was stored last; empty before the first."""
        return self._done

    @Slot(str)
    def pick(self, key: str) -> None:
        """Show one exit."""
        self._picked, self._done = key, ""
        self._calling_off.close()
        self._refresh()

    @Slot()
    def begin(self) -> None:
        """Write what is to be announced."""
        self._done = ""
        self._calling_off.close()
        self._form.show()
        self._enter(_FORM)

    @Slot()
    def check(self) -> None:
        """Look whom it would concern; nothing is stored."""
        if self._step != _FORM:
            return
        try:
            wanted = self._form.wanted()
        except KioskError as error:
            self._fail(error, _FORM)
            return
        use_case, actor = self._program.exit_overview, self._session.name

        self._enter(_LOOKING)
        self._labour.run(
            lambda watch: use_case.preview(wanted, actor, watch),
            lambda status: self._on_preview(wanted, status),
            lambda error: self._fail(error, _FORM),
            self._looking_text(),
        )

    @Slot()
    def goBack(self) -> None:
        """From what was looked at to the form, from the form to the list."""
        if self._step in {_FORM, _PREVIEW}:
            self._enter(_FORM if self._step == _PREVIEW else _LIST)

    @Slot()
    def announce(self) -> None:
        """Announce what was looked at."""
        wanted, use_case, actor = self._preview.shown, self._program.exits, self._session.name
        if wanted is not None and self._step == _PREVIEW:
            done = self._shell.words.gettext("Announced. Print the letters and post them.")
            self._store(lambda watch: use_case.announce(wanted, actor, watch).id, done, _PREVIEW)

    @Slot()
    def followUp(self) -> None:
        """Name who helps for those whom nobody is named for."""
        use_case, actor, key = self._program.exits, self._session.name, self._picked

        def work(watch: Watch) -> str:
            use_case.follow_up(actor, watch)
            return key

        if self._step == _LIST:
            done = self._shell.words.gettext("The list is up to date.")
            self._store(work, done, _LIST)

    @Slot()
    def callOff(self) -> None:
        """The picked provider goes on after all."""
        use_case, actor, key = self._program.exits, self._session.name, self._picked
        reason = self._calling_off.reason

        def work(watch: Watch) -> str:
            use_case.call_off(key, reason, actor, watch)
            return key

        if self._step == _LIST and self._calling_off.isOpen:
            done = self._shell.words.gettext("Called off. The provider goes on.")
            self._store(work, done, _LIST)

    @Slot()
    def printLetter(self) -> None:
        """Print the letter for the person who is picked."""
        case = self._details.case
        if case is not None and self._details.hasLetter:
            self.letterAsked.emit(case)

    @Slot()
    def cancel(self) -> None:
        """Stop looking between two cases."""
        if self.canCancel:
            self._labour.stop()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; what is being stored goes on."""
        if self._step != _STORING:
            self._labour.call_off()
            self._enter(_LIST)
        self.left.emit()

    def _look(self) -> None:
        use_case, actor = self._program.exit_overview, self._session.name
        self._enter(_LOOKING)
        self._labour.run(
            lambda watch: use_case.look(actor, watch),
            self._on_looked,
            lambda error: self._fail(error, _LIST),
            self._looking_text(),
        )

    def _store(self, work: Callable[[Watch], str], done: str, back: str) -> None:
        """Store something, and look again.

        Args:
            work: Called off the drawing thread; returns the key of the exit.
            done: What is told then.
            back: The step to be at where nothing was stored.
        """
        self._enter(_STORING)
        self._labour.run(
            work,
            lambda key: self._on_stored(key, done),
            lambda error: self._on_not_stored(error, back),
            self._looking_text(),
        )

    def _on_looked(self, seen: tuple[SeenExit, ...]) -> None:
        self._seen, self._step = seen, _LIST
        self._refresh()

    def _on_preview(self, wanted: Planned, status: ExitStatus) -> None:
        self._preview.show(wanted, status)
        self._enter(_PREVIEW)

    def _on_stored(self, key: str, done: str) -> None:
        # Pages and paper know from now on who stops.
        self._program.take_in_exits()
        self._calling_off.close()
        self._preview.forget()
        self._picked, self._done = key, done
        self._look()

    def _on_not_stored(self, error: KioskError, back: str) -> None:
        # What was stored before the fault holds.
        self._program.take_in_exits()
        self._fail(error, back)

    def _fail(self, error: KioskError, step: str) -> None:
        words = self._shell.words
        stopped = words.gettext("Stopped before every case was looked at.")
        message = stopped if isinstance(error, CancelledError) else fault_text(error, words)
        self._enter(step, message)

    def _looking_text(self) -> str:
        return self._shell.words.gettext("Looking at case {done} of {count} …")

    def _enter(self, step: str, message: str = "") -> None:
        self._step, self._message = step, message
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        picked = next((each for each in self._seen if each.known.exit.id == self._picked), None)
        words = self._shell.words
        self._exits.show([exit_row(each, self._picked, words) for each in self._seen])
        self._details.show(picked)
        self.changed.emit()
