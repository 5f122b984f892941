"""Room at a provider: one fact for the screen, the paper and the answer."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.choice import Chooses, EventId, Keeps, Outcome
from kiosk.domain.consequence import follow
from kiosk.domain.helping import Help, Listed
from kiosk.domain.lifecycle import Held
from kiosk.domain.nonchoice.noted import with_taken
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.places import as_it_is_full, full_for, has_room
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.domain.situations import situation_of
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, NORTH, NURSING, PRACTICAL, SOUTH, TODAY

COUNTS = st.integers(0, 30)


def limited(limit, unit=Unit.USERS, provider=FJORDHEIM, service=NURSING):
    """The municipality with a limit for one provider of one service."""
    base = make.municipality()

    def offer(each):
        room = replace(each.capacity, limit=limit, unit=unit)
        return replace(each, capacity=room) if each.service == service else each

    return replace(
        base,
        providers=tuple(
            replace(each, offers=tuple(map(offer, each.offers))) if each.id == provider else each
            for each in base.providers
        ),
    )


def granted(taken, present=None, hours=None):
    listed = replace(make.granted(NURSING, present), hours_per_week=hours)
    return with_taken(listed, {FJORDHEIM: taken})


def answered(answer, municipality, of):
    case = make.case(of)
    return follow(answer, situation_of(municipality, case, of, TODAY, make.WORKING))


def test_the_last_place_is_given_and_the_next_one_is_waited_for():
    place = answered(Chooses(FJORDHEIM), limited(3), granted(Taken(users=2)))
    waiting = answered(Chooses(FJORDHEIM), limited(3), granted(Taken(users=3)))

    assert not place.waits_for_place
    assert (waiting.outcome, waiting.waits_for_place) == (Outcome.CHOSEN, True)
    assert waiting.interim is not None


def test_who_waits_already_comes_before_who_asks_now():
    taken = Taken(users=2, waiting_users=1)

    assert answered(Chooses(FJORDHEIM), limited(3), granted(taken)).waits_for_place


def test_hours_are_counted_as_the_decision_says():
    full_week = limited(10, Unit.HOURS)
    nine = Taken(users=1, minutes=540)

    one = answered(Chooses(FJORDHEIM), full_week, granted(nine, hours=Decimal(1)))
    two = answered(Chooses(FJORDHEIM), full_week, granted(nine, hours=Decimal(2)))

    assert (one.waits_for_place, two.waits_for_place) == (False, True)


def test_a_decision_of_unknown_hours_needs_some_room():
    at_the_limit = Taken(minutes=600)

    assert FJORDHEIM in full_for(limited(10, Unit.HOURS), granted(at_the_limit), NORTH)


def test_who_has_a_place_keeps_it_when_the_room_shrinks():
    mine = granted(Taken(users=5), present=FJORDHEIM)

    for answer in (Chooses(FJORDHEIM), Keeps()):
        followed = answered(answer, limited(2), mine)
        assert (followed.provider, followed.waits_for_place) == (FJORDHEIM, False)


def test_a_limit_is_of_its_service_and_of_its_zone():
    content, taken = limited(2), granted(Taken(users=2))

    seen = as_it_is_full(content, taken, NORTH, TODAY)
    states = {offer.service: offer.capacity.state for offer in seen.provider(FJORDHEIM).offers}

    assert (states[NURSING], states[PRACTICAL]) == (CapacityState.FULL, CapacityState.OPEN)
    assert full_for(content, make.granted(NURSING), SOUTH) == {FULL}


def test_a_provider_that_is_full_stays_among_the_others_and_says_since_when():
    seen = as_it_is_full(limited(2), granted(Taken(users=2)), NORTH, TODAY)
    offer = seen.provider(FJORDHEIM).offer_for(NURSING, NORTH)

    assert offer is not None
    assert offer.capacity.as_of == TODAY
    assert FJORDHEIM in seen.offered(NURSING, NORTH, TODAY)


def test_where_no_limit_is_reached_the_content_is_as_it_was_approved():
    content = limited(3)

    assert as_it_is_full(content, granted(Taken(users=1)), NORTH, TODAY) is content


@given(st.none() | COUNTS, COUNTS, COUNTS, st.sampled_from(Unit), st.sampled_from(CapacityState))
def test_what_is_shown_is_what_is_judged(limit, users, waiting, unit, state):
    taken = Taken(users, users * 60, waiting, waiting * 60)
    content = limited(limit, unit)
    content = replace(
        content,
        providers=tuple(
            replace(
                each,
                offers=tuple(
                    replace(offer, capacity=replace(offer.capacity, state=state))
                    for offer in each.offers
                ),
            )
            for each in content.providers
        ),
    )
    mine = granted(taken, hours=Decimal(1))

    shown = as_it_is_full(content, mine, NORTH, TODAY)
    offer = shown.provider(FJORDHEIM).offer_for(NURSING, NORTH)
    is_full = offer is not None and offer.capacity.state in {
        CapacityState.FULL,
        CapacityState.PAUSED,
        CapacityState.CLOSING,
    }

    assert answered(Chooses(FJORDHEIM), content, mine).waits_for_place == is_full


@given(st.integers(0, 20), COUNTS, st.sampled_from(Unit))
def test_room_never_lets_more_in_than_the_limit(limit, users, unit):
    taken, room = Taken(users=users, minutes=users * 60), Capacity(CapacityState.OPEN, None, limit)
    room = replace(room, unit=unit)

    if has_room(room, taken, 60):
        assert users + 1 <= limit


def held(**changes):
    return Held(EventId("c1"), Outcome.CHOSEN, date(2026, 11, 10), FJORDHEIM, **changes)


def test_a_promised_place_is_taken_at_once_and_a_place_that_is_waited_for_is_not():
    listed = Listed(LIND, date(2026, 11, 1))

    assert Help(listed).counted_to == LIND
    assert Help(listed, (held(start_on=date(2027, 1, 1)),)).counted_to == FJORDHEIM
    assert Help(listed, (held(awaits_date=True, interim=LIND),)).counted_to == FJORDHEIM
    assert Help(listed, (held(waits_for_place=True, interim=LIND),)).counted_to == LIND
    assert Help(listed, (held(is_withdrawn=True),)).counted_to == LIND


def test_a_newer_list_has_the_last_word():
    listed = Listed(LIND, date(2026, 11, 20))

    assert Help(listed, (held(),)).counted_to == LIND
