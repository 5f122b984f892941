"""The page on which a finger has to reach every part of the screen (access O16)."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.app.self_test import Tested
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.domain.touch_grid import TouchGrid, grid_for
from kiosk.ui.models.rows import RowsModel
from kiosk.ui.qtkit import Property, QmlUncreatable
from kiosk.ui.shell import AppShell
from kiosk.ui.theme_source import ThemeSource

QML_IMPORT_NAME = "Kiosk.Backend"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the application")
class TouchTry(QObject):
    """A screen in cells; a key touches none of them, since it proves nothing about touch.

    Signals:
        changed: Another cell was touched.
        divided: The screen has other cells.
        ended: It is over; carries a ``Tested``.
    """

    changed = Signal()
    divided = Signal()
    ended = Signal(object)

    def __init__(self, shell: AppShell, theme: ThemeSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._theme = theme
        self._grid = TouchGrid(1, 1)
        self._cells = RowsModel(("touched",), self)

    @Slot(float, float)
    def begin(self, width_px: float, height_px: float) -> None:
        """Divide a screen of this size, none of it touched."""
        per_mm = self._theme.device.px_per_mm
        self._grid = grid_for(width_px / per_mm, height_px / per_mm)
        self._cells.show([])
        self.divided.emit()
        self._tell()

    @Property(int, notify=divided)
    def columns(self) -> int:
        """Cells side by side."""
        return self._grid.columns

    @Property(int, notify=divided)
    def rows(self) -> int:
        """Cells on top of one another."""
        return self._grid.rows

    @Property(RowsModel, constant=True)
    def cells(self) -> RowsModel:
        """Whether each cell was touched, row by row."""
        return self._cells

    @Property(str, notify=changed)
    def progress(self) -> str:
        """How many cells were touched."""
        words = self._shell.words
        text = words.gettext("{done} of {count} fields are touched.")
        done, count = len(self._grid.touched), self._grid.count
        return text.format(done=words.number(done), count=words.number(count))

    @Slot(float, float)
    def touch(self, across: float, down: float) -> None:
        """A finger is here, in shares of width and height; the last cell ends the test."""
        cell = self._grid.cell_at(across, down)
        if cell is None or cell in self._grid.touched:
            return
        self._grid = self._grid.with_touched(cell)
        self._tell()
        if self._grid.is_whole:
            self.end()

    @Slot()
    def end(self) -> None:
        """Tell what was found, with the cells that nobody reached."""
        if self._grid.is_whole:
            self.ended.emit(Tested(TestName.TOUCH, TestEnd.PASSED, "touch.whole"))
            return
        words = self._shell.words
        text = words.gettext("row {row}, columns {columns}")
        cells = [
            text.format(row=row, columns=words.and_list(map(str, columns)))
            for row, columns in self._grid.missing_by_row().items()
        ]
        values = {"cells": "; ".join(cells)}
        self.ended.emit(Tested(TestName.TOUCH, TestEnd.FAILED, "touch.missing", values))

    @Slot()
    def leaveOut(self) -> None:
        """Nobody tried, as on a screen that feels no finger."""
        self.ended.emit(Tested(TestName.TOUCH, TestEnd.LEFT_OUT, "by_hand"))

    def _tell(self) -> None:
        grid = self._grid
        self._cells.show([{"touched": cell in grid.touched} for cell in range(grid.count)])
        self.changed.emit()
