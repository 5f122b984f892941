"""Staff state their ties to providers, and then hand the screen over."""

import pytest

from kiosk.domain.alphabet import alphabetic
from kiosk.domain.municipality import ExampleStaff
from kiosk.domain.staff import StaffRole
from tests.unit.app import factory
from tests.unit.app.factory import CASE, LIND
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, STAFF, LaterTasks, StaffWorld, picked

BOSS = ExampleStaff("Anne Kontor", StaffRole.ADMINISTRATOR.value, "369036")


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case(), staff=(*STAFF, BOSS), interests_months=12)
    made.sign_in()
    return made


@pytest.fixture
def ties(world):
    world.desk.office.open("state_ties")
    assert world.shell.current.name == "TIES"
    return world.desk.ties


def test_nothing_is_picked_at_entry_and_providers_stand_from_a_to_a_ring(ties):
    names = [row["name"] for row in ties.options.rows()]

    assert picked(ties.options) == []
    assert names[0] == "I have no ties to any provider"
    assert names[1:] == sorted(names[1:], key=alphabetic)


def test_no_ties_and_a_tie_rule_each_other_out(ties):
    ties.toggle("")
    ties.toggle(LIND)
    assert picked(ties.options) == [LIND]

    ties.toggle("")
    assert picked(ties.options) == [""]


def test_without_a_pick_nothing_is_stored(ties, world):
    ties.state()

    assert ties.message
    assert world.program.interests.of(KARI).stated_on is None


def test_whoever_has_stated_that_there_are_no_ties_hands_the_screen_over(ties, world):
    world.desk.cases.open(CASE)
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    assert "Ties to providers" in world.desk.handOver.message

    world.desk.office.open("state_ties")
    ties.toggle("")
    ties.state()
    assert (ties.message, bool(ties.doneText), picked(ties.options)) == ("", True, [])
    assert ties.stated.startswith("No ties.")

    world.desk.cases.open(CASE)
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    assert world.desk.handOver.message == ""


def test_the_page_comes_at_sign_in_until_something_holds(world):
    world.flow.lock()
    world.sign_in(OLA, OLAS_CODE)
    assert world.shell.current.name == "TIES"

    ties = world.desk.ties
    ties.toggle("")
    ties.state()
    ties.leave()
    assert world.shell.current.name == "CASES"

    world.flow.leave()
    world.sign_in(OLA, OLAS_CODE)
    assert world.shell.current.name == "CASES"


def test_who_looked_for_the_page_is_led_back_to_the_tasks(world, ties):
    world.desk.openOffice()
    world.desk.office.open("state_ties")
    ties.leave()

    assert not ties.isAsked
    assert world.shell.current.name == "OFFICE"


def test_nobody_is_asked_at_sign_in_where_the_municipality_does_not_ask(qapp, tmp_path):
    silent = StaffWorld(tmp_path, factory.case())
    silent.sign_in()

    assert silent.shell.current.name == "CASES"


def test_only_who_manages_staff_sees_what_others_stated(ties, world):
    assert ties.others.rows() == ()

    world.flow.lock()
    world.sign_in(BOSS.name, BOSS.code)
    world.desk.office.open("state_ties")

    lines = [row["text"] for row in world.desk.ties.others.rows()]
    assert [line.partition(":")[0] for line in lines] == [BOSS.name, KARI, OLA]


def test_the_task_is_listed_only_where_the_municipality_asks(qapp, tmp_path, world):
    def tasks(of):
        of.desk.office.show()
        groups = [row["key"] for row in of.desk.office.groups.rows()]
        return [row["key"] for key in groups for row in of.desk.office.tasksOf(key).rows()]

    silent = StaffWorld(tmp_path, factory.case(), staff=(BOSS,))
    silent.sign_in(BOSS.name, BOSS.code)

    assert "state_ties" in tasks(world)
    assert "state_ties" not in tasks(silent)


def test_a_second_tap_meanwhile_stores_nothing_twice(qapp, tmp_path):
    later = LaterTasks()
    world = StaffWorld(tmp_path, factory.case(), tasks=later, interests_months=12)
    world.sign_in()
    while later.waiting:
        later.do_all()
    world.desk.office.open("state_ties")
    world.desk.ties.toggle("")

    world.desk.ties.state()
    world.desk.ties.state()

    assert len(later.waiting) == 1
