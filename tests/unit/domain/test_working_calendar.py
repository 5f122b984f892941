from datetime import date, timedelta

import pytest
from holidays.countries.norway import Norway

from kiosk.domain.working_calendar import NorwegianCalendar, easter_sunday, public_holidays


class EveryYear(Norway):
    """The list stops at the end of its own century; the days follow the same rules after it."""

    start_year = 1900
    end_year = 2200


@pytest.mark.parametrize("year", range(1900, 2201))
def test_has_the_public_holidays_of_a_well_known_list(year):
    assert public_holidays(year) == frozenset(EveryYear(years=year, include_sundays=False))


@pytest.mark.parametrize(
    ("year", "sunday"),
    # The earliest and the latest that Easter can be, and the two exceptions of the table.
    [
        (2285, date(2285, 3, 22)),
        (1943, date(1943, 4, 25)),
        (1954, date(1954, 4, 18)),
        (1981, date(1981, 4, 19)),
    ],
)
def test_knows_the_edges_of_easter(year, sunday):
    assert easter_sunday(year) == sunday


def test_the_days_of_may_are_red_since_the_law_of_1947():
    assert date(1946, 5, 17) not in public_holidays(1946)
    assert date(1947, 5, 17) in public_holidays(1947)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        # From Maundy Thursday to the second day of Easter, and Christmas before a weekend.
        (date(2027, 3, 25), date(2027, 3, 29)),
        (date(2026, 12, 25), date(2026, 12, 27)),
        (date(2021, 12, 25), date(2021, 12, 26)),
        # Ascension on 1 May is a red day once, and 17 May can be the second day of Whitsun.
        (date(2008, 5, 1), date(2008, 5, 1)),
        (date(2027, 5, 15), date(2027, 5, 17)),
    ],
)
def test_knows_where_red_days_stand_together(first, last):
    calendar = NorwegianCalendar()
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]

    assert calendar.is_working_day(first - timedelta(days=1))
    assert not any(map(calendar.is_working_day, days))
    assert calendar.is_working_day(last + timedelta(days=1))


@pytest.mark.parametrize("day", [date(2026, 5, 16), date(2026, 5, 17), date(2026, 4, 2)])
def test_calls_weekends_and_holidays_red(day):
    assert not NorwegianCalendar().is_working_day(day)


def test_calls_christmas_eve_on_a_thursday_a_working_day():
    assert NorwegianCalendar().is_working_day(date(2026, 12, 24))
