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


FAULT = re.compile(r"#(?:[A-ZÆØÅ_/0]{2,20}[!?]|N/A|I/T|GETTING_DATA|#+)|(?:Err|Feil):\d{3}")
"""What a spreadsheet shows in place of a value that it cannot work out, in English or Norwegian."""

# With the midnight that databases add to a date.
_MIDNIGHT = r"(?:[ T]00:00(?::00(?:[.,]0+)?)?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}){_MIDNIGHT}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_MIDNIGHT}", re.ASCII)
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{2}|\d{6}", re.ASCII)
_FIRST_YEAR = 1900
_LAST_YEAR = 2199


def to_date(text: str) -> date:
    """A date such as 03.11.2026, 3.11.2026 or 2026-11-03, in a year that a case may name.

    Raises:
        CellError: Another form, a year of two digits, a day that no calendar has, another year.
    """
    found = to_any_date(text)
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise CellError(RowReason.YEAR_UNLIKELY)
    return found


def to_any_date(text: str) -> date:
    """A date of any year, for who knows better which years are likely.

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
        return date(year, month, day)
    except ValueError:
        raise CellError(RowReason.DATE_IMPOSSIBLE) from None


# One or two digits after a comma or point are parts of an hour, as in 25,9 and 25.90. Three might
# be thousands, and a colon might be minutes: neither is guessed.
_HOURS = re.compile(
    r"(\d{1,6}(?:[.,]\d{1,2})?)\s*(?:t|timer|timar|h)?\.?", re.ASCII | re.IGNORECASE
)


def to_hours(text: str) -> Decimal:
    """Hours, with a comma or a point before at most two decimals.

    Raises:
        CellError: Not such a number.
    """
    match = _HOURS.fullmatch(text)
    if match is None:
        raise CellError(RowReason.HOURS_NOT_UNDERSTOOD)
    return Decimal(match[1].replace(",", "."))


# Eight digits, also in groups, after the number of the country where somebody wrote it.
_NORWEGIAN_PHONE = re.compile(
    r"(?<![\d+])(?:(?:\+|00)? ?\(?47\)?[ .-]?)?(?!00)(?:\d[ .-]?){7}\d(?!\d)", re.ASCII
)
_FOREIGN_PHONE = re.compile(r"(?<!\d)(?:\+|00)(?!47)[1-9](?:[ .()-]{0,2}\d){6,13}(?!\d)", re.ASCII)


def to_phone(text: str) -> str:
    """A telephone number as written, also with words around it.

    Raises:
        CellError: There is no number of eight digits, and none of another country.
    """
    if _NORWEGIAN_PHONE.search(text) or _FOREIGN_PHONE.search(text):
        return text
    raise CellError(RowReason.PHONE_NOT_UNDERSTOOD)


_POSTCODE = re.compile(r"(?:NO?-? ?)?(\d{4})", re.ASCII | re.IGNORECASE)
_FOREIGN_POSTCODE = re.compile(r"[A-Z]{1,3}[- ]?\d[A-Z\d -]{2,8}", re.ASCII | re.IGNORECASE)


def to_postcode(text: str) -> str:
    """Four digits, or another country's postcode with the letters of the country, as written.

    Raises:
        CellError: Neither.
    """
    if match := _POSTCODE.fullmatch(text):
        return match[1]
    if _FOREIGN_POSTCODE.fullmatch(text):
        return text
    raise CellError(RowReason.POSTCODE_IMPOSSIBLE)
