"""A screen in cells, each of which a finger has to reach once (access O16)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

CELL_MM = 40.0
"""A dead strip of a touch screen is seldom narrower than a finger; a cell holds two or three."""

_LEAST, _MOST = 3, 16


@dataclass(frozen=True, slots=True)
class TouchGrid:
    """Cells of equal size that fill a screen.

    Attributes:
        touched: Numbers of cells, from 0, row by row.
    """

    columns: int
    rows: int
    touched: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How many cells there are."""
        return self.columns * self.rows

    @property
    def is_whole(self) -> bool:
        """Whether every cell was touched."""
        return len(self.touched) == self.count

    def cell_at(self, across: float, down: float) -> int | None:
        """Which cell lies there; None outside the screen.

        Args:
            across: Share of the width, from 0 at the left edge.
            down: Share of the height, from 0 at the top.
        """
        if not (0 <= across < 1 and 0 <= down < 1):
            return None
        return int(down * self.rows) * self.columns + int(across * self.columns)

    def with_touched(self, cell: int) -> "TouchGrid":
        """One cell more; the same again changes nothing."""
        return replace(self, touched=self.touched | {cell})

    def missing_by_row(self) -> Mapping[int, tuple[int, ...]]:
        """Columns that nobody touched by their row, all from 1; whole rows are left out."""
        return {
            row: tuple(column for _, column in cells)
            for row, cells in groupby(self.missing(), key=itemgetter(0))
        }

    def missing(self) -> Iterator[tuple[int, int]]:
        """Row and column, both from 1, of cells that nobody touched, row by row."""
        for cell in range(self.count):
            if cell not in self.touched:
                row, column = divmod(cell, self.columns)
                yield row + 1, column + 1


def grid_for(width_mm: float, height_mm: float) -> TouchGrid:
    """A grid for a screen of this size."""
    return TouchGrid(_fitting(width_mm), _fitting(height_mm))


def _fitting(length_mm: float) -> int:
    return min(_MOST, max(_LEAST, round(length_mm / CELL_MM)))
