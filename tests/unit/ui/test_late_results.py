"""Results of the note and of the "cannot" entry that come when their page has been left."""

from dataclasses import replace

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Outcome
from kiosk.domain.errors import StorageError
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, LaterTasks, StaffWorld
from tests.unit.ui.visits import stored_visit

OTHER = CaseRef("2026/000999")


@pytest.fixture
def tasks():
    return LaterTasks()


@pytest.fixture
def world(qapp, tmp_path, tasks):
    first = factory.case()
    made = StaffWorld(tmp_path, first, replace(first, reference=OTHER), tasks=tasks)
    tasks.do_all()
    made.sign_in()
    tasks.do_all()
    made.desk.cases.open(factory.CASE)
    tasks.do_all()
    return made


def fill_in_note(world):
    stored_visit(world)
    world.desk.case.refresh()
    world.desk.actions.writeNote()
    world.desk.note.pick("yes")
    world.desk.note.writeHow("Told in own words")
    world.desk.note.store()


def is_noted(world):
    return world.record.case_file(factory.CASE).note_pending_for is None


def outcomes(world, case=factory.CASE):
    return [state.outcome for state in world.record.case_file(case).states]


def test_a_note_that_is_stored_behind_the_lock_opens_nothing(world, tasks):
    fill_in_note(world)
    world.desk.lock()
    tasks.do_all()

    assert world.shell.current is Page.SIGN_IN
    assert is_noted(world)


def test_whoever_comes_back_to_a_stored_note_can_go_on(world, tasks):
    fill_in_note(world)
    world.desk.lock()
    tasks.do_all()
    world.sign_in(KARI, KARIS_CODE)
    tasks.do_all()
    world.desk.note.store()
    tasks.do_all()

    assert world.shell.current is Page.CASE
    assert world.desk.note.message == ""


def test_a_note_that_is_stored_late_leads_nobody_away_from_another_page(world, tasks):
    fill_in_note(world)
    world.desk.note.leave()
    world.desk.openCases()
    tasks.do_all()

    assert world.shell.current is Page.CASES
    assert is_noted(world)


def test_a_note_that_fails_late_says_nothing_on_the_next_note(world, tasks, monkeypatch):
    fill_in_note(world)
    world.desk.note.leave()
    world.desk.actions.writeNote()

    def fail(_events):
        raise StorageError

    monkeypatch.setattr(world.record, "append", fail)
    tasks.do_all()

    assert world.desk.note.message == ""


def test_a_second_tap_while_the_note_is_stored_does_nothing(world, tasks):
    fill_in_note(world)
    world.desk.note.store()

    assert len(tasks.waiting) == 1


def test_an_entry_that_is_stored_late_closes_no_entry_of_another_case(world, tasks):
    world.desk.cannot.begin(factory.PRACTICAL)
    world.desk.cannot.store("26/9-1")
    storing, tasks.waiting = tasks.waiting, []
    world.desk.openCases()
    world.desk.cases.open(OTHER)
    tasks.do_all()
    world.desk.cannot.begin(factory.PRACTICAL)
    tasks.waiting = storing
    tasks.do_all()

    assert world.desk.cannot.service == factory.PRACTICAL
    assert outcomes(world)[1] is Outcome.CANNOT
    assert outcomes(world, OTHER) == [None, None]


def test_an_entry_that_is_stored_behind_the_lock_is_shown_as_stored_afterwards(world, tasks):
    world.desk.cannot.begin(factory.PRACTICAL)
    world.desk.cannot.store("26/9-1")
    world.desk.lock()
    tasks.do_all()
    world.sign_in(KARI, KARIS_CODE)
    tasks.do_all()

    assert world.shell.current is Page.CASE
    assert world.desk.cannot.service == ""
    assert world.desk.case.services.rows()[1]["stateText"] == "Cannot choose"


def test_an_entry_stays_open_while_it_is_being_stored(world, tasks):
    world.desk.cannot.begin(factory.PRACTICAL)
    world.desk.cannot.store("26/9-1")
    world.desk.cannot.cancel()

    assert world.desk.cannot.service == factory.PRACTICAL
    tasks.do_all()
    assert world.desk.cannot.service == ""


def test_a_second_tap_while_the_entry_is_stored_asks_for_nothing(world, tasks):
    world.desk.cannot.begin(factory.PRACTICAL)
    world.desk.cannot.store("26/9-1")
    world.desk.cannot.store("26/9-1")

    assert len(tasks.waiting) == 1
