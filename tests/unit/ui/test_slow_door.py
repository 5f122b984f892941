"""A record that opens slowly: it stays open for nobody who has left, and behind no stranger's page."""

from dataclasses import replace

import pytest

import tests.stage as stages
from kiosk.app.ports.record_door import DoorState
from kiosk.domain.errors import RefusedError, StorageError, StorageFault
from kiosk.ui.shell import Page
from tests.stage import CODE, OFFICER, memory_program, open_public_stage, public_machine
from tests.unit.ui.held_tasks import HeldTasks
from tests.unit.ui.test_staff_visits import Door, Screen, Time


@pytest.fixture
def tasks():
    return HeldTasks()


@pytest.fixture
def screen(qapp, tasks, monkeypatch):
    outfit = stages._outfit
    monkeypatch.setattr(stages, "_outfit", lambda *args: replace(outfit(*args), tasks=tasks))
    program, time, door = memory_program(is_public=True), Time(), Door()
    program.door = door
    machine = public_machine(program)
    with open_public_stage(program, machine, time) as stage:
        yield Screen(stage, machine, time, door)


def work(screen):
    return screen.stage.open.public.desk


def let_go(screen, tasks):
    tasks.let_go()
    screen.stage.reader.settle()


def test_a_stranger_who_begins_meanwhile_keeps_the_screen(screen, tasks):
    tasks.is_holding = True
    screen.stage.reader.press("For ansatte")
    work(screen).begin("nb")

    let_go(screen, tasks)

    assert screen.shows(Page.PUBLIC_SETTINGS)
    assert screen.door.is_locked()


def test_the_session_of_that_stranger_ends_with_a_closed_record(screen, tasks):
    tasks.is_holding = True
    screen.stage.reader.press("For ansatte")
    work(screen).begin("nb")
    let_go(screen, tasks)

    screen.wait(300)
    assert screen.shows(Page.WARNING)
    screen.wait(61)

    assert screen.is_empty()
    assert screen.ends() == ["abandoned"]


def test_two_taps_open_one_door_once(screen, tasks):
    opened = []
    at_hand = screen.door.open_at_hand

    def open_at_hand():
        opened.append(1)
        return at_hand()

    screen.door.open_at_hand = open_at_hand
    tasks.is_holding = True
    work(screen).askStaff()
    work(screen).askStaff()

    let_go(screen, tasks)

    assert screen.shows(Page.SIGN_IN)
    assert len(opened) == 1


def test_whoever_goes_away_while_it_opens_leaves_no_open_record(screen, tasks):
    tasks.is_holding = True
    screen.stage.reader.press("For ansatte")
    screen.wait(300)

    let_go(screen, tasks)

    assert screen.is_empty()


def test_what_could_not_be_opened_is_not_told_to_a_stranger_who_came_meanwhile(screen, tasks):
    def fail():
        raise StorageError(StorageFault.FAILED)

    screen.door.open_at_hand = fail
    tasks.is_holding = True
    screen.stage.reader.press("For ansatte")
    work(screen).begin("nb")

    let_go(screen, tasks)

    assert screen.shows(Page.PUBLIC_SETTINGS)
    assert work(screen).steps.fault == ""


def test_after_a_record_that_did_not_open_staff_can_try_again(screen, tasks):
    at_hand = screen.door.open_at_hand

    def fail():
        screen.door.open_at_hand = at_hand
        raise StorageError(StorageFault.FAILED)

    screen.door.open_at_hand = fail
    screen.stage.reader.press("For ansatte")
    assert screen.shows(Page.ATTRACT)

    screen.stage.reader.press("For ansatte")

    assert screen.shows(Page.SIGN_IN)


def test_a_code_that_is_right_after_its_owner_left_lets_nobody_in(screen, tasks):
    screen.stage.reader.press("For ansatte")
    sign_in = screen.stage.open.staff.desk.signIn
    sign_in.pick(OFFICER)
    tasks.is_holding = True
    sign_in.signIn(CODE)
    screen.stage.reader.press("Tilbake til start")

    let_go(screen, tasks)

    assert screen.is_empty()


def test_a_right_code_of_somebody_who_left_signs_in_nobody_at_the_next_page(screen, tasks):
    screen.stage.reader.press("For ansatte")
    sign_in = screen.stage.open.staff.desk.signIn
    sign_in.pick(OFFICER)
    tasks.is_holding = True
    sign_in.signIn(CODE)
    screen.stage.reader.press("Tilbake til start")
    # The next one is there before the answer is.
    screen.door.state = DoorState.OPEN
    screen.stage.open.staff.flow.start()

    let_go(screen, tasks)

    assert screen.shows(Page.SIGN_IN)
    assert not screen.stage.open.staff.session.is_open


def test_the_record_closes_even_where_its_last_news_cannot_be_taken_along(screen, monkeypatch):
    screen.sign_in()

    def fail():
        raise RefusedError([])

    monkeypatch.setattr(screen.stage.program, "take_in_exits", fail)
    screen.stage.open.staff.flow.lock()

    assert screen.is_empty()


@pytest.mark.parametrize("part", ["_visit", "_staff.flow"])
def test_the_record_closes_whatever_else_fails(screen, monkeypatch, part):
    class BrokenError(Exception):
        pass

    def fail():
        raise BrokenError

    screen.sign_in()
    visits = screen.stage.open.public.staff_visits
    thing = visits
    for name in part.split("."):
        thing = getattr(thing, name)
    monkeypatch.setattr(thing, "end" if part == "_visit" else "leave", fail)

    with pytest.raises(BrokenError):
        visits.leave()

    assert screen.door.is_locked()
    assert screen.shows(Page.ATTRACT)
