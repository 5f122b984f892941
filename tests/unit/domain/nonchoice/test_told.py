"""What identifies the rule that a person was told of."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.announcement import announce_to_all
from kiosk.domain.nonchoice.parts import (
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Floor,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Skipped,
    StartUp,
    Turns,
    WeightedKey,
)
from kiosk.domain.nonchoice.told import RuleTold, mark_of, told_of, told_to
from kiosk.domain.provider import CapacityState
from tests.unit.domain.nonchoice.samples import (
    AAS,
    DECISION,
    EVERYBODY,
    FJORD,
    LIND,
    NURSING,
    SOUTH,
    TODAY,
    TOWN,
    rule,
    rules,
    supplier,
    supplies,
    supply,
)

TURNS = Distribute(Turns(), TOWN, frozenset({LIND, FJORD}))
KEY = Distribute(WeightedKey(((LIND, 2), (FJORD, 1))), TOWN)
SHARE = MinimumShare(10, TOWN)


def mark(made, here=None, on=TODAY):
    return mark_of(made, here or supply(), on)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TURNS, replace(TURNS, among=frozenset({LIND, AAS}))),
        (TURNS, replace(TURNS, pick=Turns(Skipped.LOSES_TURN))),
        (TURNS, replace(TURNS, interim=LIND)),
        (TURNS, replace(TURNS, otherwise=TOWN)),
        (replace(TURNS, among=Circle.ALL), replace(TURNS, among=frozenset(EVERYBODY))),
        (KEY, replace(KEY, pick=WeightedKey(((LIND, 1), (FJORD, 1))))),
        (KEY, replace(KEY, pick=WeightedKey(((FJORD, 1), (LIND, 2))))),
        (SHARE, replace(SHARE, percent=11)),
        (SHARE, MunicipalDefault(TOWN)),
        (ChooseFirst(TOWN), ChooseFirst(TOWN, 14)),
    ],
)
def test_who_can_come_in_what_order_and_on_what_condition_make_another_rule(before, after):
    assert mark(rule(before)) != mark(rule(after))


@pytest.mark.parametrize(
    "changes",
    [
        {"keeps_present": False},
        {"states": frozenset({NonchoiceState.NO_REPLY})},
        {"continuity": Continuity(12)},
        {"continuity": Continuity(0, household=True)},
        {"floor": Floor(needs=False)},
        {"floor": Floor(language=True)},
        {"start_up": StartUp(LIND, TODAY, 3, 10)},
        {"decision": replace(DECISION, reference="19/26")},
        {"decision": replace(DECISION, decided_on=date(2026, 3, 13))},
    ],
)
def test_parts_states_and_the_decision_make_another_rule(changes):
    assert mark(rule(TURNS)) != mark(rule(TURNS, **changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "ny-nokkel"},
        {"version": "2"},
        {"zone": SOUTH},
        {"decision": replace(DECISION, organ=LocalText("bystyret", "bystyret"))},
    ],
)
def test_keys_and_wording_make_no_other_rule(changes):
    assert mark(rule(TURNS)) == mark(rule(TURNS, **changes))


def test_a_provider_that_joins_or_leaves_the_ones_told_of_makes_another_rule():
    everybody = rule(replace(TURNS, among=Circle.ALL))

    assert mark(everybody) != mark(everybody, supply(supplier(TOWN), supplier(LIND)))


@pytest.mark.parametrize(
    "changes",
    [
        {"is_suspended": True},
        {"has_started": False},
        {"state": CapacityState.FULL},
        {"state": CapacityState.CLOSING},
        {"leaves_on": date(2027, 3, 31)},
    ],
)
@pytest.mark.parametrize("fallback", [TURNS, KEY, SHARE, MunicipalDefault(TOWN)])
def test_room_breaches_and_exits_are_no_part_of_the_rule(fallback, changes):
    shut = supply(*(supplier(each, **changes) for each in EVERYBODY))

    assert mark(rule(fallback)) == mark(rule(fallback), shut)


def test_a_mark_is_the_same_in_every_version_of_the_program():
    made = rule(TURNS, continuity=Continuity(12), start_up=StartUp(LIND, TODAY, 3, 10))

    assert (mark(made), mark(rule(SHARE))) == (
        "b94b1296aca79332",
        "0fa735a622a799a7",
    )


@settings(max_examples=300)
@given(rules, rules, supplies)
def test_rules_have_the_same_mark_only_where_they_announce_the_same(one, other, here):
    here = {key: supplier(key) for key in here}
    same = announce_to_all(one, here, TODAY) == announce_to_all(other, here, TODAY)

    assert (mark(one, here) == mark(other, here)) is same


@given(rules, supplies, st.frozensets(st.sampled_from(NonchoiceState), min_size=1))
def test_what_was_told_is_found_by_service_and_state(made, here, states):
    told = told_of(replace(made, states=states), here, TODAY)

    assert isinstance(told, RuleTold)
    for state in NonchoiceState:
        assert told_to([told], NURSING, state) == (told if state in states else None)
    assert (told.service, told.on) == (NURSING, TODAY)
