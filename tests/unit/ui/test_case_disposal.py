"""Disposing of cases from the staff's side: look, untick, approve with the own code, statement."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.errors import StorageError
from kiosk.domain.municipality import ExampleStaff
from kiosk.domain.retention import RetentionRule, RetentionStart
from kiosk.record.memory import MemoryRecord
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from kiosk.ui.tasks import ImmediateTasks
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARI, STAFF, LaterTasks, StaffWorld, column

ANNE, ANNES_CODE = "Anne Prøve", "369012"
RULE = RetentionRule("lukket-5-ar", RetentionStart.CLOSED, factory.DECISION, years=5)
FIRST, SECOND, YOUNG = CaseRef("2019/1"), CaseRef("2019/2"), CaseRef("2025/1")


def closed(reference, day):
    return factory.case(reference=reference, closing=Closing(day, "Flyttet"))


class DisposalWorld(StaffWorld):
    """The staff's side over two old cases, a young one and an open one."""

    def __init__(self, home, tasks=None, rules=(RULE,)) -> None:
        cases = (
            closed(FIRST, date(2020, 1, 1)),
            closed(SECOND, date(2020, 2, 1)),
            closed(YOUNG, date(2025, 6, 1)),
            factory.case(),
        )
        staff = (*STAFF, ExampleStaff(ANNE, "administrator", ANNES_CODE))
        tasks = tasks or ImmediateTasks()
        super().__init__(home, *cases, tasks=tasks, staff=staff, retention=rules)

    def open_page(self):
        self.sign_in(ANNE, ANNES_CODE)
        self.desk.office.open("dispose")
        return self.desk.disposal

    def approve(self, page, code=ANNES_CODE):
        page.goOn()
        page.dispose(code)


@pytest.fixture
def world(qapp, tmp_path):
    return DisposalWorld(tmp_path)


def test_the_page_opens_from_the_tasks_and_leads_back(world):
    page = world.open_page()
    assert world.shell.current.name == "DISPOSAL"

    page.leave()
    assert world.shell.current.name == "OFFICE"


def test_only_an_administrator_is_offered_it(world):
    world.sign_in()
    assert not world.desk.office.offers(OfficeTask.DISPOSE)

    world.desk.office.open("dispose")

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only an administrator")


def test_the_list_names_number_rule_and_closing_and_nothing_else(world):
    choice = world.open_page().choice

    assert choice.dueText == "By the rules, 2 cases can be deleted."
    assert column(choice.due, "number") == [FIRST, SECOND]
    assert column(choice.due, "rule")[0] == "lukket-5-ar: 5 years after the closing"
    assert factory.plain(column(choice.due, "closed")[0]) == "Closed 1 January 2020"
    assert "Flyttet" not in repr(choice.due.rows())
    assert column(choice.kept, "text") == [
        "1 case waits for an answer or a note.",
        "1 case is not old enough yet.",
    ]


def test_it_says_when_there_is_nothing_to_dispose_of(qapp, tmp_path):
    world = DisposalWorld(tmp_path, rules=(replace(RULE, years=50),))
    page = world.open_page()

    assert page.choice.dueText == "By the rules, no case can be deleted today."
    assert page.choice.pickedCount == 0
    assert "3 cases are not old enough yet." in column(page.choice.kept, "text")


def test_it_says_when_the_municipality_has_no_rules(qapp, tmp_path):
    page = DisposalWorld(tmp_path, rules=()).open_page()

    assert page.choice.dueText.startswith("The municipality has written down no rules")
    assert column(page.choice.kept, "text") == []


def test_nothing_goes_before_the_second_step_and_the_own_code(world):
    page = world.open_page()
    page.dispose(ANNES_CODE)
    assert page.step == "list"
    page.goOn()
    assert page.choice.question == "Dispose of 2 cases for good?"
    page.dispose(" ")
    assert page.message == "Write your code."
    page.dispose("000000")
    assert "wrong" in page.message

    assert world.record.case_refs() == {FIRST, SECOND, YOUNG, factory.CASE}
    assert page.step == "confirm"


def test_what_is_approved_goes_and_the_statement_is_written(world, tmp_path):
    page = world.open_page()
    page.statements.writeFolder(str(tmp_path))

    world.approve(page)

    assert page.message == ""
    assert page.doneText == "2 cases were disposed of for good."
    assert world.record.case_refs() == {YOUNG, factory.CASE}
    pdf, values = sorted(tmp_path.iterdir(), key=lambda file: file.suffix, reverse=True)
    assert pdf.read_bytes() == b"%PDF sheet"
    assert json.loads(values.read_text(encoding="utf-8"))["approved_by"] == ANNE
    assert str(tmp_path) in page.statements.doneText
    assert page.choice.dueText == "By the rules, no case can be deleted today."


