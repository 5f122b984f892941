"""Delivering to the case system from the staff's side."""

from dataclasses import replace

import pytest

from kiosk.domain.choice import EventId, Keeps
from kiosk.domain.event import ChoiceRecorded, Event
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from kiosk.ui.tasks import ImmediateTasks
from tests.unit.app import factory
from tests.unit.app.flow import choice_of
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, LaterTasks, StaffWorld, column


class DeliveryWorld(StaffWorld):
    """The staff's side over a case with one answer."""

    def __init__(self, home, tasks=None) -> None:
        super().__init__(home, factory.case(), tasks=tasks or ImmediateTasks())
        choice = choice_of({factory.NURSING: Keeps()})
        plain = replace(choice, id=EventId("0193-choice"), receipt_number="")
        body = ChoiceRecorded(plain, "EV")
        self.record.append([Event(plain.id, plain.at, KARI, plain.case, body)])

    def open_page(self):
        self.sign_in()
        self.desk.office.open("deliver")
        return self.desk.delivery


@pytest.fixture
def world(qapp, tmp_path):
    return DeliveryWorld(tmp_path)


def test_the_page_opens_from_the_tasks_and_leads_back(world):
    page = world.open_page()
    assert world.shell.current.name == "DELIVERY"

    page.leave()
    assert world.shell.current.name == "OFFICE"


def test_the_start_page_counts_what_is_not_delivered(world):
    world.sign_in()

    filters = world.desk.cases.filters
    counts = dict(zip(column(filters, "name"), column(filters, "count"), strict=True))
    assert counts["Not delivered yet"] == 1


def test_the_work_list_names_the_case_and_where_it_stands(world):
    page = world.open_page()

    assert page.waitingText == "1 case is not delivered to the case system yet."
    assert column(page.waiting, "place") == [factory.CASE]
    assert column(page.waiting, "reason") == ["Not delivered yet"]


def test_a_delivery_empties_the_list_and_says_where_the_files_are(world, tmp_path):
    page = world.open_page()

    page.deliver(str(tmp_path))

    (run,) = tmp_path.iterdir()
    assert page.doneText == f"Delivered 1 case. The files are in the folder {tmp_path}/{run.name}."
    assert page.message == ""
    assert page.waitingText == "Everything is delivered."
    assert not page.canStart
    assert column(page.waiting, "place") == []


def test_what_fails_stays_on_the_list_with_its_reason(world, tmp_path):
    page = world.open_page()

    page.deliver(str(tmp_path / "nowhere"))

    assert page.doneText == ""
    assert page.message == "1 case was not delivered. The list says why."
    assert column(page.waiting, "reason") == ["There is no such folder. Write another one."]
    assert page.canStart


def test_a_run_is_told_of_while_it_works_and_starts_once(qapp, tmp_path):
    tasks = LaterTasks()
    world = DeliveryWorld(tmp_path, tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.office.open("deliver")
    tasks.do_all()
    page = world.desk.delivery

    page.deliver(str(tmp_path))
    page.deliver(str(tmp_path))
    assert (len(tasks.waiting), page.canStart) == (1, False)
    told = []
    page.changed.connect(lambda: told.append(page.progress))
    tasks.do_all()

    assert "Writing case 1 of 1 …" in told
    assert page.progress == ""
    assert len(list(tmp_path.iterdir())) == 1


def test_a_cancelled_run_leaves_nothing(qapp, tmp_path):
    tasks = LaterTasks()
    world = DeliveryWorld(tmp_path, tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.office.open("deliver")
    page = world.desk.delivery
    tasks.do_all()

    page.deliver(str(tmp_path))
    page.cancel()
    assert page.progress == "Stopping …"
    tasks.do_all()

    assert page.doneText == "Stopped. Nothing was delivered."
    assert list(tmp_path.iterdir()) == []
    assert page.canStart


def test_a_run_goes_on_behind_another_page(qapp, tmp_path):
    tasks = LaterTasks()
    world = DeliveryWorld(tmp_path, tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.office.open("deliver")
    page = world.desk.delivery
    page.deliver(str(tmp_path))
    page.leave()

    world.desk.office.open("deliver")
    assert page.progress != ""
    tasks.do_all()

    assert page.doneText.startswith("Delivered 1 case.")


def test_the_front_desk_is_offered_no_delivery(world):
    world.sign_in(OLA, OLAS_CODE)
    assert not world.desk.office.offers(OfficeTask.DELIVER)

    world.desk.office.open("deliver")

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only a case officer or an administrator delivers")


def test_the_history_of_a_case_tells_of_its_deliveries(world, tmp_path):
    page = world.open_page()
    page.deliver(str(tmp_path / "nowhere"))
    page.deliver(str(tmp_path))
    (run,) = tmp_path.iterdir()

    world.desk.cases.open(factory.CASE)

    told = column(world.desk.case.history, "what")
    assert f"Delivered to the case system in {run.name}." in told
    assert [text for text in told if text.startswith("Not delivered to the case system. There is")]
