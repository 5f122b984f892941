"""Red days in Norway, worked out; the packages that know them import 200 countries first."""

from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5
# Lov om helligdager § 2.
_FIXED = ((1, 1), (12, 25), (12, 26))
# Lov om 1. og 17. mai som høytidsdager, of 26 April 1947.
_MAY = ((5, 1), (5, 17))
_RED_MAY_SINCE = 1947
# Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday.
_DAYS_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)


class NorwegianCalendar:
    """Public holidays and weekends; Christmas Eve and New Year's Eve are working days."""

    def is_working_day(self, day: date) -> bool:
        """Whether ``day`` is neither a Saturday, a Sunday nor a public holiday."""
        return day.weekday() < _SATURDAY and day not in public_holidays(day.year)


@lru_cache(maxsize=16)
def public_holidays(year: int) -> frozenset[date]:
    """The twelve red days of a year; fewer where two fall on the same day, and before 1947."""
    easter = easter_sunday(year)
    days = _FIXED if year < _RED_MAY_SINCE else _FIXED + _MAY
    fixed = {date(year, month, day) for month, day in days}
    return frozenset(fixed | {easter + timedelta(days=days) for days in _DAYS_FROM_EASTER})


def easter_sunday(year: int) -> date:
    """Easter in the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden = year % 19
    century, rest = divmod(year, 100)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
