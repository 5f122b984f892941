"""Filters leave out, and do nothing else (neutrality N21, N23)."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.narrowing import (
    Candidate,
    Fit,
    Topic,
    Wish,
    narrowed,
    wishes_for,
    with_or_without,
)
from kiosk.domain.provider import Capacity, CapacityState, Competence, Continuity, Coverage
from kiosk.domain.provider import ProviderKind as Kind
from kiosk.domain.service import DayPart, ProviderId
from tests.unit.app import factory as make

EVENING, NIGHT = Wish(Topic.TIME, "evening"), Wish(Topic.TIME, "night")
POLISH, ROOM = Wish(Topic.LANGUAGE, "pl"), Wish(Topic.ROOM)
MUNICIPAL, COMMERCIAL = Wish(Topic.KIND, "municipal"), Wish(Topic.KIND, "commercial")
TEMPLATE = make.municipality().providers[0]
EVERY_WISH = (
    *(Wish(Topic.LANGUAGE, code) for code in ("no", "pl", "se")),
    *(Wish(Topic.TIME, part.value) for part in DayPart),
    *(Wish(topic) for topic in (Topic.ROOM, Topic.FIXED_CONTACT, Topic.NURSE)),
    *(Wish(Topic.KIND, kind.value) for kind in Kind),
)


@st.composite
def candidates(draw):
    count = draw(st.integers(min_value=0, max_value=5))
    return [_drawn(draw, number) for number in range(count)]


def _drawn(draw, number):
    template = TEMPLATE
    maybe = st.sampled_from([None, True, False])
    languages = st.none() | st.lists(st.sampled_from(["no", "pl", "se"]), unique=True).map(tuple)
    parts = st.none() | st.lists(st.sampled_from(list(DayPart)), unique=True).map(tuple)
    profile = replace(
        template,
        id=ProviderId(f"p{number}"),
        kind=draw(st.sampled_from(list(Kind))),
        languages=draw(languages),
        competence=Competence(nurse_on_duty=draw(parts)),
        continuity=Continuity(fixed_contact=draw(maybe)),
    )
    coverage = {part: draw(st.sampled_from(list(Coverage))) for part in DayPart}
    capacity = Capacity(draw(st.sampled_from(list(CapacityState))))
    offer = replace(template.offers[0], coverage=coverage, capacity=capacity)
    outside = draw(st.frozensets(st.sampled_from(list(DayPart)), max_size=1))
    return Candidate(profile, offer, outside)


def some_wishes():
    # Nearly nobody fits more than two at once, and of nobody there is nothing to see.
    return st.frozensets(st.sampled_from(EVERY_WISH), max_size=2)


def ids(found):
    return tuple(each.provider.id for each in found)


@given(candidates(), some_wishes())
def test_those_who_are_left_keep_their_order(found, wishes):
    shown = narrowed(found, wishes).shown

    places = [ids(found).index(each) for each in shown]
    assert all(first < second for first, second in pairwise(places))


def test_whoever_has_not_stated_it_stands_where_they_stood():
    template = _candidate("p0", None)
    found = [template, _candidate("p1", ("pl",)), _candidate("p2", None), _candidate("p3", ("no",))]

    assert narrowed(found, frozenset({POLISH})).shown == ("p0", "p1", "p2")
    assert narrowed(found[::-1], frozenset({POLISH})).shown == ("p2", "p1", "p0")


def _candidate(key, languages):
    profile = replace(TEMPLATE, id=ProviderId(key), languages=languages)
    return Candidate(profile, TEMPLATE.offers[0], frozenset())


@given(candidates(), some_wishes(), st.randoms(use_true_random=False))
def test_who_is_left_does_not_depend_on_the_order(found, wishes, random):
    mixed = list(found)
    random.shuffle(mixed)

    assert set(narrowed(mixed, wishes).shown) == set(narrowed(found, wishes).shown)
    assert wishes_for(mixed) == wishes_for(found)


@given(candidates(), some_wishes(), some_wishes())
def test_asking_for_more_never_brings_anybody_back(found, wishes, more):
    few, many = narrowed(found, wishes | more), narrowed(found, wishes)

    assert set(few.shown) <= set(many.shown)


@given(candidates())
def test_without_a_wish_everybody_is_shown_and_nobody_is_unsure(found):
    assert narrowed(found, frozenset()).shown == ids(found)
    assert narrowed(found, frozenset()).unsure == 0


@given(candidates(), some_wishes())
def test_only_a_stated_no_leaves_somebody_out(found, wishes):
    shown = set(narrowed(found, wishes).shown)

    for each in found:
        says_no = any(each.fit(wish) is Fit.NO for wish in wishes)
        assert (each.provider.id in shown) is not says_no


@given(candidates(), some_wishes())
def test_those_who_have_not_stated_everything_are_counted_among_the_shown(found, wishes):
    result = narrowed(found, wishes)

    by_id = {each.provider.id: each for each in found}
    fits = [{by_id[each].fit(wish) for wish in wishes} for each in result.shown]
    assert result.unsure == sum(Fit.NOT_STATED in each for each in fits)


@given(candidates())
def test_what_can_be_asked_for_is_stated_by_somebody_and_leaves_somebody(found):
    for wish in wishes_for(found):
        assert any(each.fit(wish) is Fit.YES for each in found)
        assert narrowed(found, frozenset({wish})).shown != ()


@given(candidates())
def test_everything_that_somebody_states_can_be_asked_for(found):
    offered = set(wishes_for(found))

    for wish in EVERY_WISH:
        stated = any(each.fit(wish) is Fit.YES for each in found)
        assert (wish in offered) is stated


@given(some_wishes(), st.sampled_from(EVERY_WISH))
def test_the_same_tap_twice_takes_a_wish_back(wishes, wish):
    once = with_or_without(wishes - {wish}, wish)

    assert wish in once
    assert wish not in with_or_without(once, wish)


def test_another_kind_takes_the_place_of_the_first_and_nothing_else():
    wishes = frozenset({POLISH, MUNICIPAL})

    assert with_or_without(wishes, COMMERCIAL) == {POLISH, COMMERCIAL}


def test_a_part_of_the_day_outside_the_choice_is_not_covered_by_anybody():
    profile = make.municipality().providers[0]
    offer = replace(profile.offers[0], coverage=dict.fromkeys(DayPart, Coverage.YES))

    assert Candidate(profile, offer).fit(NIGHT) is Fit.YES
    assert Candidate(profile, offer, frozenset({DayPart.NIGHT})).fit(NIGHT) is Fit.NO


@pytest.mark.parametrize(
    ("state", "fit"),
    [
        (CapacityState.OPEN, Fit.YES),
        (CapacityState.FULL, Fit.NO),
        (CapacityState.PAUSED, Fit.NO),
        (CapacityState.CLOSING, Fit.NO),
        (CapacityState.NOT_STATED, Fit.NOT_STATED),
    ],
)
def test_room_is_what_the_card_says(state, fit):
    profile = make.municipality().providers[0]
    offer = replace(profile.offers[0], capacity=Capacity(state))

    assert Candidate(profile, offer).fit(ROOM) is fit
