from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.exits.exit import (
    LEAST_REPLY_DAYS,
    AnswerTime,
    ExitMode,
    first_day_without,
    mode_of,
)
from kiosk.domain.nonchoice.silence import Patience
from kiosk.domain.notice import AgreedDate, DaysNotice, FirstOfNextMonth, MonthsNotice, NoticeRule
from kiosk.domain.working_calendar import NorwegianCalendar

WORKING = NorwegianCalendar()
MONDAY = date(2026, 11, 23)
PATIENCE = Patience(reply=21, postal=4)


def time(*periods):
    notices = tuple(NoticeRule(str(each), each) for each in periods)
    return AnswerTime(PATIENCE, notices, WORKING)


@pytest.mark.parametrize(
    ("days", "mode"),
    [
        (-30, ExitMode.ACUTE),
        (-1, ExitMode.ACUTE),
        (0, ExitMode.SHORT),
        (27, ExitMode.SHORT),
        (28, ExitMode.TIGHT),
        (55, ExitMode.TIGHT),
        (56, ExitMode.PLANNED),
        (400, ExitMode.PLANNED),
    ],
)
def test_the_mode_follows_from_the_time_that_is_left(days, mode):
    assert mode_of(MONDAY, MONDAY + timedelta(days=days)) is mode


def test_somebody_else_helps_from_the_day_after_or_at_once():
    assert first_day_without(MONDAY, date(2026, 12, 24)) == date(2026, 12, 25)
    assert first_day_without(MONDAY, MONDAY) == date(2026, 11, 24)
    assert first_day_without(MONDAY, date(2026, 11, 1)) == MONDAY


def test_a_planned_exit_gives_as_long_as_every_choice():
    # 4 days of post and 21 days to answer.
    assert time(DaysNotice(14)).answer_by(MONDAY, date(2027, 3, 31)) == date(2026, 12, 18)


def test_the_answer_comes_in_time_for_the_new_provider():
    last_day = date(2026, 12, 31)

    found = time(DaysNotice(21)).answer_by(MONDAY, last_day)

    # 21 days later is New Year's Day, which moves to Monday; a day earlier is in time.
    assert found == date(2026, 12, 10)
    start = NoticeRule("", DaysNotice(21)).start_after(found, WORKING)
    assert start is not None
    assert start <= date(2027, 1, 1)


def test_a_letter_always_leaves_a_week():
    found = time(DaysNotice(10)).answer_by(MONDAY, date(2026, 12, 13))

    assert found == date(2026, 12, 4)


@pytest.mark.parametrize("last_day", [MONDAY, date(2026, 12, 1), date(2026, 11, 1)])
def test_where_nobody_can_begin_in_time_the_usual_time_is_given(last_day):
    assert time(DaysNotice(30)).answer_by(MONDAY, last_day) == date(2026, 12, 18)


def test_a_service_that_is_too_slow_shortens_nobodys_time():
    slow, last_day = MonthsNotice(3), date(2027, 1, 31)

    assert time(DaysNotice(14), slow).answer_by(MONDAY, last_day) == date(2026, 12, 18)


def test_the_slowest_service_decides():
    last_day = date(2027, 1, 31)

    both = time(DaysNotice(1), FirstOfNextMonth(), AgreedDate()).answer_by(MONDAY, last_day)

    assert both <= date(2026, 12, 31)


@given(
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.integers(-10, 200),
    st.sampled_from([DaysNotice(10), DaysNotice(30), FirstOfNextMonth(), AgreedDate()]),
)
def test_the_last_day_for_an_answer_is_a_working_day_with_time_to_think(announced, days, period):
    found = time(period).answer_by(announced, announced + timedelta(days=days))

    assert WORKING.is_working_day(found)
    least = announced + timedelta(days=PATIENCE.postal + LEAST_REPLY_DAYS)
    assert found >= least
    assert found <= max(least, announced + timedelta(days=PATIENCE.postal + PATIENCE.reply)) + (
        timedelta(days=10)
    )
