"""Which answers count as switches of a year."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.choice import EventId, Outcome
from kiosk.domain.lifecycle import Held
from kiosk.domain.service import ProviderId
from kiosk.domain.switching import has_chosen, switches_in

TOWN, FJORD, LIND = ProviderId("town"), ProviderId("fjord"), ProviderId("lind")
TODAY = date(2026, 11, 23)


def held(provider, month, outcome=Outcome.CHOSEN, **changes):
    """Received on the first of a month of 2026, in force on the 15th."""
    on = date(2026, month, 1)
    made = Held(EventId(f"{provider}-{month}"), outcome, on, provider, date(2026, month, 15))
    return replace(made, **changes)


def kept(provider, month):
    return held(provider, month, Outcome.KEEPS, start_on=None)


def count(*answers, year=2026, offers=lambda _provider, _day: True):
    return switches_in(year, answers, TODAY, offers)


def test_the_first_choice_is_no_switch():
    assert count(held(FJORD, 3)) == 0
    assert count(held(TOWN, 2, Outcome.DOES_NOT_WISH), held(FJORD, 3)) == 0


@pytest.mark.parametrize("first", [held(FJORD, 3), kept(FJORD, 3)])
def test_leaving_what_was_chosen_or_kept_is_a_switch(first):
    assert count(first, held(LIND, 5)) == 1
    assert count(first, held(LIND, 5), held(FJORD, 7)) == 2


def test_choosing_the_same_again_or_keeping_is_no_switch():
    assert count(held(FJORD, 3), held(FJORD, 5), kept(FJORD, 7)) == 0


def test_what_never_began_does_not_count():
    back = held(LIND, 5, is_withdrawn=True)
    replaced = held(LIND, 7, start_on=date(2026, 8, 15))
    waits = held(LIND, 9, start_on=None, waits_for_place=True)

    assert count(held(FJORD, 3), back) == 0
    assert count(held(FJORD, 3), replaced, kept(FJORD, 8)) == 0
    assert count(held(FJORD, 3), waits) == 0
    assert count(held(FJORD, 3), held(LIND, 11, start_on=date(2026, 12, 7))) == 0


def test_a_switch_away_from_a_provider_that_left_does_not_count():
    assert count(held(FJORD, 3), held(LIND, 5), offers=lambda who, _day: who != FJORD) == 0


def test_only_the_year_in_which_the_answer_came_counts():
    last_year = replace(held(LIND, 5), on=date(2025, 12, 31), start_on=date(2026, 1, 14))
    answers = (replace(held(FJORD, 3), on=date(2025, 3, 1), start_on=None), last_year)

    assert (count(*answers), count(*answers, year=2025)) == (0, 1)


def test_whoever_has_chosen_nothing_yet_has_made_no_choice():
    assert not has_chosen([], TODAY)
    assert not has_chosen([held(TOWN, 3, Outcome.DOES_NOT_WISH)], TODAY)
    assert not has_chosen([held(FJORD, 3, is_withdrawn=True)], TODAY)
    assert has_chosen([kept(FJORD, 3)], TODAY)
