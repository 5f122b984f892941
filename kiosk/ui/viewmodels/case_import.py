"""Taking in a case list: pick a file, look at what it would change, store it or not."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.import_wording import result_text
from kiosk.app.intake_reasons import FileReason
from kiosk.app.program import Program
from kiosk.domain.errors import CaseListError, KioskError
from kiosk.ui import import_texts
from kiosk.ui.list_reading import ReadList, read_explained, read_list
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.staff_session import StaffSession
from kiosk.ui.tasks import Tasks
from kiosk.ui.viewmodels.file_picker import FilePicker
from kiosk.ui.viewmodels.import_report import ImportReport
from kiosk.ui.viewmodels.list_headings import ListHeadings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.app.explained_headings import ListLook
    from kiosk.app.import_cases import ImportPreview, ImportResult

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1

_YES, _NO = "yes", "no"
_OF_SHEETS = frozenset({FileReason.SHEETS_SEVERAL.value, FileReason.SHEET_HIDDEN.value})


@QmlElement
@QmlUncreatable("made by the application")
class CaseImport(QObject):
    """Nothing is stored before *Hent inn*; *Avbryt* stores nothing.

    Signals:
        changed: Another file, step or message.
        left: Back to the cases.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        program: Program,
        shell: AppShell,
        session: StaffSession,
        picker: FilePicker,
        tasks: Tasks,
    ) -> None:
        super().__init__(picker.parent())
        self._program = program
        self._shell = shell
        self._session = session
        self._picker = picker
        self._tasks = tasks
        self._attempt = 0
        self._path = Path()
        self._file = ""
        self._look: ListLook | None = None
        self._explains = False
        self._preview: ImportPreview | None = None
        self._closing = ""
        self._progress = ""
        self._message = ""
        self._done = ""
        self._report = ImportReport(self)
        self._headings = ListHeadings(shell, self)
        self._sheets = RowsModel(("key", "name", "picked"), self)
        self._closings = RowsModel(("key", "name", "picked"), self)
        picker.picked.connect(self.read)

    def show(self) -> None:
        """Begin with picking a file."""
        self._forget()
        self._message = ""
        self._done = ""
        self._picker.show()
        self.changed.emit()

    @Property(FilePicker, constant=True)
    def picker(self) -> FilePicker:
        """Folders and files."""
        return self._picker

    @Property(str, notify=changed)
    def step(self) -> str:
        """``pick``, ``busy``, ``sheet``, ``columns``, ``preview`` or ``done``."""
        steps = (
            ("busy", bool(self._progress)),
            ("done", bool(self._done)),
            ("sheet", self._sheets.rowCount() > 0),
            ("columns", self._explains),
            ("preview", self._preview is not None),
        )
        return next((step for step, holds in steps if holds), "pick")

    @Property(str, notify=changed)
    def fileName(self) -> str:
        """Name of the file that was read and, for a workbook, of its sheet."""
        sheet = "" if self._look is None else self._look.listed.sheet_name
        if not sheet:
            return self._file
        text = self._shell.words.gettext("{file}, sheet {sheet}")
        return text.format(file=self._file, sheet=sheet)

    @Property(str, notify=changed)
    def progress(self) -> str:
        """What is being done; empty when nothing is."""
        return self._progress

    @Property(bool, notify=changed)
    def canCancel(self) -> bool:
        """Whether a file is being read; what is being stored can no longer be called back."""
        return self._progress != "" and self._preview is None

    @Property(str, notify=changed)
    def message(self) -> str:
        """What is wrong or missing; empty when nothing is."""
        return self._message

    @Property(str, notify=changed)
    def doneText(self) -> str:
        """What was stored; empty before."""
        return self._done

    @Property(ImportReport, constant=True)
    def report(self) -> ImportReport:
        """What the list would change."""
        return self._report

    @Property(RowsModel, constant=True)
    def sheets(self) -> RowsModel:
        """Sheets of a workbook that look like a case list, where nobody can tell which one it is."""
        return self._sheets

    @Property(ListHeadings, constant=True)
    def headings(self) -> ListHeadings:
        """Headings that are not understood, to be explained."""
        return self._headings

    @Property(bool, notify=changed)
    def canExplain(self) -> bool:
        """Whether the list has such headings."""
        return self._look is not None and bool(self._look.asked)

    @Property(RowsModel, constant=True)
    def closings(self) -> RowsModel:
        """Close them, or leave them open; nothing is picked at first."""
        return self._closings

    @Slot(str)
    def read(self, path: str) -> None:
        """Read a file and compare it with the record; nothing is stored."""
        self._path = Path(path)
        self._read_sheet("")

    @Slot(str)
    def pickSheet(self, name: str) -> None:
        """Read the sheet that is the case list."""
        self._read_sheet(name)

    @Slot()
    def explain(self) -> None:
        """Ask what the headings mean that are not understood."""
        if self._look is not None:
            self._headings.show(self._look)
            self._explains = True
            self._message = ""
            self.changed.emit()

    @Slot()
    def rememberHeadings(self) -> None:
        """Remember what they mean, and go on to the preview."""
        look, meanings = self._look, self._headings.meanings
        if look is None or self._progress:
            return
        importing, actor = self._program.import_cases, self._session.name
        self._run(lambda: read_explained(importing, look, meanings, actor))

    def _read_sheet(self, sheet: str) -> None:
        self._forget()
        path, importing = self._path, self._program.import_cases
        self._file = path.name
        self._run(lambda: read_list(importing, path, sheet))

    def _run(self, read: "Callable[[], ReadList]") -> None:
        self._message = ""
        text = self._shell.words.gettext("Reading {file} …")
        self._progress = text.format(file=self._file)
        self.changed.emit()
        attempt = self._attempt
        self._tasks.run(
            read,
            lambda found: self._on_read(attempt, found),
            lambda error: self._on_failed(attempt, error),
        )

    @Slot(str)
    def pickClosing(self, key: str) -> None:
        """Answer what shall happen to known cases that the list lacks."""
        self._closing = key
        self._message = ""
        self._show_closings()
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Store what was shown."""
        preview = self._preview
        if preview is None or self._progress:
            return
        words = self._shell.words
        if preview.missing and not self._closing:
            self._message = words.gettext("First answer whether the missing cases shall be closed.")
            self.changed.emit()
            return
        self._message = ""
        self._progress = words.gettext("Storing …")
        self.changed.emit()
        attempt, actor, closing = self._attempt, self._session.name, self._closing == _YES
        self._tasks.run(
            lambda: self._program.import_cases.confirm(preview, closing, actor),
            lambda result: self._on_stored(attempt, result),
            lambda error: self._on_failed(attempt, error),
        )

    @Slot()
    def cancel(self) -> None:
        """Store nothing; a file that is still being read is forgotten."""
        self.show()

    @Slot()
    def leave(self) -> None:
        """Back to the cases."""
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        # A result that comes after this belongs to nobody.
        self._attempt += 1
        self._look = None
        self._explains = False
        self._sheets.show([])
        self._preview = None
        self._closing = ""
        self._progress = ""
        self._file = ""

    def _on_read(self, attempt: int, found: "ReadList") -> None:
        if attempt != self._attempt:
            return
        self._progress = ""
        self._look, self._preview = found.look, found.preview
        if found.preview is None:
            self.explain()
            return
        self._explains = False
        self._report.show(found.preview, self._program.municipality, self._shell.words)
        self._show_closings()
        self.changed.emit()

    def _on_stored(self, attempt: int, result: "ImportResult") -> None:
        if attempt != self._attempt:
            return
        self._progress = ""
        self._preview = None
        self._done = result_text(result, self._shell.words)
        self.changed.emit()

    def _on_failed(self, attempt: int, error: KioskError) -> None:
        if attempt != self._attempt:
            return
        self._progress = ""
        self._message = import_texts.import_fault_text(error, self._shell.words)
        if isinstance(error, CaseListError) and error.refusal.code in _OF_SHEETS:
            names = error.refusal.values["sheets"].splitlines()
            self._sheets.show([{"key": name, "name": name, "picked": False} for name in names])
        self.changed.emit()

    def _show_closings(self) -> None:
        count = 0 if self._preview is None else len(self._preview.missing)
        names = import_texts.closing_names(count, self._shell.words)
        self._closings.show(
            [
                {"key": key, "name": name, "picked": key == self._closing}
                for key, name in zip((_NO, _YES), names, strict=True)
            ]
        )
