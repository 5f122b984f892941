"""Days that a spreadsheet holds as numbers: 15049 is 14 March 1941."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kiosk.app.intake_reasons import RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.intake.columns import DAYS
from kiosk.intake.grid import CellKind, SheetRow
from kiosk.intake.headings import Headings
from kiosk.intake.sheet import Sheet
from kiosk.intake.workbooks.values import day_of

_FEWEST_DIGITS, _MOST_DIGITS = 4, 5
# A number of four digits that may be a year is no day.
_YEARS = range(1850, 2201)
# 010341 without its zero.
_LOST_ZERO = re.compile(r"[1-9](?:0[1-9]|1[0-2])\d\d", re.ASCII)


def with_days(sheet: Sheet, headings: Headings) -> tuple[Sheet, list[RowProblem]]:
    """The sheet with days in place of such numbers, and one notice for each column that has some.

    A column is left as it is when one of its numbers cannot be a day, or when all of them may as
    well be a day, a month and a year whose zero in front is lost: nobody could tell.
    """
    days: dict[int, Mapping[int, str]] = {}
    notices = []
    for column in DAYS:
        for place in headings.places(column):
            if found := _days(list(_numbers(sheet.rows, place)), starts_1904=sheet.starts_1904):
                days[place] = found
                notices.append(_notice(sheet, headings.of(column), place, found))
    return replace(sheet, rows=tuple(_with(row, days) for row in sheet.rows)), notices


def _numbers(rows: Sequence[SheetRow], place: int) -> Iterator[tuple[int, str]]:
    """Number of the row and text of every cell of a column that holds a number."""
    for row in rows:
        if row.kinds.get(place) is CellKind.NUMBER:
            yield row.number, row.cells[place]


def _days(numbers: Sequence[tuple[int, str]], *, starts_1904: bool) -> Mapping[int, str]:
    """Days by number of the row; empty where the column is left as it is."""
    if all(_LOST_ZERO.fullmatch(text) for _, text in numbers):
        return {}
    days = {number: _day(text, starts_1904=starts_1904) for number, text in numbers}
    known = {number: day for number, day in days.items() if day is not None}
    return known if len(known) == len(days) else {}


def _day(text: str, *, starts_1904: bool) -> str | None:
    is_count = text.isdigit() and _FEWEST_DIGITS <= len(text) <= _MOST_DIGITS
    if not is_count or int(text) in _YEARS:
        return None
    day = day_of(int(text), starts_1904=starts_1904)
    return None if day is None else day.isoformat()


def _with(row: SheetRow, days: Mapping[int, Mapping[int, str]]) -> SheetRow:
    own = {place: found[row.number] for place, found in days.items() if row.number in found}
    if not own:
        return row
    cells = tuple(own.get(place, cell) for place, cell in enumerate(row.cells))
    return replace(row, cells=cells, kinds={**row.kinds, **dict.fromkeys(own, CellKind.DATE)})


def _notice(sheet: Sheet, heading: str, place: int, found: Mapping[int, str]) -> RowProblem:
    row = next(row for row in sheet.rows if row.number in found)
    day = date.fromisoformat(found[row.number]).strftime("%d.%m.%Y")
    values = (("number", row.cells[place]), ("day", day), ("row", str(row.number)))
    return RowProblem(sheet.heading_row, heading, "", RowReason.COUNTED_DAYS.value, values)
