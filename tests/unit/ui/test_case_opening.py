"""A case is shown after its reading is logged: once for an opening, and never in silence."""

import pytest

from kiosk.domain.event import Stored
from kiosk.domain.handling import CaseRead
from kiosk.domain.reading import Reading
from kiosk.domain.soundness import Damage, Harm
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, LaterTasks, StaffWorld


@pytest.fixture
def world(qapp, tmp_path):
    return StaffWorld(tmp_path, factory.case())


@pytest.fixture
def slow(qapp, tmp_path):
    tasks = LaterTasks()
    made = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    tasks.do_all()
    made.sign_in()
    tasks.do_all()
    return made, tasks


def readings(world):
    events = [event for _place, event in world.record.history(factory.CASE)]
    return [(e.actor, e.body.what) for e in events if isinstance(e.body, CaseRead)]


def shown(world):
    return world.shell.current, world.desk.case.name


def test_opening_a_case_is_logged_once(world):
    world.open_case()

    assert world.shell.current is Page.CASE
    assert readings(world) == [(KARI, Reading.CASE_PAGE)]


def test_drawing_the_page_anew_is_no_reading(world):
    world.open_case()

    world.desk.case.refresh()
    world.shell.speak(factory.words())

    assert len(readings(world)) == 1


def test_the_case_is_shown_only_after_it_is_logged(slow):
    world, tasks = slow

    world.desk.cases.open(factory.CASE)

    assert shown(world) == (Page.CASES, "")
    tasks.do_all()
    assert shown(world) == (Page.CASE, factory.case().name)
    assert readings(world) == [(KARI, Reading.CASE_PAGE)]


def test_a_case_that_is_logged_late_does_not_open_over_the_lock(slow):
    world, tasks = slow
    world.desk.cases.open(factory.CASE)

    world.flow.lock()
    tasks.do_all()

    assert world.shell.current is Page.SIGN_IN


def test_what_cannot_be_logged_is_told_on_the_page(world):
    world.sign_in()
    world.record._log.note(Damage(Harm.UNREADABLE, Stored("7F3K", 1)))

    world.desk.cases.open(factory.CASE)

    assert world.shell.current is Page.CASE
    assert world.desk.case.notice.startswith("It could not be logged that you read this case.")


def test_a_case_that_is_logged_again_says_nothing_more(world):
    world.sign_in()
    world.record._log.note(Damage(Harm.UNREADABLE, Stored("7F3K", 1)))
    world.desk.cases.open(factory.CASE)
    world.record._log._damage = None

    world.desk.cases.open(factory.CASE)

    assert world.desk.case.notice == ""


def test_giving_the_screen_back_opens_the_case_anew(world):
    world.open_case()
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)
    world.flow.give_back()
    world.desk.giveBack.tryCode("258025")

    assert world.shell.current is Page.CASE
    assert readings(world) == [(KARI, Reading.CASE_PAGE)] * 2
