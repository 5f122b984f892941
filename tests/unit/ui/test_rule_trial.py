"""Trying a rule from the staff's side: what is asked, what is shown, what is saved, what is replayed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.survey import survey
from kiosk.app.ports.rules import RulesError
from kiosk.app.program_ports import Ports
from kiosk.domain.case import Case
from kiosk.domain.errors import ContentProblem
from kiosk.domain.municipality import ExampleStaff
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from kiosk.ui.tasks import ImmediateTasks
from tests.unit.app import factory
from tests.unit.app.factory import plain
from tests.unit.app.nonchoice.people import LATER, TURNS, invited, municipality, person
from tests.unit.ui.staff_world import KARI, KARIS_CODE, STAFF, LaterTasks, StaffWorld, column

ANNE, ANNES_CODE = "Anne Prøve", "369012"
PEOPLE = 30
HEADS = "Saksnummer;Fornavn;Etternavn;Fødselsdato;Tjeneste;Sone;Vedtaksdato;Timer per uke"
ROW = "2026/{number};Eksempel;Person;12.04.1941;Hjemmesykepleie;sone Nord;16.11.2026;2"
LIST = "\n".join([HEADS, *(ROW.format(number=9000 + number) for number in range(PEOPLE))])


class ProposedRules:
    """Rules that were proposed; one path has faults."""

    def __init__(self, content) -> None:
        self.content = content
        self.asked: list[str] = []

    def at(self, path):
        self.asked.append(path)
        if path.endswith("feil.toml"):
            raise RulesError([ContentProblem("feil.toml", "rules[en].among", "unknown", {})])
        return self.content

    def fault(self, problem, words):
        return f"{problem.code} in words"


class TrialWorld(StaffWorld):
    """The staff's side over people who have not replied, with an administrator."""

    def __init__(self, home, tasks=None, cases: Sequence[Case] = ()) -> None:
        staff = (*STAFF, ExampleStaff(ANNE, "administrator", ANNES_CODE))
        super().__init__(home, *cases, tasks=tasks or ImmediateTasks(), staff=staff)

    def _ports(self) -> Ports:
        self.rules = ProposedRules(replace(self.municipality, rules=municipality(TURNS).rules))
        return replace(super()._ports(), rules=self.rules)

    def open_page(self):
        self.sign_in(ANNE, ANNES_CODE)
        self.desk.office.open("try_rules")
        return self.desk.trial


@pytest.fixture
def home(tmp_path):
    (tmp_path / "saker.csv").write_text(LIST, "utf-8")
    return tmp_path


@pytest.fixture
def world(qapp, home):
    return TrialWorld(home)


def ready(page, home):
    page.form.writeList(str(home / "saker.csv"))
    return page


def test_the_page_opens_from_the_tasks_and_leads_back(world):
    page = world.open_page()
    assert world.shell.current.name == "TRY_RULE"

    page.leave()
    assert world.shell.current.name == "OFFICE"


def test_a_case_officer_is_offered_no_trial(world):
    world.sign_in(KARI, KARIS_CODE)
    assert not world.desk.office.offers(OfficeTask.TRY_RULES)

    world.desk.office.open("try_rules")

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only an administrator tries rules")


def test_a_rule_is_tried_on_a_list_and_told_in_numbers_and_words(world, home):
    page = ready(world.open_page(), home)

    page.start()

    assert page.message == ""
    assert page.hasResult
    assert "30" in column(page.summary, "text")[0]
    assert all("take turns" in text for text in column(page.announced, "text"))
    assert column(page.rows, "triedUsers")


def test_every_bar_has_the_number_that_stands_in_the_table(world, home):
    page = ready(world.open_page(), home)

    page.start()

    for row in page.rows.rows():
        for rule in ("present", "tried"):
            hidden = row[f"{rule}Percent"] == "hidden"
            assert row[f"{rule}Share"] == (-1 if hidden else int(row[f"{rule}Percent"]))
            assert str(row[f"{rule}Users"]) in row["told"]


def test_each_table_has_its_title_in_its_first_row_alone(world, home):
    page = ready(world.open_page(), home)

    page.start()

    titles = [title for title in column(page.rows, "title") if title]
    assert len(titles) == len(set(titles)) >= 2


