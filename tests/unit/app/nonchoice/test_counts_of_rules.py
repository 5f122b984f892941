"""Turns, keys and start-up periods count what a rule has given, whatever the person does later."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.nonchoice.replay_run import replay_run
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses
from kiosk.domain.nonchoice.parts import Distribute, MunicipalDefault, StartUp, Turns, WeightedKey
from kiosk.domain.nonchoice.proposal import Way
from tests.unit.app.factory import FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING
from tests.unit.app.nonchoice.people import TODAY, municipality, opened, silent_record
from tests.unit.app.nonchoice.test_meanwhile import answered

FIRST = CaseRef("2026/000001")
PERIOD = StartUp(LIND, date(2026, 12, 1), 6, 3)


def with_start_up():
    content = municipality(MunicipalDefault(MUNICIPAL))
    rules = {
        spot: tuple(replace(each, start_up=PERIOD) for each in here)
        for spot, here in content.rules.items()
    }
    return replace(content, rules=rules)


def ways(run):
    return [each.proposal.way for each in run.open]


def test_a_late_choice_leaves_the_count_of_a_start_up_period():
    record, content = silent_record(5), with_start_up()
    run = opened(record, content)
    assert ways(run) == [Way.START_UP] * 3 + [Way.MUNICIPAL] * 2
    run.confirm(last_position=2)

    answered(record, content, Chooses(FJORDHEIM), TODAY, FIRST)

    counts = survey(content, record, TODAY).standing
    (started,) = [load for key, load in counts.started.items() if key[1:] == (NURSING, NORTH)]
    assert started.users == 2
    assert counts.stock[NURSING, NORTH, LIND].users == 1
    assert ways(opened(record, content)) == [Way.START_UP] + [Way.MUNICIPAL] * 2


@pytest.mark.parametrize(
    "pick", [Turns(), WeightedKey(((LIND, 1), (FJORDHEIM, 1), (MUNICIPAL, 1)))]
)
def test_a_late_choice_gives_nobody_another_turn_or_share(pick):
    content = municipality(Distribute(pick, MUNICIPAL))
    quiet, record = silent_record(6), silent_record(6)
    for each in (quiet, record):
        opened(each, content).confirm(last_position=3)

    answered(record, content, Chooses(FJORDHEIM), TODAY, FIRST)

    assert record.queues() == quiet.queues()
    rest = [each.proposal.provider for each in opened(record, content).open]
    assert rest == [each.proposal.provider for each in opened(quiet, content).open]
    assert replay_run(record, record.runs()[0]).difference is None
