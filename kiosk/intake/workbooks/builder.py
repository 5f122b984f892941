"""From cells as they come to the rows of a sheet."""

from collections.abc import Mapping

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.grid import Grid, SheetRow
from kiosk.intake.workbooks.values import Cell

MOST_ROWS = 200_000
MOST_COLUMNS = 500
_MOST_CELLS = 6_000_000
# No case fills more rows, so a cell that spans more is not about a case.
_TALLEST_SPAN = 200


class GridBuilder:
    """Collects the cells of one sheet."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Cell]] = {}
        self._hidden: set[int] = set()
        self._spans: list[tuple[int, int, int]] = []
        self._cells = 0

    def row(self, number: int, cells: Mapping[int, Cell], *, is_hidden: bool = False) -> None:
        """Take in a row, counted from 1, with its cells by place from 0; blank ones are skipped.

        Raises:
            CaseListError: The sheet is larger than any case list.
        """
        filled = {place: cell for place, cell in cells.items() if cell[0].strip() or cell[1]}
        if not filled:
            return
        self._cells += len(filled)
        is_wide = max(filled) >= MOST_COLUMNS
        if is_wide or len(self._rows) >= MOST_ROWS or self._cells > _MOST_CELLS:
            raise too_large()
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


def too_large() -> CaseListError:
    """A sheet with more than any case list has."""
    return CaseListError(Refusal(FileReason.SHEET_TOO_LARGE.value))
