from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.nonchoice.applying import Premises, run
from kiosk.domain.nonchoice.silence import Letter, LetterKind, Patience, Reach, Reached, reached
from kiosk.domain.nonchoice.stored import (
    StoredRule,
    StoredStanding,
    restore_rule,
    restore_standing,
    store_rule,
    store_standing,
)
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
    premises = Premises({(NURSING, NORTH): (rule,)}, lambda *_: supply(), "frø", TODAY)
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


def test_a_reminder_takes_none_of_the_days_that_the_letter_gave():
    hasty = [INVITED, Letter(LetterKind.REMINDER, INVITED.posted_on)]
    lapsed = date(2026, 1, 1)
    alone = reached([INVITED], lapsed, PATIENCE, INVITED.posted_on)

    reminded = reached(hasty, lapsed, PATIENCE, INVITED.posted_on)

    assert reminded == Reached(Reach.REMINDED, alone.until)
