from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.notice import DaysNotice, FirstOfNextMonth, MonthsNotice, NoticeRule
from kiosk.i18n import NorwegianCalendar

WORKING = NorwegianCalendar()
PERIODS = st.one_of(
    st.builds(DaysNotice, st.integers(0, 120)),
    st.builds(MonthsNotice, st.integers(1, 12)),
    st.builds(FirstOfNextMonth),
)
DAYS = st.dates(date(2026, 1, 1), date(2035, 12, 31))


class NoRedDays:
    def is_working_day(self, _day):
        return True


def start(period, received, working=WORKING, moves=True):
    return NoticeRule("r", period, moves).start_after(received, working)


@pytest.mark.parametrize(
    ("period", "received", "expected"),
    [
        (DaysNotice(14), date(2026, 11, 23), date(2026, 12, 7)),
        (DaysNotice(0), date(2026, 11, 23), date(2026, 11, 23)),
        # A Sunday, and then Christmas with a weekend behind it.
        (DaysNotice(6), date(2026, 11, 23), date(2026, 11, 30)),
        (DaysNotice(2), date(2026, 12, 23), date(2026, 12, 28)),
        # 17 May 2027 is the second day of Pentecost too.
        (DaysNotice(14), date(2027, 5, 1), date(2027, 5, 18)),
        (MonthsNotice(1), date(2026, 1, 31), date(2026, 3, 2)),
        (MonthsNotice(3), date(2026, 11, 23), date(2027, 2, 23)),
        (FirstOfNextMonth(), date(2026, 12, 31), date(2027, 1, 4)),
        (FirstOfNextMonth(), date(2026, 11, 2), date(2026, 12, 1)),
    ],
)
def test_starts_on_the_norwegian_calendar(period, received, expected):
    assert start(period, received) == expected


def test_a_missing_day_becomes_the_last_of_the_month():
    assert start(MonthsNotice(1), date(2027, 1, 31), NoRedDays()) == date(2027, 2, 28)


def test_stays_on_a_red_day_where_the_municipality_says_so():
    assert start(DaysNotice(6), date(2026, 11, 23), moves=False) == date(2026, 11, 29)


@given(PERIODS, DAYS)
def test_never_starts_on_a_red_day(period, received):
    assert WORKING.is_working_day(start(period, received))


@given(PERIODS, DAYS)
def test_never_starts_before_the_notice_is_over_and_moves_past_red_days_only(period, received):
    bare = start(period, received, moves=False)
    moved = start(period, received)

    between = [bare + timedelta(days=days) for days in range((moved - bare).days)]
    assert moved >= bare >= received
    assert not any(WORKING.is_working_day(day) for day in between)
