"""Statements of disposal as files, also of disposals long ago."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.disposal_texts import disposal_line
from kiosk.app.fault_texts import fault_text
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError, PrintError
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_files import StaffFiles
from kiosk.ui.tasks import Lane, Tasks

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class DisposalStatements(QObject):
    """What the record tells of disposals, and the folder where statements go.

    Signals:
        changed: The list, the folder, or what is told.
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
        self._program = program
        self._shell = shell
        self._files = files
        self._tasks = tasks
        self._folder = ""
        self._message = self._done = ""
        self._is_busy = False
        self._earlier = RowsModel(("key", "text"), self)
        shell.spoken.connect(self._refresh)

    def show(self) -> None:
        """Begin without a word about earlier files."""
        self._message = self._done = ""
        self._folder = self._folder or str(self._files.folders()[0])
        self.read()

    def read(self) -> None:
        """Read the list anew."""
        self._refresh()

    @Property(str, notify=changed)
    def folder(self) -> str:
        """Where statements go, as written."""
        return self._folder

    @Property(RowsModel, constant=True)
    def earlier(self) -> RowsModel:
        """Disposals that the record tells of, newest first; may be empty."""
        return self._earlier

    @Property(bool, notify=changed)
    def isBusy(self) -> bool:
        """A statement is being written."""
        return self._is_busy

    @Property(str, notify=changed)
    def message(self) -> str:
        """Why no statement was written; empty when nothing went wrong."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """Which files were written last, and where; empty before."""
        return self._done

    @property
    def has_folder(self) -> bool:
        """Whether the folder is there."""
        return self._place is not None and self._place.is_dir()

    @Slot(str)
    def writeFolder(self, text: str) -> None:
        """Keep the folder while it is written."""
        self._folder = text

    @Slot(str)
    def write(self, key: str) -> None:
        """Write the statement of a disposal, PDF and JSON; a second tap meanwhile does nothing."""
        if self._is_busy:
            return
        place = self._place
        if place is None:
            self._on_failed(PrintError("printing.no_folder"))
            return
        self._is_busy, self._message, self._done = True, "", ""
        self.changed.emit()
        name = self._shell.words.pgettext("file name", "disposal")
        path = place / self._files.suggested_name(name, key)
        use_case, write = self._program.dispose_cases, self._files.write_pdf

        def work() -> None:
            pdf, values = use_case.statement_of(key)
            write(pdf, path)
            write(values, path.with_suffix(".json"))

        # Not among the storing, which must not wait for a slow stick.
        self._tasks.run(work, lambda _none: self._on_done(path), self._on_failed, Lane.PAPER)

    @property
    def _place(self) -> Path | None:
        """The folder; None for nothing, or the home of a user that the machine does not know."""
        folder = self._folder.strip()
        with suppress(RuntimeError):
            return Path(folder).expanduser() if folder else None
        return None

    def _on_done(self, path: Path) -> None:
        text = self._shell.words.gettext(
            "The statement is in the folder {folder}, as {file} and as JSON for programs."
        )
        self._is_busy, self._done = False, text.format(folder=path.parent, file=path.name)
        self.changed.emit()

    def _on_failed(self, error: KioskError) -> None:
        self._is_busy, self._message = False, fault_text(error, self._shell.words)
        self.changed.emit()

    @Slot()
    def _refresh(self) -> None:
        words = self._shell.words
        # Nothing is shown of them before the page is opened.
        told = self._program.dispose_cases.told() if self._folder else ()
        self._earlier.show(
            [{"key": each.event.id, "text": disposal_line(each, words)} for each in told]
        )
        self.changed.emit()
