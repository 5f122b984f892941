"""A public machine shows everything evenly, and writes down nothing that tells who read what."""

import pytest

from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.public_machine import PublicMachine, alphabetic
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


def test_every_service_shows_the_order_of_the_session_without_those_it_lacks(machine, session):
    session = machine.dealt(session.with_nonchoice_shown())

    for section in machine.sections(session, make.words()):
        shown = [block.id for block in section.providers]
        assert shown == [each for each in session.order if each in shown]
        assert section.options == ()


def test_a_to_z_is_logged_each_time_and_the_drawn_order_comes_back(machine, session):
    session = machine.dealt(session.with_nonchoice_shown())
    drawn = machine.shown_order(session, make.words())

    sorted_ = machine.sorted_a_to_z(session, wanted=True)
    names = [block.name for block in machine.sections(sorted_, make.words())[0].providers]
    back = machine.sorted_a_to_z(sorted_, wanted=False)

    assert names == sorted(names, key=alphabetic)
    assert machine.shown_order(back, make.words()) == drawn
    assert kinds(machine).count(MachineEventId.A_TO_Z_ASKED) == 1


def test_compared_providers_stand_in_the_order_of_the_session(machine, session):
    session = machine.dealt(session.with_nonchoice_shown())
    shown = [block.id for block in machine.sections(session, make.words())[0].providers][:3]
    for each in reversed(shown):
        session = session.comparing(each)

    table = machine.comparison(session, NURSING, make.words())

    names = [make.municipality().provider(each).name for each in shown]
    assert list(table.columns) == [name.in_(make.words().language) for name in names]
    assert all(len(cells) == 3 for _, cells in table.rows)


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


def test_norwegian_letters_come_last():
    assert sorted(["Åse", "Ødegård", "Ærlig", "Zenit", "ask"], key=alphabetic) == [
        "ask",
        "Zenit",
        "Ærlig",
        "Ødegård",
        "Åse",
    ]
