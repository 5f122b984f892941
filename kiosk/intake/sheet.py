"""A table with headings, found in the rows of a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.intake_reasons import FileReason
from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.columns import column_of
from kiosk.intake.grid import Grid, SheetRow

# Fewer understood headings than this is chance, unless most of the row is understood.
_LEAST_HEADINGS = 3
# As many as a list needs; a row of fewer words is a title.
_LEAST_STRANGE_HEADINGS = 6
# Case systems write a title and the day above the headings.
HEADING_WITHIN_ROWS = 10
"""Rows in which headings are looked for."""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """Where headings may stand.

    Attributes:
        understood: How many of them are; 0 where it only looks like a row of headings.
        cells: How many headings there are.
        number: Number of the row, from 1.
    """

    understood: int
    cells: int
    number: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings and every row below them that is not blank.

    Attributes:
        name: As the tab says; empty for a CSV file.
        heading_row: Number of the row of headings, from 1.
        hidden_rows: How many of the rows are hidden in the spreadsheet program.
        is_workbook: Whether cells keep their places: then no separator can have moved them.
        starts_1904: Whether days are counted from 1904.
    """

    heading_row: int
    headings: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    name: str = ""
    hidden_rows: int = 0
    is_workbook: bool = False
    starts_1904: bool = False


def heading_row(rows: Sequence[SheetRow]) -> HeadingRow | None:
    """The row with which most headings are understood; the first of equals.

    Where none is understood, the first of the fullest rows that hold words only.
    """
    found = [known for row in rows if (known := _known(row)) is not None]
    strange = [HeadingRow(0, len(_filled(row)), row.number) for row in rows if _is_words(row)]
    if found:
        return max(found, key=lambda row: row.understood)
    return max(strange, key=lambda row: row.cells, default=None)


def _known(row: SheetRow) -> HeadingRow | None:
    filled = _filled(row)
    understood = sum(column_of(cell) is not None for cell in filled)
    if understood >= _LEAST_HEADINGS or understood * 2 > len(filled):
        return HeadingRow(understood, len(filled), row.number)
    return None


def _is_words(row: SheetRow) -> bool:
    """Whether a row looks like headings that are not understood: all of it words, all different."""
    filled = _filled(row)
    is_full = len(filled) >= _LEAST_STRANGE_HEADINGS and len(set(filled)) == len(filled)
    return is_full and not row.kinds and all(map(_is_word, filled))


def _is_word(cell: str) -> bool:
    """Whether a cell may be a heading: it begins with a letter and holds no number of a person."""
    return cell[0].isalpha() and not holds_birth_number(cell) and sum(map(str.isdigit, cell)) <= 1


def _filled(row: SheetRow) -> list[str]:
    return [" ".join(cell.split()) for cell in row.cells if cell.strip()]


def below(grid: Grid, number: int, *, is_workbook: bool) -> Sheet:
    """The table below a row of headings.

    Raises:
        CaseListError: There is nothing below it.
    """
    heading, *rows = (row for row in grid.rows if row.number >= number)
    if not rows:
        raise CaseListError(Refusal(FileReason.NO_ROWS.value))
    names = [" ".join(cell.split()) for cell in heading.cells]
    if is_workbook:
        widest = max(len(row.cells) for row in rows)
        names += [""] * (widest - len(names))
    return Sheet(
        heading_row=heading.number,
        headings=tuple(names),
        rows=tuple(rows),
        name=grid.name,
        hidden_rows=sum(row.number in grid.hidden_rows for row in rows),
        is_workbook=is_workbook,
        starts_1904=grid.starts_1904,
    )
