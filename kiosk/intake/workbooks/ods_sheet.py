"""Tables of an ODS file, element by element."""

import re
from collections.abc import Mapping

from kiosk.intake.grid import CellKind, Grid
from kiosk.intake.workbooks.builder import (
    MOST_COLUMNS,
    MOST_ROWS,
    GridBuilder,
    Room,
    too_large,
)
from kiosk.intake.workbooks.values import FALSE, TRUE, Cell, number_text

# Notes, drawings and old versions hold texts that stand in no cell.
_PASSED_OVER = frozenset(
    {"annotation", "frame", "custom-shape", "control", "shapes", "tracked-changes", "forms", "g"}
)
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_NUMBERS = frozenset({"float", "percentage", "currency"})
_SPACES = {"tab": "\t", "line-break": "\n"}
_MOST_SPACES = 1000
_TIME = re.compile(r"-?PT(\d+)H(\d+)M.*", re.ASCII)
_STARTS_1904 = "1904-01-01"
# Where a link to another file keeps a copy of that file's sheet.
_COPY = ("'file:", "'http:", "'https:")


class TableListener:
    """The rows of all tables; repeated ones are written out only where they say something."""

    def __init__(self) -> None:
        self._room = Room()
        self._tables: list[tuple[str, str, GridBuilder]] = []
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._starts_1904 = False
        self._passed_over = 0
        self._row = 1
        self._row_repeats = 1
        self._row_is_hidden = False
        self._cells: dict[int, Cell] = {}
        self._place = 0
        self._cell: Mapping[str, str] = {}
        self._paragraphs: list[list[str]] = []
        self._is_paragraph = False
        self._is_in_cell = False

    def grids(self) -> tuple[Grid, ...]:
        """The sheets, order of the file."""
        return tuple(
            builder.grid(
                name, is_hidden=style in self._hidden_styles, starts_1904=self._starts_1904
            )
            for name, style, builder in self._tables
            if not name.startswith(_COPY)
        )

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a table, a row, a cell or a paragraph."""
        if self._passed_over or name in _PASSED_OVER:
            self._passed_over += 1
            return
        if self._is_in_cell:
            self._start_in_cell(name, attributes)
        elif name in _CELLS:
            self._cell, self._paragraphs, self._is_in_cell = attributes, [], True
        elif name == "table-row":
            self._row_repeats = _count(attributes, "number-rows-repeated")
            self._row_is_hidden = attributes.get("visibility", "visible") != "visible"
            self._cells, self._place = {}, 0
        else:
            self._start_table(name, attributes)

    def end(self, name: str) -> None:
        """End it."""
        if self._passed_over:
            self._passed_over -= 1
        elif name in _CELLS:
            self._end_cell(is_covered=name != "table-cell")
        elif name == "p":
            self._is_paragraph = False
        elif name == "table-row":
            self._end_row()

    def text(self, text: str) -> None:
        """A piece of a paragraph."""
        if self._is_paragraph and not self._passed_over:
            self._paragraphs[-1].append(text)

    def _start_table(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            entry = (attributes.get("name", ""), attributes.get("style-name", ""))
            self._tables.append((*entry, GridBuilder(self._room)))
            self._row = 1
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "null-date":
            self._starts_1904 = attributes.get("date-value", "").startswith(_STARTS_1904)

    def _start_in_cell(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self._paragraphs.append([])
            self._is_paragraph = True
        elif self._is_paragraph and name == "s":
            self._paragraphs[-1].append(" " * min(_count(attributes, "c"), _MOST_SPACES))
        elif self._is_paragraph:
            self._paragraphs[-1].append(_SPACES.get(name, ""))

    def _end_cell(self, *, is_covered: bool) -> None:
        self._is_in_cell = False
        repeats = _count(self._cell, "number-columns-repeated")
        text = "\n".join("".join(parts) for parts in self._paragraphs)
        cell = ("", None) if is_covered else _read(self._cell, text)
        if cell[0] or cell[1]:
            if self._place + repeats > MOST_COLUMNS:
                raise too_large()
            self._cells |= dict.fromkeys(range(self._place, self._place + repeats), cell)
            spanned = _count(self._cell, "number-rows-spanned")
            if spanned > 1 and _count(self._cell, "number-columns-spanned") == 1:
                self._builder.span(self._place, self._row, self._row + spanned - 1)
        self._place += repeats

    def _end_row(self) -> None:
        if self._cells and self._row_repeats > MOST_ROWS:
            raise too_large()
        for number in range(self._row, self._row + (self._row_repeats if self._cells else 0)):
            self._builder.row(number, self._cells, is_hidden=self._row_is_hidden)
        self._row += self._row_repeats

    @property
    def _builder(self) -> GridBuilder:
        return self._tables[-1][2]


def _count(attributes: Mapping[str, str], name: str) -> int:
    return max(1, int(attributes.get(name, "1")))


def _read(cell: Mapping[str, str], shown: str) -> Cell:
    """What stands in a cell, and what it was unless it was a text."""
    # The second form tells of faults, which the first one calls texts or numbers.
    kind = cell.get("value-type", "")
    if shown.startswith(("#", "Err:")) and ("formula" in cell or kind == "error"):
        return shown, None
    if kind in _NUMBERS:
        return _number(cell.get("value", ""), shown)
    found: Cell
    match kind:
        case "date":
            found = cell.get("date-value", ""), CellKind.DATE
        case "time":
            found = _TIME.sub(_hours, cell.get("time-value", "")), CellKind.DATE
        case "boolean":
            found = TRUE if cell.get("boolean-value") == "true" else FALSE, None
        case _:
            is_unknown = not kind and "formula" in cell and not shown
            found = (
                shown or cell.get("string-value", ""),
                CellKind.NO_RESULT if is_unknown else None,
            )
    return found


def _hours(match: re.Match[str]) -> str:
    return f"{int(match[1])}:{int(match[2]):02}"


def _number(written: str, shown: str) -> Cell:
    text = number_text(written)
    is_padded = shown.isascii() and shown.isdigit() and len(shown) > len(text)
    if is_padded and shown.lstrip("0") in {text, text.lstrip("0")}:
        # The zeros in front belong to what everybody sees: nothing is lost.
        return shown, None
    return text, CellKind.NUMBER
