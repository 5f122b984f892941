"""Keeping a case from disposal, and letting go of it, on the case page."""

import pytest

from kiosk.app.hold_case import hold_on
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, LaterTasks, StaffWorld, column


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    return made


def hold(world):
    return hold_on(event for _place, event in world.record.history(factory.CASE))


def keep(world, reason="Klagen er ikke avgjort."):
    keeping = world.desk.keeping
    keeping.begin()
    keeping.writeReason(reason)
    keeping.hold()


def test_a_case_is_kept_for_a_reason_and_the_page_says_so(world):
    keeping = world.desk.keeping
    assert not keeping.isHeld

    keep(world)

    assert hold(world).event.actor == KARI
    assert keeping.isHeld
    assert not keeping.isOpen
    assert keeping.stateText == "The case is kept, whatever the rules say: Klagen er ikke avgjort."
    assert keeping.whoText.endswith(KARI)
    assert any(
        "Klagen er ikke avgjort." in what for what in column(world.desk.case.history, "what")
    )


def test_a_case_is_released_again(world):
    keep(world)

    world.desk.keeping.release()

    assert hold(world) is None
    assert not world.desk.keeping.isHeld


def test_a_reason_is_needed_and_a_birth_number_refused(world):
    keep(world, " ")
    assert world.desk.keeping.message == "Write why the case must be kept."

    keep(world, "01410000012")
    assert world.desk.keeping.isOpen
    assert hold(world) is None


def test_what_is_not_stored_is_forgotten_with_the_case(world):
    world.desk.keeping.begin()
    world.desk.keeping.writeReason("Kla")
    world.desk.actions.leave()

    world.desk.cases.open(factory.CASE)

    assert (world.desk.keeping.isOpen, world.desk.keeping.reason) == (False, "")


def test_the_front_desk_sees_it_and_cannot_change_it(world):
    keep(world)
    world.desk.lock()
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)
    keeping = world.desk.keeping

    assert keeping.isHeld
    assert not keeping.isAllowed
    keeping.begin()
    assert not keeping.isOpen
    keeping.release()
    assert hold(world) is not None


def test_a_second_tap_stores_once(qapp, tmp_path):
    tasks = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(), tasks=tasks)
    for step in (lambda: None, world.open_case, lambda: None):
        step()
        tasks.do_all()
    world.desk.cases.open(factory.CASE)
    tasks.do_all()
    keep(world)
    world.desk.keeping.hold()

    tasks.do_all()

    told = [what for what in column(world.desk.case.history, "what") if "Klagen" in what]
    assert len(told) == 1
