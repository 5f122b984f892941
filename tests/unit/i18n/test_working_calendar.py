from datetime import date

import pytest
from holidays.countries.norway import Norway

from kiosk.i18n.working_calendar import NorwegianCalendar, public_holidays


@pytest.mark.parametrize("year", range(2020, 2100))
def test_has_the_public_holidays_of_a_well_known_list(year):
    assert public_holidays(year) == frozenset(Norway(years=year, include_sundays=False))


@pytest.mark.parametrize("day", [date(2026, 5, 16), date(2026, 5, 17), date(2026, 4, 2)])
def test_calls_weekends_and_holidays_red(day):
    assert not NorwegianCalendar().is_working_day(day)


def test_calls_christmas_eve_on_a_thursday_a_working_day():
    assert NorwegianCalendar().is_working_day(date(2026, 12, 24))
