"""A page that cannot be opened: it is told where one stands, and a changed pack breaks no case."""

from dataclasses import replace

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError
from kiosk.domain.service import ServiceId, ZoneId
from kiosk.ui.shell import Page
from kiosk.ui.viewmodels.information import Information
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, StaffWorld, column


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.sign_in()
    return made


def fail(*_args):
    raise StorageError


@pytest.mark.parametrize("changed", ["zone", "service", "both"])
def test_a_case_whose_zone_or_service_left_the_pack_still_opens(qapp, tmp_path, changed):
    case = factory.case()
    if changed != "service":
        case = replace(case, zone=ZoneId("gone"))
    if changed != "zone":
        case = replace(case, services=(factory.granted(ServiceId("gone_too")),))
    world = StaffWorld(tmp_path, case)
    world.open_case()

    assert world.shell.current is Page.CASE
    assert len(column(world.desk.case.services, "key")) == len(case.services)
    assert world.desk.actions.whyNoVisit


def test_a_page_that_cannot_be_opened_is_told_where_one_stands(world, monkeypatch):
    monkeypatch.setattr(world.record, "case_file", fail)
    world.desk.cases.open(factory.CASE)

    assert world.shell.current is Page.CASES
    assert world.desk.fault


def test_what_did_not_work_is_forgotten_on_the_next_page(world):
    world.desk.cases.open(CaseRef("nowhere"))
    assert world.desk.fault

    world.desk.openBrochures()
    assert world.desk.fault == ""


def test_the_screen_comes_back_even_if_the_case_cannot_be_opened(world, monkeypatch):
    world.desk.cases.open(factory.CASE)
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)
    world.flow.give_back()
    monkeypatch.setattr(world.record, "history", fail)
    world.desk.giveBack.tryCode(KARIS_CODE)

    assert world.shell.current is Page.CASES
    assert world.desk.fault
    assert not world.state.is_open


def test_somebody_with_one_name_is_called_by_it(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case(given_name="", family_name="Prøve"))
    world.open_case()
    world.desk.actions.handOver()
    information = Information(world.state)
    visit = world.program.hand_over.begin(factory.CASE, factory.words().language, (), KARI)
    world.state.begin(visit, KARI)

    assert world.desk.case.givenName == "Prøve"
    assert world.desk.handOver.givenName == "Prøve"
    assert information.givenName == "Prøve"
