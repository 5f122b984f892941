"""Waiting lists: the order never changes, nobody is passed over, no place is offered twice."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.waiting import Step, Waiting, in_order, lines, next_for, room_in
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, NORTH, NURSING, SOUTH, TODAY


def waiting(number, since=TODAY, **changes):
    plain = Waiting(
        CaseRef(f"2026/{number}"),
        EventId(f"choice-{number}"),
        NURSING,
        NORTH,
        FJORDHEIM,
        since,
        number,
    )
    return replace(plain, **changes)


def room(limit, state=CapacityState.OPEN, unit=Unit.USERS):
    return Capacity(state, None, limit, unit)


def steps(line, capacity, taken=None, today=TODAY):
    found = lines(line, lambda _spot: (capacity, taken or Taken()), today)
    return [(each.waiting.order, each.place, each.step) for each in found]


def test_the_first_who_wished_is_offered_the_first_place():
    later, earlier = waiting(1), waiting(2, TODAY - timedelta(days=1))

    assert steps([later, earlier], room(3), Taken(users=2)) == [
        (2, 1, Step.OFFER),
        (1, 2, Step.WAIT),
    ]


def test_two_of_one_day_stand_as_they_were_stored():
    assert [each.order for each in in_order([waiting(2), waiting(1)])] == [1, 2]


def test_an_offer_that_stands_is_a_place_that_nobody_else_gets():
    offered = waiting(1, reply_by=TODAY)

    assert steps([offered, waiting(2)], room(1)) == [
        (1, 1, Step.AWAIT_REPLY),
        (2, 2, Step.WAIT),
    ]


def test_an_offer_ends_by_somebody_and_holds_the_place_until_then():
    offered = waiting(1, reply_by=TODAY - timedelta(days=1))

    assert steps([offered, waiting(2)], room(1)) == [(1, 1, Step.EXPIRED), (2, 2, Step.WAIT)]


def test_who_needs_more_than_there_is_keeps_those_behind_waiting():
    much, little = waiting(1, minutes=300), waiting(2, minutes=30)

    assert steps([much, little], room(4, unit=Unit.HOURS)) == [
        (1, 1, Step.WAIT),
        (2, 2, Step.WAIT),
    ]


def test_a_closed_provider_and_one_that_has_left_offer_nothing():
    for capacity in (None, room(9, CapacityState.FULL), room(None, CapacityState.PAUSED)):
        assert steps([waiting(1)], capacity) == [(1, 1, Step.WAIT)]


def test_without_a_limit_an_open_provider_takes_everybody():
    assert {step for _, _, step in steps([waiting(1), waiting(2)], room(None))} == {Step.OFFER}


def test_one_list_per_service_and_a_line_per_zone_and_provider():
    listed = [
        waiting(1),
        waiting(2, zone=SOUTH),
        waiting(3, provider=LIND),
        waiting(4, service=ServiceId("bpa")),
        waiting(5),
    ]

    found = steps(listed, room(0))

    assert [(order, place) for order, place, _ in found] == [(4, 1), (1, 1), (2, 1), (3, 1), (5, 2)]


def test_room_is_what_the_municipality_approved():
    content = make.municipality()

    found = room_in(content, (NURSING, NORTH, FULL), TODAY)

    assert found is not None
    assert found.state is CapacityState.FULL
    assert room_in(content, (NURSING, ZoneId("oya"), FULL), TODAY) is None
    assert room_in(content, (ServiceId("ukjent"), NORTH, FULL), TODAY) is None
    assert room_in(content, (NURSING, NORTH, ProviderId("ukjent")), TODAY) is None


PEOPLE = st.lists(
    st.builds(
        waiting,
        st.integers(1, 10_000),
        st.dates(date(2026, 1, 1), date(2026, 3, 1)),
        minutes=st.integers(0, 600),
        reply_by=st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 1)),
        zone=st.sampled_from([NORTH, SOUTH]),
        provider=st.sampled_from([FJORDHEIM, LIND]),
    ),
    unique_by=lambda each: each.order,
    max_size=12,
)


@given(PEOPLE, st.none() | st.integers(0, 12), st.integers(0, 12), st.sampled_from(Unit))
def test_nobody_is_passed_over_and_no_place_is_offered_twice(people, limit, users, unit):
    taken = Taken(users=users, minutes=users * 60)
    capacity = room(limit, unit=unit)

    found = lines(people, lambda _spot: (capacity, taken), TODAY)

    for spot in {each.waiting.spot for each in found}:
        line = [each for each in found if each.waiting.spot == spot]
        open_steps = [each.step for each in line if not each.waiting.is_offered]
        # Offers come first, and never after somebody who waits.
        assert open_steps == sorted(open_steps, key=[Step.OFFER, Step.WAIT].index)
        assert [each.place for each in line] == list(range(1, len(line) + 1))
        going = [each for each in line if each.step is not Step.WAIT]
        fresh = [each for each in line if each.step is Step.OFFER]
        if limit is not None and fresh:
            needed = (
                len(going)
                if unit is Unit.USERS
                else sum(max(each.waiting.minutes, 1) for each in going)
            )
            amount = limit if unit is Unit.USERS else limit * 60
            assert taken.promised(unit) + needed <= amount
        following = next_for(found, spot)
        assert following == (fresh[0] if fresh else None)


@given(PEOPLE, st.randoms())
def test_the_order_is_the_same_however_the_list_is_read(people, random):
    mixed = list(people)
    random.shuffle(mixed)

    assert in_order(mixed) == in_order(people)


@given(PEOPLE, st.integers(0, 11))
def test_whoever_leaves_changes_nobody_elses_order(people, place):
    listed = in_order(people)
    kept = [each for at, each in enumerate(listed) if at != place]

    assert list(in_order(kept)) == kept
