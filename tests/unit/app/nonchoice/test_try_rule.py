"""A rule tried on the record: today's own rule gives today's result, and answers stay answers."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.app.nonchoice.trial_people import Tryout, people_of_list, people_of_record
from kiosk.app.nonchoice.try_rule import TryRule
from kiosk.app.ports.rules import RulesSource
from kiosk.app.watch import ALONE
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event
from kiosk.domain.exits.events import ProviderExitAnnounced
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.language import LocalText
from kiosk.domain.nonchoice.parts import (
    Distribute,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Turns,
    WeightedKey,
)
from kiosk.domain.provider import Capacity, CapacityState
from kiosk.domain.staff import StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, SOUTH
from tests.unit.app.nonchoice.people import LATER, TODAY, TURNS, employed, invited, municipality
from tests.unit.app.nonchoice.people import person as new_person
from tests.unit.app.nonchoice.test_meanwhile import answered

FALLBACKS = [
    TURNS,
    Distribute(Lots(), MUNICIPAL),
    Distribute(WeightedKey(((LIND, 2), (FJORDHEIM, 1))), MUNICIPAL),
    MinimumShare(40, MUNICIPAL),
    MunicipalDefault(MUNICIPAL),
]
NO_REPLY = NonchoiceState.NO_REPLY
EXIT = ProviderExit(
    "exit-1",
    LIND,
    (NURSING,),
    (NORTH,),
    make.TODAY,
    TODAY.replace(day=31),
    ExitCause.CONTRACT_ENDS,
    TODAY,
)


class OnPaper(RulesSource):
    """Rules as the pack says, which knows nothing of the record."""

    def __init__(self, content):
        self.content = content

    def at(self, path):
        return self.content

    def fault(self, problem, words):
        return problem.code


def ref(number):
    return CaseRef(f"2026/{number:06}")


def person(number, present=None, zone=NORTH):
    return new_person(number, services=(make.granted(NURSING, present),), zone=zone)


def record_of(*cases):
    record = make.record_with(*cases)
    employed(record, StaffRole.ADMINISTRATOR)
    for each in cases:
        invited(record, each.reference)
    return record


def stop(record, exit_=EXIT):
    body = ProviderExitAnnounced(exit_, LocalText.same("Lind EKSEMPEL"))
    record.append([Event(EventId("exit"), make.NOW, ACTOR, None, body)])


def use(record, pack, exits=()):
    nobody_asks: Any = None
    parts = with_exits(pack, exits), record, make.FixedClock(LATER), nobody_asks, nobody_asks
    return TryRule(*parts, OnPaper(pack))


def tried(record, pack, tryout=Tryout.UNANSWERED, exits=(), other=None):
    trial = use(record, pack, exits)
    trial = trial if other is None else replace(trial, rules=OnPaper(other))
    return trial.on_record("regler.toml", tryout, NO_REPLY, ACTOR, ALONE).simulated


def users(shares):
    return {share.provider: share.users for share in shares}


def with_room_for(content, limit):
    if limit is None:
        return content
    room = Capacity(CapacityState.OPEN, None, limit)
    providers = tuple(
        replace(each, offers=tuple(replace(offer, capacity=room) for offer in each.offers))
        for each in content.providers
    )
    return replace(content, providers=providers)


@given(
    st.sampled_from(FALLBACKS),
    st.sampled_from([Tryout.UNANSWERED, Tryout.EVERYBODY]),
    st.booleans(),
    st.none() | st.integers(0, 9),
    st.integers(0, 4),
    st.integers(0, 4),
)
@settings(max_examples=40, deadline=None)
def test_the_rule_of_today_gives_what_it_gives_today(
    fallback, tryout, stops, limit, helped, chosen
):
    pack = with_room_for(municipality(fallback), limit)
    people = [person(number) for number in range(1, 10)]
    people += [person(number, LIND, SOUTH) for number in range(20, 20 + helped)]
    people += [person(number, LIND) for number in range(30, 30 + helped)]
    record = record_of(*people)
    for number in range(1, chosen + 1):
        answered(record, pack, Chooses(FJORDHEIM), case=ref(number))
    if stops:
        stop(record)

    found = tried(record, pack, tryout, (EXIT,) if stops else ())

    assert all(table.present == table.tried for table in found.tables)
    assert all(table.present_shares == table.tried_shares for table in found.tables)


def test_a_provider_that_stops_gets_nobody_by_the_tried_rule_either():
    pack = municipality(TURNS)
    record = record_of(*(person(number) for number in range(1, 31)))
    stop(record)

    whole = tried(record, pack, exits=(EXIT,)).tables[0]

    assert users(whole.tried)[LIND] == 0
    assert users(whole.tried)[FJORDHEIM] > 0


def test_whoever_has_answered_stays_and_is_no_new_person():
    pack = municipality(MunicipalDefault(MUNICIPAL))
    record = record_of(*(person(number) for number in range(1, 21)))
    for number in range(1, 7):
        answered(record, pack, Chooses(FJORDHEIM), case=ref(number))
    for number in range(7, 13):
        answered(record, pack, Chooses(MUNICIPAL), case=ref(number))

    found = tried(
        record, pack, other=municipality(Distribute(Turns(), MUNICIPAL, frozenset({LIND})))
    )

    whole = found.tables[0]
    assert (found.people, found.staying) == (8, 12)
    assert users(whole.present) == {FJORDHEIM: 6, MUNICIPAL: 14, LIND: 0, **rest(whole)}
    assert users(whole.tried) == {FJORDHEIM: 6, MUNICIPAL: 6, LIND: 8, **rest(whole)}


def rest(table):
    shown = {FJORDHEIM, MUNICIPAL, LIND}
    return {each.provider: 0 for each in table.present if each.provider not in shown}


def test_everybody_can_be_tried_as_if_new():
    pack = municipality(MunicipalDefault(MUNICIPAL))
    people = [person(number, FJORDHEIM) for number in range(1, 11)]
    record = record_of(*people, *(person(number) for number in range(11, 21)))
    for number in range(11, 16):
        answered(record, pack, Chooses(FJORDHEIM), case=ref(number))

    found = tried(record, pack, Tryout.EVERYBODY)

    assert (found.people, found.staying) == (20, 0)
    assert users(found.tables[0].tried)[MUNICIPAL] == 20


def test_whose_provider_stops_is_asked_anew_although_an_answer_is_stored():
    pack = municipality(MunicipalDefault(MUNICIPAL))
    record = record_of(*(person(number) for number in range(1, 13)))
    for number in range(1, 7):
        answered(record, pack, Chooses(LIND), case=ref(number))
    stop(record)

    found = tried(record, pack, exits=(EXIT,))

    assert (found.people, found.staying) == (12, 0)
    assert users(found.tables[0].tried)[MUNICIPAL] == 12


def test_who_does_not_wish_to_choose_waits_for_the_rule_and_is_tried():
    pack = municipality(TURNS)
    record = record_of(*(person(number) for number in range(1, 8)))
    answered(record, pack, DoesNotWish(), case=ref(1))

    assert tried(record, pack).people == 7


def test_where_everybody_has_answered_there_is_nothing_to_try():
    pack = municipality(TURNS)
    record = record_of(person(1))
    answered(record, pack, Chooses(FJORDHEIM))

    with pytest.raises(RefusedError) as refused:
        tried(record, pack)

    assert [each.code for each in refused.value.refusals] == ["simulation.all_answered"]


def test_a_few_who_stay_are_not_told():
    pack = municipality(MunicipalDefault(MUNICIPAL))
    record = record_of(*(person(number) for number in range(1, 21)))
    answered(record, pack, Chooses(FJORDHEIM))

    found = tried(record, pack)

    assert (found.people, found.staying) == (None, None)


def test_people_of_a_list_count_as_new_this_year_where_the_list_says_so():
    granted = make.granted(NURSING, LIND)
    since = [TODAY.replace(month=1, day=2), TODAY.replace(year=TODAY.year - 1), None]
    cases = [
        new_person(number, services=(replace(granted, present_since=day),))
        for number, day in enumerate(since)
    ]

    people = people_of_list(municipality(), cases, NO_REPLY, TODAY)

    assert people.standing.stock[NURSING, NORTH, LIND].users == 3
    assert people.standing.flow[NURSING, NORTH, LIND].users == 1


def test_a_record_is_only_read():
    record = record_of(person(1))
    before = record.event_count

    people_of_record(municipality(), record, NO_REPLY, TODAY, Tryout.UNANSWERED)
    tried(record, municipality())

    assert record.event_count == before
