"""Numbers, days and truth values of spreadsheets as the texts that a CSV export would have."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from math import floor, isfinite

from kiosk.intake.grid import CellKind

TRUE, FALSE = "SANN", "USANN"
"""As a Norwegian spreadsheet program shows them."""

Cell = tuple[str, CellKind | None]
"""What stands in a cell, and what it is unless it is text."""

_DAY_ZERO = date(1899, 12, 30)
_DAY_ZERO_1904 = date(1904, 1, 1)
# The first spreadsheet program took 1900 for a leap year; days before its 29 February differ.
_LEAP_DAY = 60
_LAST_DAY = 2_958_465
_EXACT = 10**15
_SECONDS = 86_400
_MINUTE = 60


def number_text(written: str) -> str:
    """A number without exponent, with the fifteen digits that spreadsheets keep.

    Raises:
        ValueError: It is no number.
    """
    if written.isascii() and written.isdigit():
        return written
    value = float(written)
    if not isfinite(value):
        raise ValueError(written)
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return format(Decimal(f"{value:.15g}"), "f")


def day_of(serial: int, *, starts_1904: bool) -> date | None:
    """The day that a spreadsheet counts as a number; None for a number that is none."""
    if not 0 < serial <= _LAST_DAY or (serial == _LEAP_DAY and not starts_1904):
        return None
    if starts_1904:
        return _DAY_ZERO_1904 + timedelta(days=serial)
    return _DAY_ZERO + timedelta(days=serial + (serial < _LEAP_DAY))


def day_cell(written: str, *, starts_1904: bool) -> Cell:
    """A cell that is shown as a day, with its time unless that is midnight.

    Raises:
        ValueError: It is no number.
    """
    value = float(written)
    seconds = round((value - floor(value)) * _SECONDS)
    day = day_of(floor(value), starts_1904=starts_1904)
    if day is None:
        return number_text(written), CellKind.NUMBER
    moment = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)  # noqa: DTZ001
    return moment_text(moment), CellKind.DATE


def moment_text(moment: datetime) -> str:
    """A day as 2026-11-03, with the time where it is not midnight."""
    if moment == datetime(moment.year, moment.month, moment.day):  # noqa: DTZ001  wall time
        return moment.date().isoformat()
    return moment.isoformat(" ", "minutes")


def time_cell(written: str) -> Cell:
    """A cell that is shown as hours and minutes.

    Raises:
        ValueError: It is no number.
    """
    minutes = round(float(written) * _SECONDS / _MINUTE)
    hours, rest = divmod(minutes, _MINUTE)
    return f"{hours}:{rest:02}", CellKind.DATE
