"""Letters that can be printed for the case that is shown."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.case_letters import printable_letters
from kiosk.app.mailout.left_out_texts import empty_window_text
from kiosk.app.program import Program
from kiosk.domain.errors import KioskError
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.print_texts import print_title
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.viewmodels.case_details import CaseDetails

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class CaseLetters(QObject):
    """A button for each letter that tells the person something now.

    Signals:
        asked: A letter is to be printed; carries the value of a ``DocumentKind``.
        changed: The letters, or what is to be known of them, are others.
    """

    asked = Signal(str)
    changed = Signal()

    def __init__(self, program: Program, shell: AppShell, case: CaseDetails) -> None:
        super().__init__(case)
        self._program = program
        self._shell = shell
        self._case = case
        self._letters = RowsModel(("key", "name"), self)
        self._note = ""
        case.changed.connect(self._refresh)
        self._refresh()

    @Property(RowsModel, constant=True)
    def letters(self) -> RowsModel:
        """What can be printed; may be empty."""
        return self._letters

    @Property(str, notify=changed)
    def note(self) -> str:
        """That they will bear no address, and why; empty where they do, or where there are none."""
        return self._note

    @Slot(str)
    def print(self, key: str) -> None:
        """To the printers with a letter."""
        self.asked.emit(key)

    @Slot()
    def _refresh(self) -> None:
        self._letters.show([])
        self._note = ""
        if self._case.reference:
            # A case that cannot be read says so elsewhere on the page.
            with suppress(KioskError):
                self._read()
        self.changed.emit()

    def _read(self) -> None:
        program, words = self._program, self._shell.words
        file, today = program.record.case_file(self._case.reference), program.clock.now().date()
        found = printable_letters(file, program.municipality, program.record, today)
        rows = [{"key": each.value, "name": print_title(each, words)} for each in found]
        self._letters.show(rows)
        self._note = empty_window_text(file.case, words) if rows else ""
