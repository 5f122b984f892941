"""Days as people type them."""

import re
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def typed_day(text: str) -> date | None:
    """The day in a text such as 3.11.2026, 03.11.2026 or 2026-11-03; None for any other text."""
    stripped = text.strip()
    if found := _DAY_FIRST.fullmatch(stripped):
        day, month, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(stripped):
        year, month, day = found.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def as_typed(day: date) -> str:
    """A day as people would type it, for example ``03.11.2026``."""
    return f"{day:%d.%m.}{day.year:04}"
