"""The case page tells what stands for each service, and what became of an answer."""

import pytest

from kiosk.domain.choice import Chooses, DoesNotWish
from kiosk.ui.viewmodels.case_actions import CaseActions
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, FULL, LIND, NURSING, plain
from tests.unit.ui.staff_world import StaffWorld, column
from tests.unit.ui.visits import answered


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    return made


def told(world, field, number=0):
    world.desk.cases.open(factory.CASE)
    return plain(column(world.desk.case.services, field)[number])


def withdraw(world):
    world.desk.cases.open(factory.CASE)
    world.desk.actions.withdraw()
    world.desk.withdraw.who.pick("self")
    world.desk.withdraw.store()
    world.desk.withdraw.leave()


def correct(world, key):
    world.desk.cases.open(factory.CASE)
    world.desk.actions.correct()
    world.desk.correct.pick(NURSING, key)
    world.desk.correct.writeReason("Feil knapp.")
    world.desk.correct.store()
    world.desk.correct.leave()


def test_a_service_that_nobody_answered_has_no_note(world):
    assert told(world, "note") == ""


def test_the_old_provider_helps_until_the_new_one_begins(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})

    assert told(world, "helper") == "Lind AS helps until 7 December"
    assert told(world, "consequence") == "As a result: Stiftelsen Fjordheim from 7 December"
    assert told(world, "note") == "Answered 23 November."


def test_after_the_start_the_new_one_helps(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.clock.pass_by(days=20)

    assert told(world, "helper") == "Stiftelsen Fjordheim helps now"


def test_a_place_is_waited_for_while_the_old_one_helps(world):
    answered(world, {"nursing": Chooses(FULL)})

    assert told(world, "helper") == "Lind AS helps until there is room"
    assert told(world, "consequence") == "Waits for room with Nordvik omsorg AS"


def test_what_was_taken_back_is_told_with_both_days(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.clock.pass_by(days=1)
    withdraw(world)

    assert told(world, "note") == (
        "The answer of 23 November was taken back 24 November. The service is open again."
    )
    assert told(world, "stateText") == "Waits for an answer"
    assert told(world, "helper") == "Lind AS helps now"


def test_a_plan_that_is_taken_back_leaves_the_answer_before_it(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.clock.pass_by(days=60)
    answered(world, {"nursing": Chooses(LIND)})
    withdraw(world)

    assert told(world, "note").endswith("was taken back 22 January.")
    assert told(world, "stateText") == "Has chosen"
    assert told(world, "helper") == "Stiftelsen Fjordheim helps now"


def test_a_corrected_answer_is_told_with_both_days(world):
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.clock.pass_by(days=1)
    correct(world, "does_not_wish")

    assert told(world, "note") == "Answered 23 November, corrected 24 November."


def test_what_should_not_have_been_stored_is_told_as_nothing(world):
    answered(world, {"nursing": Chooses(FJORDHEIM), "practical": DoesNotWish()})
    correct(world, "nothing")

    assert told(world, "note") == (
        "The answer of 23 November was corrected 23 November. Nothing is answered."
    )
    assert told(world, "note", 1) == "Answered 23 November."


def test_the_button_before_a_visit_names_what_the_next_one_is_for(world):
    world.desk.cases.open(factory.CASE)
    actions: CaseActions = world.desk.actions
    before = actions.handOverText
    answered(world, {"nursing": Chooses(FJORDHEIM)})
    world.desk.cases.open(factory.CASE)

    assert (before, actions.handOverText) == (
        "Hand the screen to Kari Prøve",
        "Switch or change: hand the screen over",
    )
