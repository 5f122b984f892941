"""One cell at a time: dates and numbers as case systems write them."""

import re
from datetime import date
from decimal import Decimal

from kiosk.app.intake_reasons import RowReason


class CellError(Exception):
    """A cell that is not understood; never shown, turned into a ``RowProblem``.

    Attributes:
        reason: Why not.
        values: Values for the sentence.
    """

    def __init__(self, reason: RowReason, **values: str) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.values = tuple(values.items())


# With the midnight that databases add to a date.
_MIDNIGHT = r"(?:[ T]00:00(?::00(?:[.,]0+)?)?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}){_MIDNIGHT}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_MIDNIGHT}", re.ASCII)
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2}|\d{6}", re.ASCII)
_FIRST_YEAR = 1880
_LAST_YEAR = 2199


def to_date(text: str) -> date:
    """A date such as 03.11.2026, 3.11.2026 or 2026-11-03.

    Raises:
        CellError: Another form, a year of two digits, or a day that no calendar has.
    """
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
    elif match := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif _TWO_DIGIT_YEAR.fullmatch(text):
        raise CellError(RowReason.DATE_TWO_DIGIT_YEAR)
    else:
        raise CellError(RowReason.DATE_NOT_UNDERSTOOD)
    try:
        found = date(year, month, day)
    except ValueError:
        raise CellError(RowReason.DATE_IMPOSSIBLE) from None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise CellError(RowReason.DATE_IMPOSSIBLE)
    return found


_HOURS = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:t|timer|timar|h)?\.?", re.ASCII | re.IGNORECASE
)
_HOURS_IN_A_WEEK = 168


def to_hours(text: str) -> Decimal:
    """Hours a week, with a comma or a point.

    Raises:
        CellError: Not a number, or more than a week has.
    """
    match = _HOURS.fullmatch(text)
    if match is None:
        raise CellError(RowReason.HOURS_NOT_UNDERSTOOD)
    hours = Decimal(match[1].replace(",", "."))
    if hours > _HOURS_IN_A_WEEK:
        raise CellError(RowReason.HOURS_NOT_UNDERSTOOD)
    return hours
