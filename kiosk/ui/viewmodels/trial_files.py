"""What a tried rule gave, as files: a report, and tables for a spreadsheet."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.fault_texts import fault_text
from kiosk.app.nonchoice.tried import tables_csv
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError, PrintError
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from kiosk.app.nonchoice.tried import Tried

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class TrialFiles(QObject):
    """Writes the last result to a folder that exists, in the language of the page.

    Signals:
        changed: The folder, or what is told.
    """

    changed = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        files: StaffFiles,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._use_case = program.try_rule
        self._shell = shell
        self._files = files
        self._tasks = tasks
        self._tried: Tried | None = None
        self._folder = self._message = self._done = ""
        self._is_busy = False

    def show(self) -> None:
        """Begin without a word about earlier files."""
        self._message = self._done = ""
        self._folder = self._folder or str(self._files.folders()[0])
        self.changed.emit()

    def keep(self, tried: "Tried") -> None:
        """This is what is written from now on."""
        self._tried = tried
        self._message = self._done = ""
        self.changed.emit()

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Where files go, as written."""
        return self._folder

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why the last file was not written; empty when it was."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """Which file was written last; empty before."""
        return self._done

    @Slot(str)
    def writeFolder(self, text: str) -> None:
        """Keep the folder while it is written."""
        self._folder = text

    @Slot()
    def saveReport(self) -> None:
        """Write the report as PDF."""
        use_case, tried, words = self._use_case, self._tried, self._shell.words
        if use_case is not None and tried is not None:
            self._save(lambda: use_case.report(tried, words), ".pdf")

    @Slot()
    def saveTables(self) -> None:
        """Write the tables for a spreadsheet."""
        tried, words = self._tried, self._shell.words
        if tried is not None:
            self._save(lambda: tables_csv(tried, words), ".csv")

    def _save(self, content: Callable[[], bytes], ending: str) -> None:
        place, tried = self._place, self._tried
        if self._is_busy or tried is None:
            return
        if place is None:
            self._on_failed(PrintError("printing.no_folder"))
            return
        self._is_busy, self._message, self._done = True, "", ""
        self.changed.emit()
        name = self._shell.words.pgettext("file name", "tried-rule")
        path = (place / self._files.suggested_name(name, tried.on.isoformat())).with_suffix(ending)
        write = self._files.write_pdf
        # Not among the storing, which must not wait for a slow stick.
        self._tasks.run(
            lambda: write(content(), path),
            lambda _none: self._on_done(path),
            self._on_failed,
            Lane.PAPER,
        )

    @property
    def _place(self) -> Path | None:
        """The folder; None for nothing, or the home of a user that the machine does not know."""
        folder = self._folder.strip()
        with suppress(RuntimeError):
            return Path(folder).expanduser() if folder else None
        return None

    def _on_done(self, path: Path) -> None:
        text = self._shell.words.gettext("Saved in the folder {folder}, as {file}.")
        self._is_busy, self._done = False, text.format(folder=path.parent, file=path.name)
        self.changed.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._is_busy, self._message = False, fault_text(error, self._shell.words)
        self.changed.emit()
