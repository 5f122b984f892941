"""A hand-over that comes late: over another page, another case, or the lock screen."""

from dataclasses import replace
from threading import Event

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError
from kiosk.domain.event import HandOverCalledOff, ScreenHandedOver
from kiosk.ui.shell import Page
from kiosk.ui.tasks import Lane, ThreadTasks
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, OLA, OLAS_CODE, LaterTasks, StaffWorld

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
    made.desk.actions.handOver()
    return made


def handed_over(world):
    bodies = [event.body for _place, event in world.record.history(factory.CASE)]
    return [body for body in bodies if isinstance(body, ScreenHandedOver)]


def called_off(world):
    """Ids of the hand-overs that the history takes back."""
    bodies = [event.body for _place, event in world.record.history(factory.CASE)]
    return [body.handed_over for body in bodies if isinstance(body, HandOverCalledOff)]


def logged(world):
    events = [event for _place, event in world.record.history(factory.CASE)]
    return [event.id for event in events if isinstance(event.body, ScreenHandedOver)]


def sign_in(world, tasks, name=KARI, code=KARIS_CODE):
    world.sign_in(name, code)
    tasks.do_all()


def after_work(tasks):
    """Do the work of the one job that waits, and return what tells its result."""
    ((work, done, _failed),) = tasks.waiting
    tasks.waiting = []
    result = work()
    return lambda: done(result)


def test_a_hand_over_that_waited_past_cancel_and_lock_never_happens(world, tasks):
    world.desk.handOver.confirm()
    world.desk.handOver.cancel()
    world.desk.lock()
    tasks.do_all()

    assert world.shell.current is Page.SIGN_IN
    assert not world.state.is_open
    assert handed_over(world) == []


def test_a_result_that_comes_after_the_lock_opens_no_visit(world, tasks):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    world.desk.lock()
    tell()

    assert world.shell.current is Page.SIGN_IN
    assert not world.state.is_open


def test_a_result_that_comes_after_signing_in_again_opens_no_visit(world, tasks):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    world.desk.lock()
    sign_in(world, tasks)
    tell()

    assert world.shell.current is Page.HAND_OVER
    assert not world.state.is_open


def test_a_result_that_comes_over_another_case_opens_no_visit(world, tasks):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    world.desk.handOver.cancel()
    world.desk.openCases()
    world.desk.cases.open(OTHER)
    tasks.do_all()
    world.desk.actions.handOver()
    tell()

    assert not world.state.is_open
    assert not world.desk.handOver.isBusy


def test_a_result_that_comes_to_somebody_else_opens_no_visit(world, tasks):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    world.desk.lock()
    sign_in(world, tasks, OLA, OLAS_CODE)
    tell()

    assert not world.state.is_open


def test_the_page_says_that_it_is_busy_and_a_second_tap_does_nothing(world, tasks):
    world.desk.handOver.confirm()
    world.desk.handOver.confirm()

    assert world.desk.handOver.isBusy
    assert len(tasks.waiting) == 1
    tasks.do_all()
    assert len(handed_over(world)) == 1


def test_the_screen_goes_back_to_who_handed_it_over_even_if_nobody_is_signed_in(world, tasks):
    world.desk.handOver.confirm()
    tasks.do_all()
    world.shell.show(Page.WELCOME)
    world.side.session.leave()
    world.flow.give_back()

    assert world.desk.giveBack.lead == f"Give the screen to {KARI}."
    world.desk.giveBack.tryCode(KARIS_CODE)
    tasks.do_all()
    # Once for the code, once for the log of readings.
    tasks.do_all()
    assert world.shell.current is Page.CASE


def test_printing_has_its_own_lane(world, tasks):
    tasks.lanes.clear()
    world.desk.handOver.cancel()
    world.desk.actions.printBrochure()
    world.desk.printOut.start()

    assert tasks.lanes == [Lane.PAPER, Lane.PAPER]


def test_a_printer_that_hangs_delays_nothing_else(qtbot):
    tasks, answers = ThreadTasks(), Event()
    stored: list[str] = []

    def fail(error):
        raise error

    tasks.run(answers.wait, lambda _done: None, fail, Lane.PAPER)
    tasks.run(lambda: "stored", stored.append, fail)
    try:
        qtbot.waitUntil(lambda: stored == ["stored"], timeout=5000)
    finally:
        answers.set()
        tasks.wait()


def test_a_code_that_is_checked_too_late_does_not_interrupt_the_conversation(world, tasks):
    world.desk.handOver.confirm()
    tasks.do_all()
    world.shell.show(Page.WELCOME)
    world.flow.give_back()
    world.desk.giveBack.tryCode(KARIS_CODE)
    world.desk.giveBack.goOn()
    tasks.do_all()

    assert world.shell.current is Page.WELCOME
    assert world.state.is_open


@pytest.mark.parametrize("leave", ["cancel", "lock"])
def test_a_logged_hand_over_that_comes_too_late_is_called_off_in_the_history(world, tasks, leave):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    if leave == "cancel":
        world.desk.handOver.cancel()
    else:
        world.desk.lock()
    tell()
    tasks.do_all()

    assert called_off(world) == logged(world) != []


def test_the_history_tells_that_the_screen_stayed(world, tasks):
    world.desk.handOver.confirm()
    tell = after_work(tasks)
    world.desk.handOver.cancel()
    tell()
    tasks.do_all()
    world.desk.case.refresh()

    newest = world.desk.case.history.rows()[0]
    assert newest["what"] == "The screen was not handed over after all."


def test_a_visit_that_cannot_begin_is_called_off_in_the_history(world, tasks):
    world.flow.handedOver.disconnect()
    world.flow.handedOver.connect(lambda handed: world.flow.refuse_visit(handed, StorageError()))
    world.desk.handOver.confirm()
    tasks.do_all()
    tasks.do_all()

    assert called_off(world) == logged(world) != []
    assert world.desk.fault


def test_a_hand_over_that_happened_is_not_called_off(world, tasks):
    world.desk.handOver.confirm()
    tasks.do_all()
    tasks.do_all()

    assert world.state.is_open
    assert called_off(world) == []
