"""A public machine shows everything evenly, and writes down nothing that tells who read what."""

import pytest

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.asked_view import ViewKind
from kiosk.domain.errors import RefusedError
from kiosk.domain.machine_event import MachineEventId, PrintEnd
from kiosk.domain.public_session import SessionEnd, SessionStart
from kiosk.machine.memory import MemoryMachineLog, MemoryOrderStock
from kiosk.system import SystemIds
from tests.unit.app import factory as make
from tests.unit.app.factory import NORTH, NURSING, PRACTICAL


@pytest.fixture
def machine():
    municipality, clock = make.municipality(), make.FixedClock()
    return PublicMachine(
        municipality,
        ExplainNonchoice(municipality, clock),
        MemoryMachineLog(),
        MemoryOrderStock(),
        clock,
        SystemIds(),
    )


@pytest.fixture
def session(machine):
    known = machine.services_in(NORTH)
    session = machine.begin().living_in(NORTH)
    return session.toggled(NURSING, known).toggled(PRACTICAL, known)


def kinds(machine):
    return [event.id for event in machine.log.events]


def test_no_order_is_dealt_before_the_page_about_not_choosing(machine, session):
    with pytest.raises(RefusedError):
        machine.dealt(session)

    assert kinds(machine) == [MachineEventId.SESSION_BEGUN]


def test_the_order_is_dealt_once_and_kept(machine, session):
    once = machine.dealt(session.with_nonchoice_shown())

    assert machine.dealt(once) == once
    assert kinds(machine).count(MachineEventId.ORDER_DEALT) == 1


def test_nobody_draws_again_by_asking_for_the_same_in_another_way(machine, session):
    known = machine.services_in(NORTH)
    once = machine.dealt(session.with_nonchoice_shown())

    for _ in range(8):
        less = once.toggled(PRACTICAL, known)
        assert not less.order
        fewer = machine.dealt(less.with_nonchoice_shown())
        assert fewer.order == tuple(each for each in once.order if each in fewer.order)
        again = machine.dealt(fewer.toggled(PRACTICAL, known).with_nonchoice_shown())
        assert again.order == once.order

    assert kinds(machine).count(MachineEventId.ORDER_DEALT) == 1


def test_whoever_looks_at_another_zone_finds_the_same_order_at_home(machine, session):
    known = machine.services_in(NORTH)
    once = machine.dealt(session.with_nonchoice_shown())

    there_and_back = once.living_in(make.SOUTH).living_in(NORTH)
    asked = there_and_back.toggled(NURSING, known).toggled(PRACTICAL, known)

    assert machine.dealt(asked.with_nonchoice_shown()).order == once.order


def test_those_who_were_not_drawn_for_before_are_drawn_for(machine):
    known = machine.services_in(NORTH)
    nursing = machine.begin().living_in(NORTH).toggled(NURSING, known)
    first = machine.dealt(nursing.with_nonchoice_shown())

    both = machine.dealt(first.toggled(PRACTICAL, known).with_nonchoice_shown())

    assert set(first.order) < set(both.order)
    assert kinds(machine).count(MachineEventId.ORDER_DEALT) == 2


def test_every_service_shows_the_order_of_the_session_without_those_it_lacks(machine, session):
    session = machine.dealt(session.with_nonchoice_shown())

    for section in machine.sections(session, make.words()):
        shown = [block.id for block in section.providers]
        assert shown == [each for each in session.order if each in shown]
        assert section.options == ()


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (ViewKind.A_TO_Z, MachineEventId.A_TO_Z_ASKED),
        (ViewKind.SOME, MachineEventId.SOME_ASKED),
        (ViewKind.COMPARED, MachineEventId.COMPARISON_ASKED),
    ],
)
def test_another_view_is_logged_with_the_session_and_nothing_else(machine, session, asked, kind):
    machine.note_view(session, asked)

    assert machine.log.events[-1].id is kind
    assert dict(machine.log.events[-1].fields) == {"session": session.id}


def test_nothing_of_zone_service_or_reading_is_written_down(machine, session):
    session = machine.dealt(session.with_nonchoice_shown())
    machine.note_brochure(PrintEnd.HANDED_TO_PRINTER)
    machine.end(session, SessionEnd.ABANDONED)

    said = [name for event in machine.log.events for name in event.fields]
    assert "zone" not in said
    assert "services" not in said
    assert machine.log.events[-1].fields["end"] == "abandoned"


def test_a_session_after_a_hand_over_is_told_apart(machine):
    machine.begin(SessionStart.HANDED_OVER)

    assert machine.log.events[0].fields["start"] == "handed_over"


@pytest.mark.parametrize("start", list(SessionStart))
def test_a_session_that_a_power_cut_ended_is_abandoned_and_others_are_as_they_ended(machine, start):
    machine.end(machine.begin(), SessionEnd.FINISHED)
    left = machine.begin(start)
    told = machine.log.events.copy()

    machine.end_left(told)
    machine.end_left(machine.log.events.copy())

    (last,) = machine.log.events[len(told) :]
    assert last.id is MachineEventId.SESSION_ENDED
    assert last.fields == {"session": left.id, "end": "abandoned"}


def test_nothing_is_ended_where_nothing_was_left(machine):
    machine.end(machine.begin(), SessionEnd.BY_PERSON)
    told = machine.log.events.copy()

    machine.end_left(())
    machine.end_left(told)
    # The begin can lie further back than what was read.
    machine.end_left(told[1:])

    assert machine.log.events == told
