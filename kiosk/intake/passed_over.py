"""Rows below the headings that are about no case: sums, headings of the next page, single values."""

import re
from collections.abc import Mapping

from kiosk.app.intake_reasons import RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.intake.grid import CellKind, SheetRow
from kiosk.intake.sheet import Sheet
from kiosk.intake.spelling import key

# First words of such rows, as ``key`` leaves them: "I alt" is known by both of its own.
_SUMS = frozenset(
    {"sum", "delsum", "sluttsum", "totalsum", "total", "totalt", "subtotal", "antall", "antal"}
    | {"tal", "ialt", "iallt", "gjennomsnitt", "snitt"}
)
_NUMBER = re.compile(r"[-+]?\d[\d .,\u00a0\u202f]*(?:%|t|timer|timar|stk\.?)?", re.IGNORECASE)


def passed_over(sheet: Sheet) -> Mapping[int, RowProblem]:
    """A notice for each row that is no case, by its number; a row that may be one is never here."""
    headings = tuple(filter(None, sheet.headings))
    found = {row.number: _reason(row, headings) for row in sheet.rows}
    return {
        number: RowProblem(number, "", "", reason.value)
        for number, reason in found.items()
        if reason is not None
    }


def _reason(row: SheetRow, headings: tuple[str, ...]) -> RowReason | None:
    if CellKind.NO_RESULT in row.kinds.values():
        return None
    first, *others = filter(None, (" ".join(cell.split()) for cell in row.cells))
    if not others:
        return RowReason.ROW_OF_ONE_CELL
    if (first, *others) == headings:
        return RowReason.ROW_OF_HEADINGS
    if _is_sum(first) and all(map(_NUMBER.fullmatch, others)):
        return RowReason.ROW_OF_SUMS
    return None


def _is_sum(text: str) -> bool:
    words = text.split()
    return key(words[0]) in _SUMS or key("".join(words[:2])) in _SUMS
