from dataclasses import replace
from decimal import Decimal

import pytest

from kiosk.app.nonchoice.simulate_rule import StoppedError, simulate
from kiosk.domain.nonchoice.parts import MinimumShare, MunicipalDefault, NonchoiceState
from kiosk.domain.provider import Capacity, CapacityState
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND, MUNICIPAL, NORTH, NURSING, SOUTH
from tests.unit.app.nonchoice.people import TODAY, municipality, person

PRESENT = municipality(MunicipalDefault(MUNICIPAL))


def people(new, with_town=0, zone=NORTH, first=1):
    granted = replace(make.granted(NURSING), hours_per_week=Decimal("2.5"))
    helped = replace(granted, present_provider=MUNICIPAL)
    made = [granted] * new + [helped] * with_town
    return [person(number, services=(each,), zone=zone) for number, each in enumerate(made, first)]


def tried(fallback, cases, **changes):
    return simulate(
        PRESENT, municipality(fallback, **changes), cases, NonchoiceState.NO_REPLY, TODAY
    )


def table(simulated, zone=None):
    return next(each for each in simulated.tables if (each.service, each.zone) == (NURSING, zone))


def users(shares):
    return {share.provider: share.users for share in shares}


def test_the_present_rule_and_the_tried_one_stand_beside_each_other():
    told = table(tried(MinimumShare(10, MUNICIPAL), people(20, 80)))

    assert users(told.present)[MUNICIPAL] == 100
    private = sum(share.users or 0 for share in told.tried if share.provider != MUNICIPAL)
    assert private < 100
    assert [share.provider for share in told.present] == [share.provider for share in told.tried]


def test_a_tenth_of_the_users_goes_to_private_providers():
    content = municipality(MinimumShare(10, MUNICIPAL))
    only_lind = replace(
        content,
        providers=tuple(each for each in content.providers if each.id in {MUNICIPAL, LIND}),
    )
    present = replace(PRESENT, providers=only_lind.providers)

    told = simulate(present, only_lind, people(40, 60), NonchoiceState.NO_REPLY, TODAY)

    assert users(table(told).tried) == {MUNICIPAL: 90, LIND: 10}
    assert [share.percent for share in table(told).tried] == [90, 10]
    assert [share.hours for share in table(told).tried] == [225, 25]
    assert told.moved == 0


def test_small_groups_are_hidden_and_cannot_be_worked_out():
    cases = [*people(3), *people(30, zone=SOUTH, first=50)]

    told = tried(MunicipalDefault(MUNICIPAL), cases)

    assert users(table(told, NORTH).present)[MUNICIPAL] is None
    assert users(table(told, SOUTH).present)[MUNICIPAL] == 30
    assert users(table(told).present)[MUNICIPAL] is None


def test_providers_without_room_and_those_who_wait_are_told():
    content = municipality()
    limited = tuple(
        replace(
            each,
            offers=tuple(
                replace(offer, capacity=Capacity(CapacityState.OPEN, None, 2))
                for offer in each.offers
            ),
        )
        for each in content.providers
    )

    told = simulate(
        PRESENT,
        replace(content, providers=limited),
        people(30),
        NonchoiceState.NO_REPLY,
        TODAY,
    )

    assert MUNICIPAL in table(told).full
    assert (table(told).tried_waiting or 0) >= 10


def test_a_simulation_can_be_stopped():
    with pytest.raises(StoppedError):
        simulate(
            PRESENT,
            PRESENT,
            people(1200),
            NonchoiceState.NO_REPLY,
            TODAY,
            lambda _done, _total: False,
        )
