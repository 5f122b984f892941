"""When a case is due: only by a rule, never while it is held or not delivered."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.parts import PoliticalDecision
from kiosk.domain.retention import (
    Kept,
    RetentionFacts,
    RetentionRule,
    RetentionStart,
    due_on,
    due_rule,
    why_kept,
    years_later,
)

DECISION = PoliticalDecision(LocalText.same("organet"), date(2026, 1, 1), "26/1")
CLOSED = RetentionRule("lukket", RetentionStart.CLOSED, DECISION, years=5)
SHED = RetentionRule("levert", RetentionStart.DELIVERED, DECISION, days=90)
FACTS = RetentionFacts(
    closed_on=date(2026, 3, 1),
    delivered_on=date(2026, 2, 1),
    is_delivered=True,
    is_settled=True,
    is_held=False,
)


def test_without_rules_nothing_is_ever_due():
    assert due_rule((), FACTS, date(2999, 1, 1)) is None


def test_a_closed_case_is_due_after_the_years_of_the_rule():
    assert due_on(CLOSED, FACTS) == date(2031, 3, 1)
    assert due_rule((CLOSED,), FACTS, date(2031, 2, 28)) is None
    assert due_rule((CLOSED,), FACTS, date(2031, 3, 1)) is CLOSED


def test_a_delivered_case_is_shed_after_the_days_of_the_rule_closed_or_not():
    assert due_on(SHED, FACTS) == due_on(SHED, replace(FACTS, closed_on=None)) == date(2026, 5, 2)


@pytest.mark.parametrize("rule", [CLOSED, SHED])
@pytest.mark.parametrize("change", [{"is_held": True}, {"is_delivered": False}])
def test_what_is_held_or_not_delivered_is_kept(rule, change):
    assert due_on(rule, replace(FACTS, **change)) is None


def test_a_rule_may_let_go_what_was_never_delivered():
    loose = replace(CLOSED, only_delivered=False)

    assert due_on(loose, replace(FACTS, is_delivered=False)) == date(2031, 3, 1)


def test_an_open_case_is_never_closed_long_enough():
    assert due_on(CLOSED, replace(FACTS, closed_on=None)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"delivered_on": None},
        {"closed_on": None, "is_settled": False},
    ],
)
def test_a_case_in_work_is_not_shed(change):
    assert due_on(SHED, replace(FACTS, **change)) is None


def test_a_leap_day_ends_with_the_next_day():
    assert years_later(date(2028, 2, 29), 5) == date(2033, 3, 1)
    assert years_later(date(2028, 2, 29), 4) == date(2032, 2, 29)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, Kept.TOO_YOUNG),
        ({"is_held": True, "is_delivered": False}, Kept.HELD),
        ({"is_delivered": False}, Kept.NOT_DELIVERED),
        ({"closed_on": None, "is_settled": False}, Kept.IN_USE),
        ({"closed_on": None, "is_settled": False, "is_delivered": False}, Kept.IN_USE),
        ({"closed_on": None, "delivered_on": None}, Kept.NO_RULE),
    ],
)
def test_a_case_that_stays_tells_why(change, why):
    assert why_kept((CLOSED, SHED), replace(FACTS, **change)) is why


def test_without_rules_no_rule_is_about_anything():
    assert why_kept((), replace(FACTS, is_delivered=False)) is Kept.NO_RULE
