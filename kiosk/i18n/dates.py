"""Dates and times without Babel, whose import is felt at the start of the program.

The names are CLDR's; a test compares every day of a year with Babel.
"""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from kiosk.domain.language import Language
from kiosk.i18n.typography import NBSP

# fmt: off
_NORWEGIAN_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_BOKMAL_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_NYNORSK_DAYS = ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag")
_ENGLISH_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)
# fmt: on
MONTHS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        Language.BOKMAL: _NORWEGIAN_MONTHS,
        Language.NYNORSK: _NORWEGIAN_MONTHS,
        Language.ENGLISH: _ENGLISH_MONTHS,
    }
)
WEEKDAYS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        Language.BOKMAL: _BOKMAL_DAYS,
        Language.NYNORSK: _NYNORSK_DAYS,
        Language.ENGLISH: _ENGLISH_DAYS,
    }
)


def day_and_month(day: date, language: Language) -> str:
    """``3. mars`` or ``3 March``, hard space between."""
    point = "" if language is Language.ENGLISH else "."
    return f"{day.day}{point}{NBSP}{MONTHS[language][day.month - 1]}"


def full_date(day: date, language: Language) -> str:
    """``3. mars 2026``; may break before the year only."""
    return f"{day_and_month(day, language)} {day.year}"


def weekday_and_date(day: date, language: Language) -> str:
    """``tirsdag 3. mars 2026``."""
    return f"{WEEKDAYS[language][day.weekday()]} {full_date(day, language)}"


def time_of_day(moment: datetime, language: Language) -> str:
    """24 hours: ``10.42`` in Norwegian, ``10:42`` in English."""
    mark = ":" if language is Language.ENGLISH else "."
    return f"{moment.hour:02}{mark}{moment.minute:02}"
