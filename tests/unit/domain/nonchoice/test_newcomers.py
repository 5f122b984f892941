"""Who counts as new this year with a provider."""

from datetime import date

import pytest

from kiosk.domain.helping import Help, Listed
from kiosk.domain.lifecycle import Held
from kiosk.domain.nonchoice.newcomers import Came
from kiosk.domain.outcome import EventId, Outcome
from kiosk.domain.service import ProviderId

LIND, TOWN = ProviderId("lind"), ProviderId("kommunen")
TODAY = date(2027, 6, 1)
LAST_YEAR, MARCH, MAY = date(2026, 12, 1), date(2027, 3, 1), date(2027, 5, 3)


def said(outcome, on, provider=LIND, **changes):
    return Held(EventId(f"{outcome.value} {on}"), outcome, on, provider, **changes)


def is_new(*answers, listed=None, since=None, previous=None, on=LAST_YEAR):
    help_ = Help(Listed(listed, on), answers)
    return Came(help_, since, previous, bool(answers)).is_new(LIND, TODAY)


@pytest.mark.parametrize(("day", "new"), [(MARCH, True), (LAST_YEAR, False), (None, False)])
def test_whom_the_list_gives_is_new_in_the_year_in_which_it_began(day, new):
    assert is_new(listed=LIND, since=day) is new


@pytest.mark.parametrize(("day", "new"), [(MARCH, True), (LAST_YEAR, False)])
def test_who_chose_is_new_in_the_year_of_the_answer(day, new):
    assert is_new(said(Outcome.CHOSEN, day), listed=TOWN, previous=TOWN) is new


@pytest.mark.parametrize("again", [Outcome.KEEPS, Outcome.CHOSEN, Outcome.NO_REPLY])
@pytest.mark.parametrize(("day", "new"), [(MARCH, True), (LAST_YEAR, False)])
def test_who_stays_is_as_new_as_before(day, new, again):
    answers = said(Outcome.CHOSEN, day), said(again, MAY)

    assert is_new(*answers, listed=TOWN, previous=LIND) is new


@pytest.mark.parametrize("again", [Outcome.KEEPS, Outcome.NO_REPLY])
@pytest.mark.parametrize(("since", "new"), [(MARCH, True), (LAST_YEAR, False)])
def test_who_stays_with_the_provider_of_the_list_is_as_new_as_by_the_list(since, new, again):
    assert is_new(said(again, MAY), listed=LIND, since=since, previous=LIND) is new


def test_who_gets_the_provider_that_helped_meanwhile_is_new():
    waited = said(Outcome.DOES_NOT_WISH, MARCH, None, interim=LIND)

    assert is_new(waited, said(Outcome.DOES_NOT_WISH, MAY), previous=LIND)


def test_who_waits_for_a_place_is_not_there_yet():
    assert not is_new(said(Outcome.CHOSEN, MAY, waits_for_place=True), previous=TOWN)


@pytest.mark.parametrize(("day", "new"), [(MARCH, True), (LAST_YEAR, False)])
def test_who_waits_for_a_rule_is_as_new_as_the_list_says(day, new):
    waits = said(Outcome.DOES_NOT_WISH, MAY, provider=None)

    assert is_new(waits, listed=LIND, since=day, on=day) is new