def test_a_case_without_its_tick_is_kept_this_time(world):
    page = world.open_page()
    page.choice.toggle(column(page.choice.due, "key")[0])
    assert column(page.choice.due, "picked") == [False, True]
    assert page.choice.goOnText == "Go on with 1 case"

    world.approve(page)

    assert FIRST in world.record.case_refs()
    assert SECOND not in world.record.case_refs()


def test_without_any_tick_there_is_no_second_step(world):
    page = world.open_page()
    for key in column(page.choice.due, "key"):
        page.choice.toggle(key)

    page.goOn()

    assert page.step == "list"


def test_going_back_does_nothing(world, qtbot):
    page = world.open_page()
    page.goOn()

    with qtbot.waitSignal(page.codeCleared):
        page.goBack()

    assert page.step == "list"
    assert FIRST in world.record.case_refs()


def test_a_folder_that_is_not_there_is_told_before_anything_goes(world, tmp_path):
    page = world.open_page()
    page.statements.writeFolder(str(tmp_path / "none"))

    world.approve(page)

    assert page.message == "There is no such folder. Write another one."
    assert FIRST in world.record.case_refs()


def test_a_statement_that_was_lost_is_written_once_more(world, tmp_path):
    page = world.open_page()
    page.statements.writeFolder(str(tmp_path))
    world.approve(page)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    for file in tmp_path.iterdir():
        file.unlink()

    (key,) = column(page.statements.earlier, "key")
    page.writeAgain(key)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before
    (line,) = column(page.statements.earlier, "text")
    assert factory.plain(line) == f"23 November 2026: 2 cases, approved by {ANNE}"


def slow(tmp_path):
    tasks = LaterTasks()
    world = DisposalWorld(tmp_path, tasks)
    tasks.do_all()
    world.sign_in(ANNE, ANNES_CODE)
    tasks.do_all()
    world.desk.office.open("dispose")
    return world, world.desk.disposal, tasks


def test_looking_through_the_cases_can_be_stopped(qapp, tmp_path):
    _world, page, tasks = slow(tmp_path)
    assert (page.step, page.canCancel) == ("looking", True)

    page.cancel()
    tasks.do_all()

    assert page.message == "Stopped before every case was looked at."
    assert column(page.choice.due, "number") == []


def test_a_run_that_is_stopped_disposes_of_nothing(qapp, tmp_path):
    world, page, tasks = slow(tmp_path)
    tasks.do_all()
    world.approve(page)
    assert page.step == "running"

    page.cancel()
    tasks.do_all()

    assert page.message == "Stopped. Nothing was disposed of."
    assert FIRST in world.record.case_refs()


def test_how_far_it_has_come_is_told(qapp, tmp_path):
    world, page, tasks = slow(tmp_path)
    told = []
    page.changed.connect(lambda: told.append((page.progress, page.canCancel)))
    tasks.do_all()
    world.approve(page)
    tasks.do_all()

    assert ("Looking at case 4 of 4 …", True) in told
    assert ("Erasing …", False) in told


def test_a_run_goes_on_behind_another_page(qapp, tmp_path):
    world, page, tasks = slow(tmp_path)
    tasks.do_all()
    world.approve(page)
    page.leave()
    world.desk.office.open("dispose")
    assert page.step == "running"

    tasks.do_all()

    assert FIRST not in world.record.case_refs()


def test_what_is_left_to_overwrite_is_told_and_the_list_is_read_anew(world, monkeypatch):
    page = world.open_page()
    real = MemoryRecord.dispose

    def failing(record, *arguments):
        real(record, *arguments)
        raise StorageError

    monkeypatch.setattr(MemoryRecord, "dispose", failing)
    world.approve(page)

    assert page.message.startswith("The cases are disposed of, but the disk failed")
    assert (page.step, page.doneText) == ("list", "")
    assert column(page.choice.due, "number") == []
    assert len(page.statements.earlier.rows()) == 1


@pytest.mark.parametrize("folder", ["", " ", "~nobody-who-is-known-here/x"])
def test_a_place_that_is_no_folder_is_told(world, folder):
    page = world.open_page()
    page.statements.writeFolder(folder)

    world.approve(page)

    assert page.message == "There is no such folder. Write another one."
    page.statements.write("any")
    assert page.statements.message == "There is no such folder. Write another one."


def test_a_case_in_which_something_happened_meanwhile_stays(world):
    page = world.open_page()
    page.goOn()
    world.program.hold_case.hold(FIRST, "Klage.", KARI)

    page.dispose(ANNES_CODE)

    assert "The list no longer fits" in page.message
    assert FIRST in world.record.case_refs()
