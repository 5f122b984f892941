"""Rows and shared texts of an XLSX file, element by element."""

import re
from collections.abc import Mapping

from kiosk.intake.workbooks.builder import GridBuilder, Room
from kiosk.intake.workbooks.values import Cell
from kiosk.intake.workbooks.xlsx_cells import CellReader, RawCell, unescaped

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", re.ASCII | re.IGNORECASE)
_LETTERS = 26
_VALUES = frozenset({"v", "t"})


class TextsListener:
    """Texts that cells share; how to read a Japanese word aloud is no part of it."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._is_text = False
        self._is_reading_aid = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:  # noqa: ARG002
        """Begin a text, or a part of one."""
        if name == "si":
            self._parts = []
        elif name == "rPh":
            self._is_reading_aid = True
        elif name == "t":
            self._is_text = not self._is_reading_aid

    def end(self, name: str) -> None:
        """End it."""
        if name == "si":
            self.found.append(unescaped("".join(self._parts)))
        elif name == "rPh":
            self._is_reading_aid = False
        elif name == "t":
            self._is_text = False

    def text(self, text: str) -> None:
        """A piece of it."""
        if self._is_text:
            self._parts.append(text)


class SheetListener:
    """The rows of a sheet; rows and cells that name no place follow the one before."""

    def __init__(self, reader: CellReader, room: Room) -> None:
        self.builder = GridBuilder(room)
        self._reader = reader
        self._row = 0
        self._is_hidden = False
        self._cells: dict[int, Cell] = {}
        self._place = -1
        self._cell: Mapping[str, str] = {}
        self._value: list[str] | None = None
        self._is_formula = False
        self._is_value = False
        self._is_reading_aid = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell or its value."""
        if name in _VALUES and not self._is_reading_aid:
            self._is_value = True
            self._value = self._value or []
        elif name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._is_hidden = attributes.get("hidden", "0") in {"1", "true"}
            self._cells, self._place = {}, -1
        elif name == "mergeCell":
            self._span(attributes.get("ref", ""))
        elif name in {"f", "rPh"}:
            self._is_formula = self._is_formula or name == "f"
            self._is_reading_aid = name == "rPh"

    def end(self, name: str) -> None:
        """End it."""
        if name in _VALUES:
            self._is_value = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self.builder.row(self._row, self._cells, is_hidden=self._is_hidden)
        elif name == "rPh":
            self._is_reading_aid = False

    def text(self, text: str) -> None:
        """A piece of a value."""
        if self._is_value and self._value is not None:
            self._value.append(text)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        named = _place(attributes.get("r", ""))
        self._place = self._place + 1 if named is None else named[0]
        self._cell, self._value, self._is_formula = attributes, None, False

    def _end_cell(self) -> None:
        style = self._cell.get("s")
        cell = RawCell(
            kind=self._cell.get("t", "n"),
            style=None if style is None else int(style),
            value=None if self._value is None else "".join(self._value),
            is_formula=self._is_formula,
        )
        read = self._reader.read(cell)
        if read[0] or read[1]:
            self._cells[self._place] = read

    def _span(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        top, bottom = _place(first), _place(last)
        if top is not None and bottom is not None and top[0] == bottom[0]:
            self.builder.span(top[0], top[1], bottom[1])


def _place(reference: str) -> tuple[int, int] | None:
    """Column from 0 and row from 1 of a reference such as ``AB12``."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return column - 1, int(match[2])
