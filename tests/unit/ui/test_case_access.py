"""The button for what is stored about a person."""

import pytest

from kiosk.domain.handling import AccessGiven
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import OLA, OLAS_CODE, StaffWorld


@pytest.fixture
def world(qapp, tmp_path):
    return StaffWorld(tmp_path, factory.case())


def given(world):
    events = [event for _place, event in world.record.history(factory.CASE)]
    return [event for event in events if isinstance(event.body, AccessGiven)]


def test_what_is_stored_is_printed_and_logged(world):
    world.open_case()
    world.desk.actions.giveAccess()

    assert world.shell.current is Page.PRINT
    assert world.desk.printOut.title == "Print what is stored"
    assert given(world) == []
    world.desk.printOut.start()
    assert len(world.printer.jobs) == 1
    assert len(given(world)) == 1


def test_the_front_desk_has_no_such_button(world):
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canGiveAccess


def test_a_case_officer_has_it(world):
    world.open_case()

    assert world.desk.actions.canGiveAccess
