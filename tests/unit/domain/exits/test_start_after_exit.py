"""Whoever is given another provider, when one stops, begins there on a working day."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.consequence import Situation, allocated
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.parts import NonchoiceState
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, LIND, NORTH, NURSING


def start(last_day, *, moves=True):
    plain = make.municipality()
    notice = replace(plain.notice, moves_to_working_day=moves)
    services = tuple(replace(each, notice=None) for each in plain.services)
    stops = ProviderExit(
        id="exit",
        provider=LIND,
        services=(NURSING,),
        zones=(NORTH,),
        announced_on=date(2026, 11, 2),
        last_day=last_day,
        cause=ExitCause.CONTRACT_ENDS,
        answer_by=date(2026, 11, 30),
    )
    place = with_exits(replace(plain, notice=notice, services=services), (stops,))
    situation = Situation(place, NURSING, NORTH, LIND, date(2026, 12, 1), make.WORKING)
    return allocated(FJORDHEIM, NonchoiceState.NO_REPLY, "rule@1", situation).start_on


@pytest.mark.parametrize(
    ("last_day", "begins"),
    [
        (date(2026, 12, 24), date(2026, 12, 28)),
        (date(2026, 12, 31), date(2027, 1, 4)),
        (date(2027, 1, 11), date(2027, 1, 12)),
    ],
)
def test_the_first_day_is_no_red_day(last_day, begins):
    assert start(last_day) == begins


def test_where_starts_do_not_move_it_is_the_day_after_the_last_one():
    assert start(date(2026, 12, 24), moves=False) == date(2026, 12, 25)
