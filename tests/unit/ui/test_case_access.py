"""The button for what is stored about a person."""

import json

import pytest

from kiosk.domain.handling import AccessGiven
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, StaffWorld


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
    assert world.desk.printOut.title == "Access to what is stored"
    assert given(world) == []
    world.desk.printOut.start()
    assert len(world.printer.jobs) == 1
    assert len(given(world)) == 1


def test_as_files_it_is_for_people_and_for_programs(world, tmp_path):
    world.open_case()
    world.desk.actions.giveAccess()
    world.desk.printOut.pick("file")
    world.desk.printOut.writeFolder(str(tmp_path))

    world.desk.printOut.start()

    pdf, values = sorted(tmp_path.iterdir(), key=lambda file: file.suffix, reverse=True)
    assert (pdf.suffix, values.suffix, pdf.stem) == (".pdf", ".json", values.stem)
    assert json.loads(values.read_text(encoding="utf-8"))["now"]["reference"] == factory.CASE
    assert "JSON" in world.desk.printOut.doneText
    assert given(world)[-1].actor == KARI


def test_the_front_desk_has_no_such_button(world):
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canGiveAccess


def test_a_case_officer_has_it(world):
    world.open_case()

    assert world.desk.actions.canGiveAccess
