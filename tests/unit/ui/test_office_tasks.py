"""The page that lists what is done about many cases at once: who sees what, and where it leads."""

import pytest

from kiosk.domain.municipality import ExampleStaff
from kiosk.ui.office_task import GROUPS, OfficeTask
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, KARIS_CODE, OLA, OLAS_CODE, STAFF, StaffWorld, column

ANNE, ANNES_CODE = "Anne Prøve", "369012"
EVERYBODY = (*STAFF, ExampleStaff(ANNE, "administrator", ANNES_CODE))
# Whoever hands the screen over states their ties, and every role does.
OF_SOME_ROLES = [task for task in OfficeTask if task is not OfficeTask.STATE_TIES]


@pytest.fixture
def world(qapp, tmp_path):
    return StaffWorld(tmp_path, factory.case(), staff=EVERYBODY)


def listed(world):
    office = world.desk.office
    return [
        key
        for group in column(office.groups, "key")
        for key in column(office.tasksOf(group), "key")
    ]


def test_every_task_stands_in_one_group():
    assert sorted(OfficeTask, key=str) == sorted(
        (task for tasks in GROUPS.values() for task in tasks), key=str
    )


@pytest.mark.parametrize(
    ("name", "code", "tasks"),
    [
        (
            KARI,
            KARIS_CODE,
            [
                "allocate",
                "mail_out",
                "read_slips",
                "return_letters",
                "exits",
                "deliver",
                "measure_screen",
            ],
        ),
        (
            ANNE,
            ANNES_CODE,
            [
                "allocate",
                "mail_out",
                "read_slips",
                "return_letters",
                "exits",
                "try_rules",
                "deliver",
                "dispose",
                "measure_screen",
            ],
        ),
        (OLA, OLAS_CODE, []),
    ],
)
def test_only_what_somebody_may_do_is_listed(world, name, code, tasks):
    world.sign_in(name, code)
    world.desk.openOffice()

    assert world.shell.current is Page.OFFICE
    assert listed(world) == tasks
    assert world.desk.office.hasAny is bool(tasks)


def test_whoever_signs_in_next_sees_what_is_theirs(world):
    world.sign_in()
    world.desk.openOffice()
    world.desk.lock()
    world.sign_in(OLA, OLAS_CODE)

    assert not world.desk.office.hasAny


@pytest.mark.parametrize("task", OfficeTask)
def test_every_task_has_a_page_whose_tab_leads_back(world, task):
    world.sign_in(ANNE, ANNES_CODE)
    world.desk.openOffice()
    world.desk.office.open(task.value)
    page = world.shell.current

    world.desk.openOffice()

    assert page not in (Page.OFFICE, Page.CASES)
    assert world.shell.current is Page.OFFICE


@pytest.mark.parametrize("task", OF_SOME_ROLES)
def test_who_may_not_do_it_stays_and_is_told(world, task):
    world.sign_in(OLA, OLAS_CODE)
    world.desk.office.open(task.value)

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only a")
