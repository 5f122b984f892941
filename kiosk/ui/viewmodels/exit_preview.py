"""An exit as it would be announced: whom it concerns, and what to look out for."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.exits.exit_status import ExitStatus
from kiosk.app.exits.preview_texts import preview_lines, preview_warnings
from kiosk.app.exits.provider_exits import Planned
from kiosk.app.program import Program
from kiosk.ui.exit_rows import ROOM_FIELDS, room_rows
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class ExitPreview(QObject):
    """Empty before something was looked at; nothing of it is stored."""

    def __init__(self, program: Program, shell: AppShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._shell = shell
        self._looked: tuple[Planned, ExitStatus] | None = None
        self._lines = RowsModel(("text",), self)
        self._warnings = RowsModel(("text",), self)
        self._rooms = RowsModel(ROOM_FIELDS, self)
        shell.spoken.connect(self._speak)

    def show(self, wanted: Planned, status: ExitStatus) -> None:
        """Keep what was looked at."""
        self._looked = (wanted, status)
        self._speak()

    def forget(self) -> None:
        """Keep nothing."""
        self._looked = None
        self._speak()

    @property
    def shown(self) -> Planned | None:
        """What was looked at, as it was shown: also where midnight passes before it is announced.

        None before the look.
        """
        if self._looked is None:
            return None
        wanted, status = self._looked
        return replace(wanted, answer_by=status.exit.answer_by)

    @Property(RowsModel, constant=True)
    def lines(self) -> RowsModel:
        """What would be announced, whom it concerns, and who takes over."""
        return self._lines

    @Property(RowsModel, constant=True)
    def warnings(self) -> RowsModel:
        """What to look out for; may be empty."""
        return self._warnings

    @Property(RowsModel, constant=True)
    def rooms(self) -> RowsModel:
        """Room of the others; may be empty."""
        return self._rooms

    @Slot()
    def _speak(self) -> None:
        words, content = self._shell.words, self._program.municipality
        status = None if self._looked is None else self._looked[1]
        lines = () if status is None else preview_lines(status, content, words)
        warned = () if status is None else preview_warnings(status, content, words)
        self._lines.show([{"text": line} for line in lines])
        self._rooms.show(room_rows(status, content, words))
        self._warnings.show([{"text": line} for line in warned])
