from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.nonchoice.applying import Premises, open_lot, run
from kiosk.domain.nonchoice.silence import Letter, LetterKind, Patience, Reach, Reached, reached
from kiosk.domain.nonchoice.stored import (
    StoredRule,
    StoredStanding,
    restore_rule,
    restore_standing,
    store_rule,
    store_standing,
)
from kiosk.domain.working_calendar import NorwegianCalendar
from tests.unit.domain.nonchoice.samples import (
    NORTH,
    NURSING,
    TODAY,
    applicants,
    rules,
    standing,
    supply,
)

INVITED = Letter(LetterKind.INVITATION, date(2026, 11, 2))
PATIENCE = Patience(reply=14, reminder=10, postal=4)
LISTED = date(2026, 11, 10)


@settings(max_examples=100)
@given(rules)
def test_a_rule_comes_back_as_it_was(rule):
    stored = msgspec.json.decode(msgspec.json.encode(store_rule(rule)), type=StoredRule)

    assert restore_rule(stored) == rule


@settings(max_examples=40)
@given(rules, st.lists(applicants, max_size=8))
def test_a_run_goes_on_from_a_stored_standing_as_if_it_had_not_stopped(rule, people):
    premises = Premises({(NURSING, NORTH): (rule,)}, lambda *_: supply(), open_lot, TODAY)
    half = len(people) // 2
    counts = standing(kommunen=9, lind=1)
    first = list(run(people[:half], premises, counts))

    wire = msgspec.json.encode(store_standing(counts))
    restored = restore_standing(msgspec.json.decode(wire, type=StoredStanding))
    rest = list(run(people[half:], premises, restored, half + 1))

    assert [*first, *rest] == list(run(people, premises, standing(kommunen=9, lind=1)))


@pytest.mark.parametrize(
    ("letters", "today", "expected"),
    [
        ([], date(2027, 1, 1), Reached(Reach.LETTER_DUE)),
        ([INVITED], date(2026, 11, 20), Reached(Reach.WAITING, date(2026, 11, 20))),
        ([INVITED], date(2026, 11, 21), Reached(Reach.REMINDER_DUE, date(2026, 11, 20))),
        (
            [INVITED, Letter(LetterKind.REMINDER, date(2026, 11, 23))],
            date(2026, 12, 7),
            Reached(Reach.REMINDED, date(2026, 12, 7)),
        ),
        (
            [INVITED, Letter(LetterKind.REMINDER, date(2026, 11, 23))],
            date(2026, 12, 8),
            Reached(Reach.SILENT, date(2026, 12, 7)),
        ),
        (
            [INVITED, Letter(LetterKind.REMINDER, date(2026, 11, 23), date(2026, 11, 27))],
            date(2026, 12, 20),
            Reached(Reach.RETURNED),
        ),
        (
            [Letter(LetterKind.INVITATION, date(2026, 11, 2), date(2026, 11, 9))],
            date(2026, 12, 20),
            Reached(Reach.RETURNED),
        ),
        (
            [
                Letter(LetterKind.INVITATION, date(2026, 11, 2), date(2026, 11, 9)),
                Letter(LetterKind.INVITATION, date(2026, 11, 12)),
            ],
            date(2026, 12, 1),
            Reached(Reach.REMINDER_DUE, date(2026, 11, 30)),
        ),
        (
            [INVITED, Letter(LetterKind.ALLOCATION, date(2026, 11, 3), date(2026, 11, 5))],
            date(2026, 11, 20),
            Reached(Reach.WAITING, date(2026, 11, 20)),
        ),
    ],
)
def test_nobody_is_silent_whom_no_letter_has_reached(letters, today, expected):
    assert reached(letters, LISTED, PATIENCE, today) == expected


def test_a_later_deadline_of_the_list_holds():
    later = date(2026, 12, 24)

    assert reached([INVITED], later, PATIENCE, later) == Reached(Reach.WAITING, later)


def test_a_reminder_alone_makes_nobody_silent():
    reminded = [Letter(LetterKind.REMINDER, date(2026, 11, 2))]

    assert reached(reminded, LISTED, PATIENCE, date(2026, 12, 17)).reach is Reach.LETTER_DUE


def test_a_letter_that_comes_back_after_the_reminder_has_not_reached_the_person():
    letters = [
        Letter(LetterKind.INVITATION, date(2026, 11, 2), date(2026, 12, 1)),
        Letter(LetterKind.REMINDER, date(2026, 11, 23)),
    ]

    assert reached(letters, LISTED, PATIENCE, date(2026, 12, 20)) == Reached(Reach.RETURNED)


def test_the_reminder_of_an_earlier_letter_says_nothing_of_the_new_one():
    letters = [
        INVITED,
        Letter(LetterKind.REMINDER, date(2026, 11, 23), date(2026, 11, 27)),
        Letter(LetterKind.INVITATION, date(2026, 12, 1)),
    ]

    reach = reached(letters, LISTED, PATIENCE, date(2027, 1, 20)).reach

    assert reach is Reach.REMINDER_DUE


def test_the_days_of_a_reminder_begin_when_the_deadline_of_the_letter_has_passed():
    hasty = [INVITED, Letter(LetterKind.REMINDER, INVITED.posted_on)]
    lapsed = date(2026, 1, 1)
    alone = reached([INVITED], lapsed, PATIENCE, INVITED.posted_on)

    reminded = reached(hasty, lapsed, PATIENCE, INVITED.posted_on)

    assert alone.until == date(2026, 11, 20)
    assert reminded == Reached(Reach.REMINDED, date(2026, 11, 30))
    assert reached(hasty, lapsed, PATIENCE, date(2026, 11, 30)).reach is Reach.REMINDED
    assert reached(hasty, lapsed, PATIENCE, date(2026, 12, 1)).reach is Reach.SILENT


@pytest.mark.parametrize(
    ("deadline", "working"),
    [
        (date(2026, 12, 25), date(2026, 12, 28)),
        (date(2027, 5, 17), date(2027, 5, 18)),
        (date(2027, 3, 25), date(2027, 3, 30)),
        (date(2026, 12, 6), date(2026, 12, 7)),
        (date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_no_last_day_for_an_answer_is_a_red_day(deadline, working):
    assert reached([INVITED], deadline, PATIENCE, deadline) == Reached(Reach.WAITING, working)
    assert reached([INVITED], deadline, PATIENCE, working) == Reached(Reach.WAITING, working)


@given(
    deadline=st.dates(date(2026, 11, 1), date(2028, 1, 1)),
    posted=st.dates(date(2026, 11, 1), date(2028, 1, 1)),
    days=st.none() | st.integers(0, 90),
)
def test_whatever_is_posted_when_the_last_day_is_a_working_day_and_never_earlier(
    deadline, posted, days
):
    letters = [Letter(LetterKind.INVITATION, posted)]
    counted = max(deadline, posted + timedelta(days=PATIENCE.postal + PATIENCE.reply))
    if days is not None:
        letters.append(Letter(LetterKind.REMINDER, posted + timedelta(days=days)))
        there = posted + timedelta(days=days + PATIENCE.postal)
        counted = max(counted, there) + timedelta(days=PATIENCE.reminder)

    until = reached(letters, deadline, PATIENCE, posted).until

    assert until is not None
    assert NorwegianCalendar().is_working_day(until)
    assert counted <= until
