"""What the front desk may not do is not offered to it, and the page says whom to ask."""

import pytest

from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, OLA, OLAS_CODE, StaffWorld, column


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in(OLA, OLAS_CODE)
    return made


def test_the_front_desk_is_told_who_enters_that_somebody_cannot_choose(world):
    world.desk.cases.open(factory.CASE)

    assert column(world.desk.case.services, "canEnterCannot") == [True, True]
    assert not world.desk.cannot.isAllowed
    assert world.desk.cannot.whyNot.startswith("Only a case officer or an administrator")


def test_the_front_desk_opens_no_entry_whatever_is_tapped(world):
    world.desk.cases.open(factory.CASE)
    world.desk.cannot.begin(factory.NURSING)

    assert world.desk.cannot.service == ""


def test_nothing_is_explained_where_nobody_could_enter_it(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case(zone=factory.ISLAND))
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)

    assert world.desk.cannot.whyNot == ""


def test_the_front_desk_is_offered_no_import(world):
    assert not world.desk.cases.canImport

    world.desk.cases.askImport()

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only a case officer or an administrator")


def test_an_empty_list_tells_the_front_desk_whom_to_ask(qapp, tmp_path):
    world = StaffWorld(tmp_path)
    world.sign_in(OLA, OLAS_CODE)

    assert world.desk.cases.emptyText == (
        "There are no cases yet. "
        "Only a case officer or an administrator takes in a case list. Ask one of them."
    )


def test_the_case_officer_who_signs_in_next_may(world):
    assert not world.desk.cannot.isAllowed
    world.desk.lock()
    world.sign_in(KARI, KARIS_CODE)

    assert world.desk.cases.canImport
    assert world.desk.cannot.isAllowed
