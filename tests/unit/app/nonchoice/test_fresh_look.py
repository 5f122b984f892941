"""Between the proposal and its confirmation: what came in since is heard, and no limit exceeded."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from kiosk.app.exits.provider_exits import Planned, ProviderExits
from kiosk.app.exits.standing_exits import standing_exits
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import Chooses
from kiosk.domain.event import CaseImported
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.parts import Distribute, MinimumShare, MunicipalDefault, Turns
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.nonchoice.stored import store_standing
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.provider import Capacity, CapacityState
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, SOUTH
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    employed,
    municipality,
    opened,
    person,
    silent_record,
    told,
)
from tests.unit.app.nonchoice.test_allocation_run import refusals
from tests.unit.app.nonchoice.test_meanwhile import answered

PRIVATE = Distribute(Turns(), MUNICIPAL, frozenset({LIND, FJORDHEIM}), MUNICIPAL)


class FreshIds(make.CountingIds):
    """Never gives an id of another use case."""

    def __init__(self):
        self._numbers = count(5000)


def limited(fallback=PRIVATE, users=1):
    """Everybody but the municipality takes so many."""
    content = municipality(fallback)
    providers = tuple(
        each
        if each.id == MUNICIPAL
        else replace(each, offers=tuple(_few(o, users) for o in each.offers))
        for each in content.providers
    )
    return replace(content, providers=providers)


def _few(offer, users):
    return replace(offer, capacity=Capacity(CapacityState.OPEN, None, users))


def came(record, content, number, provider, zone=NORTH):
    """Somebody whom nobody asked about chooses at a home visit."""
    case = person(number, zone=zone)
    told(record, case.reference, CaseImported(case))
    answered(record, content, Chooses(provider), TODAY, case.reference)


def helped_by(record, provider):
    files = [record.case_file(each) for each in record.case_refs()]
    answers = [file.states[0].answer for file in files]
    return [
        a for a in answers if a is not None and a.provider == provider and not a.waits_for_place
    ]


@pytest.mark.parametrize("picked", [LIND, FJORDHEIM])
def test_a_place_that_somebody_chose_since_is_given_to_nobody_else(picked):
    content, record = limited(), silent_record(3)
    run = opened(record, content)
    came(record, content, 9, picked)

    assert refusals(run.confirm) == ["allocation.outdated"]

    assert len(helped_by(record, picked)) == 1
    (outdated, *_) = run.outdated
    assert outdated.placed.proposal.provider == picked
    assert (picked, PassReason.FULL) in [(p.provider, p.reason) for p in outdated.now.passed]


def test_whoever_came_before_the_first_one_that_changed_is_stored():
    content, record = limited(), silent_record(3)
    run = opened(record, content)
    first, second = (each.proposal.provider for each in run.open[:2])
    came(record, content, 9, second)

    assert refusals(run.confirm) == ["allocation.outdated"]

    assert [each.position for each in run.open] == [2, 3]
    assert len(helped_by(record, first)) == 1
    assert refusals(lambda: run.confirm(2)) == ["allocation.outdated"]
    again = opened(record, content)
    again.key, again.desk = "again", replace(again.desk, ids=FreshIds())
    assert [each.proposal.provider for each in again.open] == [MUNICIPAL, MUNICIPAL]
    assert again.confirm() == 2


@pytest.mark.parametrize(("content", "zone"), [(limited(), SOUTH), (municipality(PRIVATE), NORTH)])
def test_what_changes_no_proposal_stops_nobody(content, zone):
    record = silent_record(3)
    run = opened(record, content)
    came(record, content, 9, LIND, zone)

    assert run.confirm() == 3
    assert run.outdated == ()


def test_a_provider_that_was_announced_to_stop_since_gets_nobody():
    content, record = municipality(PRIVATE), silent_record(2)
    employed(record)
    run = opened(record, content)
    exits = ProviderExits(content, record, make.FixedClock(LATER), FreshIds(), make.WORKING)
    exits.announce(
        Planned(LIND, TODAY + timedelta(days=90), ExitCause.CONTRACT_ENDS, (NURSING,), (NORTH,)),
        ACTOR,
    )

    assert refusals(run.confirm) == ["allocation.outdated"]

    assert helped_by(record, LIND) == []
    assert {each.placed.proposal.provider for each in run.outdated} >= {LIND}


def test_a_share_that_others_have_reached_since_is_not_said_to_be_missed():
    content = municipality(MinimumShare(20, MUNICIPAL))
    record = silent_record(3)
    run = opened(record, content)
    assert run.open[0].proposal.way is Way.SHARE_TURN
    came(record, content, 9, LIND)

    assert refusals(run.confirm) == ["allocation.outdated"]

    assert record.runs() == ()
    assert [each.now.way for each in run.outdated] == [Way.SHARE_REACHED] * 3


def test_setting_the_one_aside_whose_proposal_changed_lets_the_rest_be_judged_anew():
    content, record = limited(MunicipalDefault(MUNICIPAL)), silent_record(2)
    run = opened(record, content)
    came(record, content, 9, LIND)
    run.set_aside(1, "Grunn.")

    assert run.confirm() == 1


def test_what_came_in_while_it_was_stored_is_heard_too(monkeypatch):
    content, record = limited(), silent_record(2)
    run = opened(record, content)
    picked = run.open[0].proposal.provider
    append_at, late = record.append_at, iter([True])

    def interrupted(events_seen, events):
        if next(late, False):
            came(record, content, 9, picked)
        return append_at(events_seen, events)

    monkeypatch.setattr(record, "append_at", interrupted)

    assert refusals(run.confirm) == ["allocation.outdated"]
    assert len(helped_by(record, picked)) == 1


@pytest.mark.parametrize("days", [-1, 20, 90])
@pytest.mark.parametrize("fallback", [PRIVATE, MinimumShare(90, MUNICIPAL)])
def test_a_run_counts_as_a_fresh_look_does_when_a_provider_stops(fallback, days):
    content = municipality(fallback)
    helped = (make.granted(NURSING, LIND),)
    record = make.record_with(*(person(number, services=helped) for number in (1, 2)))
    employed(record)
    exits = ProviderExits(content, record, make.FixedClock(), FreshIds(), make.WORKING)
    last_day = make.TODAY + timedelta(days=days)
    exits.announce(Planned(LIND, last_day, ExitCause.CONTRACT_ENDS, (NURSING,), (NORTH,)), ACTOR)
    for case in sorted(record.case_refs()):
        told(record, case, LetterPosted(LetterKind.EXIT, make.TODAY))
        told(record, case, LetterPosted(LetterKind.REMINDER, make.TODAY + timedelta(days=28)))
    joined = with_exits(content, standing_exits(record))
    run = opened(record, joined)
    assert len(run.open) == 2

    run.confirm(1)

    assert run.open, run.outdated
    after = survey(joined, record, TODAY).standing
    assert store_standing(run.standing).loads == store_standing(after).loads
    assert run.confirm() == 1
