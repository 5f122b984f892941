from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    DaysNotice,
    FirstOfNextMonth,
    MonthsNotice,
    NoticeRule,
)
from kiosk.domain.working_calendar import NorwegianCalendar

WORKING = NorwegianCalendar()
PERIODS = st.one_of(
    st.builds(DaysNotice, st.integers(0, 120)),
    st.builds(MonthsNotice, st.integers(1, 12)),
    st.builds(FirstOfNextMonth),
    st.builds(CutOff, st.integers(1, 28), st.integers(1, 6)),
)
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


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
        # Oslo, and then Easter from Thursday to Monday behind it.
        (DaysNotice(10), date(2027, 3, 15), date(2027, 3, 30)),
        # Received on the day of the cut-off, and the day after; 1 May is red.
        (CutOff(20), date(2026, 10, 20), date(2026, 11, 2)),
        (CutOff(20), date(2026, 10, 21), date(2026, 12, 1)),
        (CutOff(20), date(2027, 4, 20), date(2027, 5, 3)),
        (CutOff(20, 2), date(2026, 12, 20), date(2027, 2, 1)),
        (CutOff(20, 2), date(2026, 12, 21), date(2027, 3, 1)),
    ],
)
def test_starts_on_the_norwegian_calendar(period, received, expected):
    assert start(period, received) == expected


@pytest.mark.parametrize(
    ("months", "received", "expected"),
    [
        (1, date(2027, 1, 31), date(2027, 2, 28)),
        (1, date(2028, 1, 31), date(2028, 2, 29)),
        # 2100 is no leap year, and 2000 was one.
        (1, date(2100, 1, 30), date(2100, 2, 28)),
        (1, date(2000, 1, 31), date(2000, 2, 29)),
        (3, date(2026, 11, 30), date(2027, 2, 28)),
        (12, date(2028, 2, 29), date(2029, 2, 28)),
    ],
)
def test_a_missing_day_becomes_the_last_of_the_month(months, received, expected):
    assert start(MonthsNotice(months), received, NoRedDays()) == expected


def test_no_rule_gives_the_day_that_is_agreed_on():
    assert start(AgreedDate(), date(2026, 11, 23)) is None


@given(st.integers(1, 28), st.integers(1, 6), DAYS)
def test_the_cut_off_lets_a_month_pass_for_answers_after_its_day_only(day, months, received):
    first = start(CutOff(day, months), received, NoRedDays())

    passed = (first.year - received.year) * 12 + first.month - received.month
    assert first.day == 1
    assert passed == (months if received.day <= day else months + 1)


@given(PERIODS, DAYS)
def test_a_later_answer_never_starts_earlier(period, received):
    assert start(period, received) <= start(period, received + timedelta(days=1))


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
