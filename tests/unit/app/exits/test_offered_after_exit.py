"""The list of cases knows what a provider that has stopped leaves to choose from."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.ports.case_file import CaseFilter
from kiosk.app.program import Program
from kiosk.bootstrap.programs import ports
from kiosk.domain.choice import EventId
from kiosk.domain.eligibility import OfferingOn
from kiosk.domain.event import Event
from kiosk.domain.exits.events import ProviderExitAnnounced
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.exits.joining import with_exits
from kiosk.record.memory import MemoryRecord
from kiosk.settings import Resources
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, LIND, NORTH, PRACTICAL, TODAY


def only_lind():
    """A municipality in which one provider gives practical assistance."""
    content = make.municipality()
    providers = tuple(
        each
        if each.id == LIND
        else replace(each, offers=tuple(o for o in each.offers if o.service != PRACTICAL))
        for each in content.providers
    )
    return replace(content, providers=providers)


def stopping(last_day):
    return ProviderExit(
        id="x",
        provider=LIND,
        services=(PRACTICAL,),
        zones=(NORTH,),
        announced_on=TODAY - timedelta(days=90),
        last_day=last_day,
        cause=ExitCause.CONTRACT_ENDS,
        answer_by=TODAY - timedelta(days=60),
    )


def program_over(content, record):
    clock = make.FixedClock()
    return Program(content, ports(Resources.shipped(), content, record, clock))


def waiting_for_practical(content):
    """A record that was opened before anybody knew of exits, with one open case."""
    record = MemoryRecord(offering=OfferingOn(content, TODAY))
    case = make.case(make.granted(PRACTICAL))
    record.append([make.record_with(case).history(case.reference)[0][1]])
    assert record.find_cases("", CaseFilter.WAITING, TODAY) == (case.reference,)
    return record


def test_nothing_is_waited_for_once_the_only_provider_has_stopped():
    content, gone = only_lind(), stopping(TODAY - timedelta(days=1))
    record = waiting_for_practical(content)

    record.take_in_offering(OfferingOn(with_exits(content, [gone]), TODAY))

    assert record.find_cases("", CaseFilter.WAITING, TODAY) == ()
    assert record.count_cases(CaseFilter.DONE, TODAY) == 1


def test_the_program_tells_the_record_what_is_left_to_choose_from():
    content = only_lind()
    record = waiting_for_practical(content)
    name = content.provider(LIND).name
    gone = ProviderExitAnnounced(stopping(TODAY - timedelta(days=1)), name)
    record.append([Event(EventId("exit"), make.NOW, ACTOR, None, gone)])

    program_over(content, record).take_in_exits()

    assert record.find_cases("", CaseFilter.WAITING, TODAY) == ()


@pytest.mark.parametrize(("days", "is_same"), [(-1, False), (0, True), (30, True)])
def test_the_key_changes_when_something_can_no_longer_be_chosen(days, is_same):
    content = only_lind()
    joined = with_exits(content, [stopping(TODAY + timedelta(days=days))])

    assert (OfferingOn(joined, TODAY).key == OfferingOn(content, TODAY).key) is is_same
