"""Letters by the thousand: choosing, looking at ten of them, making all, and going on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.mailout.batch import Made
from kiosk.app.mailout.choose_recipients import Chosen
from kiosk.app.mailout.mail_texts import made_text
from kiosk.app.phrases import sentences
from kiosk.app.program import Program
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.errors import KioskError, RefusedError
from kiosk.ui.faults import told
from kiosk.ui.long_work import LongWork
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.mail_form import MailForm
from kiosk.ui.viewmodels.mail_list import MailList
from kiosk.ui.viewmodels.mail_looked import Looked, looked
from kiosk.ui.viewmodels.mail_progress import MailProgress

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_FORM, _LOOKING, _CHOSEN, _MAKING = "form", "looking", "chosen", "making"
_TOLD_EVERY = 5


@QmlElement
@QmlUncreatable("made by the application")
class MailOut(QObject):
    """Nothing is made before it was shown who gets a letter, and who gets none.

    Signals:
        changed: Another step or message, or how far the work has come.
        left: Back to the tasks.
    """

    changed = Signal()
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
        self._faults = session.faults
        self._files = files
        self._labour = LongWork(tasks, shell, session.faults, self)
        self._form = MailForm(program, shell, files, self)
        self._batches = MailList(program, shell, session, tasks, lambda: self._form.place, self)
        self._bar = MailProgress(program.clock, shell, self._labour, self)
        self._looked: Looked | None = None
        self._made: Made | None = None
        self._step, self._message, self._done = _FORM, "", ""
        self._lines = RowsModel(("text",), self)
        self._labour.changed.connect(self.changed)
        self._batches.resumeAsked.connect(self._resume)
        shell.spoken.connect(self._speak)

    def show(self) -> None:
        """Keep what was picked; what is being made goes on."""
        self._form.show()
        self._batches.show()
        if self._step != _MAKING:
            self._made, self._done = None, ""
            self._enter(_FORM)
        self._speak()

    @Property(MailForm, constant=True)
    def form(self) -> MailForm:
        """What the mail-out shall be."""
        return self._form

    @Property(MailList, constant=True)
    def batches(self) -> MailList:
        """The mail-outs that there are."""
        return self._batches

    @Property(MailProgress, constant=True)
    def bar(self) -> MailProgress:
        """How far the making has come, and how long it takes."""
        return self._bar

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """Who gets a letter and who does not, sheets and envelope; empty before the look."""
        return self._lines

    @Property(str, notify=changed)
    def step(self) -> str:
        """``form``, ``looking``, ``chosen`` or ``making``."""
        return self._step

    @Property(bool, notify=changed)
    def hasLetters(self) -> bool:
        """Whether somebody gets a letter."""
        return self._looked is not None and bool(self._looked.chosen.cases)

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How far the work has come; empty when none is under way."""
        return self._labour.progress

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether the work can be stopped; what is finished stays."""
        return self._labour.can_stop

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why something was not done; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was made last; empty before that."""
        return self._done

    @Slot()
    def look(self) -> None:
        """Look who gets a letter; no letter is made."""
        if self._step not in {_FORM, _CHOSEN}:
            return
        try:
            plan = self._form.plan()
        except RefusedError as error:
            self._fail(error, _FORM)
            return
        use_case, actor, words = self._program.make_batch, self._session.name, self._shell.words
        self._made, self._done = None, ""
        self._enter(_LOOKING)
        self._labour.run(
            lambda watch: looked(use_case, plan, actor, words, watch),
            self._on_looked,
            lambda error: self._fail(error, _FORM),
            words.gettext("Looking at case {done} of {count} …"),
        )

    @Slot()
    def goBack(self) -> None:
        """To what the mail-out shall be."""
        if self._step == _CHOSEN:
            self._enter(_FORM)

    @Slot()
    def proof(self) -> None:
        """Write ten letters to a file, to look at."""
        if self._looked is None or self._step != _CHOSEN:
            return
        plan, chosen = self._looked.plan, self._looked.chosen
        use_case, actor = self._program.make_batch, self._session.name
        now = self._program.clock.now()
        file = self._form.place / f"utsending-prove-{now:%Y%m%d-%H%M%S}.pdf"

        def work(_watch: Watch) -> Path:
            self._files.write_pdf(use_case.proof(plan, chosen, actor), file)
            return file

        def done(written: Path) -> None:
            text = self._shell.words.gettext("Letters to look at are in {file}.")
            self._done = text.format(file=written)
            self._enter(_CHOSEN)

        self._done = ""
        self._enter(_LOOKING)
        self._labour.run(work, done, lambda error: self._fail(error, _CHOSEN), "")

    @Slot()
    def make(self) -> None:
        """Make all of them."""
        if self._looked is None or self._step != _CHOSEN:
            return
        plan, chosen = self._looked.plan, self._looked.chosen
        use_case, actor = self._program.make_batch, self._session.name
        place = str(self._form.place)
        self._run(lambda _watch: (use_case.begin(plan, chosen, actor, place), chosen))

    @Slot()
    def cancel(self) -> None:
        """Stop between two letters; what is finished stays, and can go on later."""
        self._labour.stop()

    @Slot()
    def leave(self) -> None:
        """Back to the tasks; what is being made goes on."""
        if self._step == _LOOKING:
            self._labour.call_off()
            self._enter(_FORM)
        self.left.emit()

    @Slot(str)
    @told
    def _resume(self, key: str) -> None:
        if self._step not in {_FORM, _CHOSEN}:
            return
        use_case = self._program.make_batch
        self._run(lambda watch: (key, use_case.choose(use_case.plan_of(key), watch, key)))

    def _run(self, begin: Callable[[Watch], tuple[str, Chosen]]) -> None:
        """Make what is left of a mail-out.

        Args:
            begin: Its key and who gets a letter; called off the drawing thread.
        """
        printing, actor, words = self._program.print_batch, self._session.name, self._shell.words
        place = str(self._form.place)

        def work(watch: Watch) -> Made:
            printing.require_place(place)
            key, chosen = begin(Watch(is_cancelled=watch.is_cancelled))
            return printing.make(place, key, chosen, actor, words, watch)

        self._made, self._done = None, ""
        self._bar.begin()
        self._enter(_MAKING)
        text = words.gettext("Letter {done} of {count}")
        self._labour.run(work, self._on_made, self._on_stopped, text, _TOLD_EVERY)

    def _on_looked(self, found: Looked) -> None:
        self._looked = found
        self._enter(_CHOSEN, found.message)
        self._speak()

    def _on_made(self, made: Made) -> None:
        self._made, self._looked = made, None
        self._batches.read(made.batch)
        self._enter(_FORM)
        self._speak()

    def _on_stopped(self, error: KioskError) -> None:
        stays = self._shell.words.gettext(
            "What is finished stays. Pick the mail-out in the list to go on with it."
        )
        self._batches.read()
        self._fail(error, _FORM, stays)

    def _fail(self, error: KioskError, step: str, more: str = "") -> None:
        words, is_stopped = self._shell.words, isinstance(error, CancelledError)
        why = words.gettext("Stopped.") if is_stopped else fault_text(error, words)
        self._enter(step, sentences(why, more))

    def _enter(self, step: str, message: str = "") -> None:
        self._step, self._message = step, message
        self.changed.emit()

    @Slot()
    def _speak(self) -> None:
        words = self._shell.words
        lines = () if self._looked is None else self._looked.lines(words)
        self._lines.show([{"text": line} for line in lines])
        made = self._made
        if made is not None:
            where = words.gettext("The files are in {folder}.")
            folder = where.format(folder=self._form.place / made.batch)
            said = made_text(made, words)
            self._done = "" if made.is_discarded else sentences(said, folder)
            self._message = said if made.is_discarded else self._message
        self.changed.emit()
