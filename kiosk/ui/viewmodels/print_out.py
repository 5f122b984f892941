"""Putting one document on paper or into a file: receipt or brochure, staff's side or citizen's."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.ports.printer import PrinterInfo
from kiosk.app.print_wishes import usual_wishes
from kiosk.app.program import Program
from kiosk.domain.edition import Edition
from kiosk.domain.errors import KioskError
from kiosk.domain.event import DocumentKind
from kiosk.ui.latest_tasks import LatestTasks
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.print_requests import HandedOver, PrintRequest, Target, hand_over, usual_queue
from kiosk.ui.print_targets import FILE, target_rows
from kiosk.ui.print_texts import done_text, file_word, no_printer_text, print_title
from kiosk.ui.printed_job import PrintedJob
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell, Page
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import Lane, Tasks
from kiosk.ui.viewmodels.print_editions import PrintEditions
from kiosk.ui.viewmodels.print_job import PrintJob

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_PAGES = frozenset({Page.PRINT, Page.RECEIPT_PRINT})


@QmlElement
@QmlUncreatable("made by the application")
class PrintOut(QObject):
    """Our own page instead of the system's dialog, which speaks another language.

    Signals:
        changed: Printers were found, something was picked, or a message is shown.
        left: Back to where the document was asked for.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._files = files
        self._tasks = LatestTasks(tasks, Lane.PAPER)
        self._request: PrintRequest | None = None
        self._found: tuple[PrinterInfo, ...] = ()
        self._picked = FILE
        self._has_file = True
        self._last_queue = ""
        self._folder = ""
        self._message = self._done = ""
        self._is_busy = self._is_looking = False
        self._targets = RowsModel(("key", "name", "support", "picked"), self)
        self._stopped = Event()
        self._job = PrintJob(shell, self)
        self._editions = PrintEditions(shell, self)
        self._editions.picked.connect(self._on_edition)
        self._printed = PrintedJob(program.printer, program.clock, shell, tasks, self)
        self._printed.changed.connect(self.changed)
        shell.spoken.connect(self._refresh)
        shell.pageChanged.connect(self._on_page)

    def show(self, request: PrintRequest) -> None:
        """Ask where a document is to go; what an earlier one still does is not told any more."""
        self._tasks.begin_anew()
        self._printed.forget()
        self._request = request
        self._job.begin(usual_wishes(request.kind, request.edition))
        self._found = ()
        # A file on a machine that strangers use would outlive the visit (access G11).
        self._has_file = not (self._program.is_public and self._shell.current.is_citizens)
        self._picked = FILE
        self._folder = str(self._files.folders()[0])
        self._message = self._done = ""
        self._is_busy = False
        self._is_looking = True
        self._refresh()
        self._tasks.run(self._program.printer.printers, self._on_found, self._on_not_found)

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is to be printed."""
        if self._request is None:
            return ""
        return print_title(self._request.kind, self._shell.words)

    @Property(str, notify=changed)
    def tab(self) -> str:
        """The part of the staff side that the document was asked from."""
        return "" if self._request is None else self._request.tab

    @Property(RowsModel, constant=True)
    def targets(self) -> RowsModel:
        """Printers found, then the file."""
        return self._targets

    @Property(PrintJob, constant=True)
    def job(self) -> PrintJob:
        """How it is printed; of no use for a file."""
        return self._job

    @Property(PrintEditions, constant=True)
    def editions(self) -> PrintEditions:
        """In which edition it can be printed."""
        return self._editions

    @Property(str, notify=changed)
    def printedText(self) -> str:
        """What becomes of the document that a printer has taken; empty before."""
        return self._printed.text

    @Property(bool, notify=changed)
    def isPrintTrouble(self) -> bool:
        """Whether somebody has to do something about it."""
        return self._printed.is_trouble

    @Property(bool, notify=changed)
    def canStop(self) -> bool:
        """Whether the printing can be stopped now."""
        if self._is_busy:
            return not self.isToFile and not self._stopped.is_set()
        return self._printed.can_stop

    @Property(str, notify=changed)
    def notice(self) -> str:
        """Says that printers are looked for, or that there is none."""
        words = self._shell.words
        if self._is_looking:
            return words.gettext("Looking for printers …")
        return "" if self._found else no_printer_text(words, has_file=self._has_file)

    @Property(bool, notify=changed)
    def canStart(self) -> bool:
        """Whether there is anything to print on or save in."""
        return self._has_file or bool(self._found)

    @Property(bool, notify=changed)
    def isToFile(self) -> bool:
        """Whether the document goes into a file."""
        return self._has_file and self._picked == FILE

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Folder of the file."""
        return self._folder

    @Property(str, notify=changed)
    def fileName(self) -> str:
        """Name of the file; no personal data."""
        return self._path().name

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why nothing was printed; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """Where the document went; empty before."""
        return self._done

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """The document is being made or handed over."""
        return self._is_busy

    @Slot(str)
    def pick(self, key: str) -> None:
        """Pick a printer, or the file; not while a document is on its way to another."""
        if self._is_busy:
            self._refresh()
            return
        self._pick(key)
        self._message = self._done = ""
        self._refresh()

    @Slot(str)
    def writeFolder(self, text: str) -> None:
        """Keep the folder while it is written."""
        self._folder = text

    @Slot()
    def start(self) -> None:
        """Make the document and hand it over; a second tap meanwhile does nothing."""
        if self._is_busy or self._request is None or not self.canStart:
            return
        self._done = ""
        self._printed.forget()
        self._message = "" if self.isToFile else self._job.fault()
        self._is_busy = not self._message
        self.changed.emit()
        if self._message:
            return
        request, program = self._request, self._program
        stopped = self._stopped = Event()
        target = Target(
            self._picked,
            self._path() if self.isToFile else None,
            self._files.write_pdf,
            self._job.wishes(),
            lambda: not stopped.is_set(),
        )
        self._tasks.run(
            lambda: hand_over(request, target, program),
            lambda handed: self._on_done(request.kind, target, handed),
            self._on_failed,
        )

    @Slot()
    def stop(self) -> None:
        """Stop the printing: what is not handed over yet is not, and the rest is taken back."""
        if self._is_busy:
            self._stopped.set()
            self.changed.emit()
        else:
            self._printed.stop()

    @Slot()
    def leave(self) -> None:
        """Back to where the document was asked for."""
        self.left.emit()

    def _path(self) -> Path:
        if (request := self._request) is None:
            return Path()
        kind = file_word(request.kind, self._shell.words)
        return Path(self._folder).expanduser() / self._files.suggested_name(kind, request.code)

    @Slot(object)
    def _on_edition(self, edition: Edition) -> None:
        """Another edition wants other sides of the sheet; not while one is on its way."""
        if self._request is not None and not self._is_busy:
            self._request = self._request.in_edition(edition)
            self._job.begin(usual_wishes(self._request.kind, edition))
            self._pick(self._picked)
            self._message = self._done = ""
        self._refresh()

    def _on_found(self, found: tuple[PrinterInfo, ...]) -> None:
        self._is_looking = False
        self._found = found
        if found and not self._is_busy:
            self._pick(usual_queue(found, self._last_queue))
        self._refresh()

    def _pick(self, key: str) -> None:
        self._picked = key
        self._job.fit(next((item for item in self._found if item.name == key), None))

    def _on_not_found(self, error: KioskError) -> None:
        self._is_looking = False
        self._message = fault_text(error, self._shell.words)
        self._refresh()

    def _on_done(self, kind: DocumentKind, target: Target, handed: HandedOver) -> None:
        self._is_busy = False
        if target.path is None:
            self._last_queue = target.queue
        names = {item.name: item.description for item in self._found}
        printer = names.get(target.queue, target.queue) if target.path is None else ""
        self._done = done_text(kind, printer, target.path or Path(), handed, self._shell.words)
        if handed.job is not None:
            self._printed.follow(handed.job)
        self.changed.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._is_busy = False
        self._message = fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _on_page(self) -> None:
        """A page that nobody sees asks no printer."""
        if self._shell.current not in _PAGES:
            self._printed.forget()

    @Slot()
    def _refresh(self) -> None:
        words, target = self._shell.words, self._picked
        kind = None if self._request is None else self._request.kind
        self._targets.show(target_rows(self._found, kind, target, words, has_file=self._has_file))
        self._editions.show(self._request)
        self._job.refresh()
        self.changed.emit()