def test_a_rule_is_tried_on_the_cases_of_the_record(qapp, home):
    world = TrialWorld(home, cases=[person(number) for number in range(1, 13)])
    page = world.open_page()
    page.form.pickSource("unanswered")
    assert not page.form.isList

    page.start()

    assert "12" in column(page.summary, "text")[0]


def test_the_state_that_is_picked_is_tried(world, home):
    page = ready(world.open_page(), home)

    page.form.pickState("cannot")

    assert [row["key"] for row in page.form.states.rows() if row["picked"]] == ["cannot"]


def test_faults_of_the_rules_are_listed_and_the_last_result_stays(world, home):
    page = ready(world.open_page(), home)
    page.start()
    before = page.rows.rows()
    page.form.writeRules(str(home / "feil.toml"))

    page.start()

    assert page.message == "The rules have faults and were not tried."
    assert page.faults.rows()[0] == {
        "place": "feil.toml",
        "what": "rules[en].among",
        "reason": "unknown in words",
    }
    assert page.rows.rows() == before


def test_a_list_that_is_not_there_is_told(world, home):
    page = world.open_page()
    page.form.writeList(str(home / "nowhere.csv"))

    page.start()

    assert page.message
    assert not page.hasResult


def test_work_is_told_of_while_it_goes_on_and_starts_once(qapp, home):
    tasks = LaterTasks()
    world = TrialWorld(home, tasks)
    world.sign_in(ANNE, ANNES_CODE)
    tasks.do_all()
    world.desk.office.open("try_rules")
    tasks.do_all()
    page = ready(world.desk.trial, home)

    page.start()
    page.start()
    assert len(tasks.waiting) == 1
    told = []
    page.changed.connect(lambda: told.append(page.progress))
    tasks.do_all()

    assert "60 of 60 done …" in told
    assert page.progress == ""


def test_cancelled_work_leaves_no_result(qapp, home):
    tasks = LaterTasks()
    world = TrialWorld(home, tasks)
    world.sign_in(ANNE, ANNES_CODE)
    tasks.do_all()
    world.desk.office.open("try_rules")
    tasks.do_all()
    page = ready(world.desk.trial, home)

    page.start()
    page.cancel()
    assert page.progress == "Stopping …"
    tasks.do_all()

    assert page.message == "Stopped. Nothing was tried."
    assert not page.hasResult


def test_the_result_is_saved_as_a_report_and_as_tables(world, home):
    page = ready(world.open_page(), home)
    page.start()

    page.saved.saveReport()
    page.saved.saveTables()

    assert page.saved.doneText.startswith(f"Saved in the folder {home}")
    (report,) = home.glob("*.pdf")
    (tables,) = [each for each in home.glob("*.csv") if each.name != "saker.csv"]
    assert report.read_bytes() == b"%PDF sheet"
    assert tables.read_text("utf-8-sig").startswith("Service;")


def test_a_folder_that_is_not_there_takes_no_report(world, home):
    page = ready(world.open_page(), home)
    page.start()
    page.saved.writeFolder(str(home / "nowhere"))

    page.saved.saveReport()

    assert page.saved.message == "There is no such folder. Write another one."
    assert page.saved.doneText == ""


@pytest.fixture
def with_run(qapp, home):
    """A run that gave everybody a provider, under rules that take turns."""
    cases = [person(number) for number in range(1, 4)]
    world = TrialWorld(home, cases=cases)
    for each in cases:
        invited(world.record, each.reference)
    content = replace(world.municipality, rules=municipality(TURNS).rules)
    desk = Desk(
        content, world.record, factory.FixedClock(LATER), world.program.ids, factory.WORKING
    )
    run = open_run(desk, survey(content, world.record, LATER.date()), KARI)
    assert run.confirm() == 3
    return world


def test_a_run_is_listed_and_gives_the_same_again(with_run):
    replays = with_run.open_page().replays
    (row,) = replays.runs.rows()
    assert plain(row["text"]) == "11 January 2027: 3 given, 0 set aside."

    replays.replay(row["key"])

    (again,) = replays.runs.rows()
    assert (again["result"], again["isSame"]) == ("The rule gives the same again.", True)


def test_without_runs_that_is_said(world):
    assert world.open_page().replays.message == "The rules have not been run yet."


def test_a_run_that_is_gone_is_told(world):
    replays = world.open_page().replays

    replays.replay("unknown")

    assert replays.message == "There is no run of the rules with this key in the record."
