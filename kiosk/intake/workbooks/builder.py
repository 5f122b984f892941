"""From cells as they come to the rows of a sheet."""

from collections.abc import Mapping

from kiosk.app.intake_reasons import FileReason
from kiosk.intake.grid import Grid, SheetRow
from kiosk.intake.workbooks.package import refused
from kiosk.intake.workbooks.values import Cell

MOST_ROWS = 200_000
MOST_COLUMNS = 500
_MOST_CELLS = 8_000_000
_MOST_SHEETS = 200
# No case fills more rows, so a cell that spans more is not about a case.
_TALLEST_SPAN = 200


class Room:
    """How much all sheets of a file may fill together."""

    def __init__(self) -> None:
        self._cells = 0
        self._sheets = 0

    def take_sheet(self) -> None:
        """One more sheet.

        Raises:
            CaseListError: There are more than in any workbook with a case list.
        """
        self._sheets += 1
        if self._sheets > _MOST_SHEETS:
            raise refused(FileReason.SHEET_TOO_LARGE)

    def take(self, cells: int) -> None:
        """Room for so many cells more.

        Raises:
            CaseListError: The workbook is larger than any case list.
        """
        self._cells += cells
        if self._cells > _MOST_CELLS:
            raise refused(FileReason.SHEET_TOO_LARGE)


class GridBuilder:
    """Collects the cells of one sheet, however far apart they stand."""

    def __init__(self, room: Room) -> None:
        room.take_sheet()
        self._room = room
        self._rows: dict[int, dict[int, Cell]] = {}
        self._hidden: set[int] = set()
        self._spans: list[tuple[int, int, int]] = []

    def row(self, number: int, cells: Mapping[int, Cell], *, is_hidden: bool = False) -> None:
        """Take in a row, counted from 1, with its cells by place from 0; blank ones are skipped.

        Raises:
            CaseListError: The sheet is larger than any case list.
        """
        filled = {place: cell for place, cell in cells.items() if cell[0].strip() or cell[1]}
        if not filled:
            return
        width = max(filled) + 1
        if width > MOST_COLUMNS or len(self._rows) >= MOST_ROWS:
            raise refused(FileReason.SHEET_TOO_LARGE)
        # Empty cells between others take room too.
        self._room.take(width)
        self._rows[number] = filled
        if is_hidden:
            self._hidden.add(number)

    def span(self, place: int, first: int, last: int) -> None:
        """Remember that a cell of one column spans rows, both counted."""
        if first < last < first + _TALLEST_SPAN:
            self._spans.append((place, first, last))

    def grid(self, name: str, *, is_hidden: bool, starts_1904: bool) -> Grid:
        """The sheet."""
        self._fill_spans()
        rows = (_row(number, self._rows[number]) for number in sorted(self._rows))
        hidden = frozenset(self._hidden)
        return Grid(name, tuple(rows), is_hidden, hidden, starts_1904)

    def _fill_spans(self) -> None:
        """A cell over several rows says the same about each of them that says anything."""
        for place, first, last in self._spans:
            cell = self._rows.get(first, {}).get(place)
            for number in range(first + 1, last + 1):
                if cell is not None and number in self._rows:
                    self._rows[number].setdefault(place, cell)


def _row(number: int, cells: Mapping[int, Cell]) -> SheetRow:
    texts = tuple(cells[place][0] if place in cells else "" for place in range(max(cells) + 1))
    kinds = {place: kind for place, (_, kind) in cells.items() if kind is not None}
    return SheetRow(number, texts, kinds) if kinds else SheetRow(number, texts)
