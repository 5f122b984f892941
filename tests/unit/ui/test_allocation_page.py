"""Those who have not chosen: the work list, the proposals, and their confirmation."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.allocation_events import LetterPosted, LetterReturned
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, Outcome
from kiosk.domain.nonchoice.parts import ChooseFirst, Distribute, MinimumShare, Turns
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from kiosk.ui.tasks import Lane
from tests.unit.app import factory
from tests.unit.app.factory import LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import invited, person, told
from tests.unit.app.nonchoice.test_meanwhile import answered
from tests.unit.ui.staff_world import OLA, OLAS_CODE, LaterTasks, StaffWorld, column

FIRST, SECOND = CaseRef("2026/000001"), CaseRef("2026/000002")


class RuleWorld(StaffWorld):
    """So many people who have not replied, and one whom no letter went to."""

    def __init__(self, home, monkeypatch, people=4, fallback=None, tasks=None):
        rules = factory.rules(True, fallback or Distribute(Turns(), MUNICIPAL))
        place = factory.municipality(rules=rules)
        monkeypatch.setattr(factory, "municipality", lambda: place)
        silent = [person(number) for number in range(1, people + 1)]
        super().__init__(home, *silent, person(99), tasks=tasks)
        for each in silent:
            invited(self.record, each.reference)
        self.clock.pass_by(days=49)

    def open_page(self):
        self.sign_in()
        self.desk.office.open("allocate")
        return self.desk.allocation

    def outcome(self, case):
        return self.record.case_file(case).states[0].outcome


@pytest.fixture
def world(qapp, tmp_path, monkeypatch):
    return RuleWorld(tmp_path, monkeypatch)


@pytest.fixture
def page(world):
    made = world.open_page()
    made.propose()
    return made


def test_the_page_opens_from_the_tasks_shows_the_work_and_leads_back(world):
    page = world.open_page()

    assert (world.shell.current, page.step) == (Page.ALLOCATION, "work")
    assert dict(
        zip(column(page.work.tasks, "key"), column(page.work.tasks, "count"), strict=True)
    ) == {
        "post_letter": 1,
        "post_reminder": 0,
        "find_address": 0,
        "ask_again": 0,
        "post_anew": 0,
        "clear_up": 0,
        "apply_rule": 4,
    }
    page.leave()
    assert world.shell.current is Page.OFFICE


def test_a_task_shows_whom_it_is_about(world):
    page = world.open_page()
    assert (page.work.heading, column(page.work.people, "place")) == ("", [])

    page.work.pick("post_letter")
    shown = column(page.work.people, "place"), column(page.work.people, "reason")
    page.work.pick("find_address")

    assert shown == (["2026/000099"], ["The letter about the choice is to be posted"])
    assert page.work.nobodyText == "Nobody now."


def test_only_case_officers_and_administrators_come_there(world):
    world.sign_in(OLA, OLAS_CODE)
    assert not world.desk.office.offers(OfficeTask.ALLOCATE)

    world.desk.office.open("allocate")

    assert world.shell.current is Page.CASES
    assert world.desk.fault.startswith("Only a case officer")


def test_proposals_store_nothing_and_pick_nothing(world, page):
    rows = page.proposals.rows.rows()

    assert page.step == "list"
    assert [row["place"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["isNext"] for row in rows] == [True, False, False, False]
    assert not any(row["details"] or row["isChanged"] for row in rows)
    assert rows[0]["about"] == "Home nursing: No reply"
    assert rows[0]["reason"].startswith("It was the turn of")
    assert FIRST in rows[0]["who"]
    assert world.record.runs() == ()


def test_the_basis_names_the_decision(page):
    text = factory.plain(page.proposals.basisText)

    assert "The rule was adopted by" in text


def test_a_row_tells_how_the_rule_came_to_it(page):
    page.proposals.toggle("2")

    details = column(page.proposals.rows, "details")
    assert "Order in the rule: " in details[1]
    assert "Nobody helps now." in details[1]
    assert details[0] == ""


def test_one_is_confirmed_after_the_other(world, page):
    page.confirmNext()

    assert (page.doneText, page.proposals.count) == ("1 allocation is stored.", 3)
    assert [world.outcome(each) for each in (FIRST, SECOND)] == [Outcome.NO_REPLY, None]


def test_all_are_confirmed_together(world, page):
    assert page.proposals.confirmAllText == "Confirm all 4 proposals"
    page.confirmAll()

    assert (page.doneText, page.proposals.count) == ("4 allocations are stored.", 0)
    page.leave()
    assert world.shell.current is Page.OFFICE


def test_proposals_that_hold_no_longer_are_told_of_with_the_reason(qapp, tmp_path, monkeypatch):
    world = RuleWorld(tmp_path, monkeypatch, fallback=MinimumShare(20, MUNICIPAL))
    page = world.open_page()
    page.propose()
    assert column(page.proposals.outdated, "text") == []
    today = world.clock.now().date()
    answered(world.record, world.program.municipality, Chooses(LIND), today, CaseRef("2026/000099"))

    page.confirmAll()

    first, *_ = column(page.proposals.outdated, "text")
    assert FIRST in first
    assert first.endswith("The share of the private providers has changed.")
    assert (page.canPropose, world.record.runs()) == (True, ())
    page.propose()
    assert column(page.proposals.outdated, "text") == []
    page.confirmAll()
    assert page.doneText == "4 allocations are stored."


def test_setting_aside_needs_a_reason_and_marks_what_became_another(world, page):
    page.beginAside()
    page.setAside()
    assert "why" in page.message
    assert page.isSettingAside

    page.writeReason("Bor på sykehjem nå.")
    page.setAside()

    assert not page.isSettingAside
    assert column(page.proposals.rows, "place") == ["2", "3", "4"]
    assert any(column(page.proposals.rows, "isChanged"))
    assert "became" in page.proposals.changedText
    assert world.outcome(FIRST) is None
    page.confirmNext()
    assert not any(column(page.proposals.rows, "isChanged"))


def test_one_further_down_is_set_aside_and_those_before_stay(world, page):
    before = column(page.proposals.rows, "helper")

    page.beginAsideOf("3")
    assert page.asideText.startswith("Set aside: ")
    page.writeReason("Bor på sykehjem nå.")
    page.setAside()

    assert (page.isSettingAside, page.asideText) == (False, "")
    assert column(page.proposals.rows, "place") == ["1", "2", "4"]
    assert column(page.proposals.rows, "helper")[:2] == before[:2]


def test_who_is_no_longer_due_is_told_and_the_rest_is_seen_again(world, page):
    told(world.record, SECOND, LetterReturned(LetterKind.REMINDER, date(2026, 12, 14)))

    page.confirmAll()

    assert page.doneText == "1 allocation is stored."
    assert SECOND in column(page.proposals.stale, "text")[0]
    assert column(page.proposals.rows, "place") == ["3", "4"]


def test_leaving_asks_while_proposals_are_open(world, page):
    page.leave()
    assert (page.isLeaving, world.shell.current) == (True, Page.ALLOCATION)
    page.stay()
    assert (page.isLeaving, page.proposals.count) == (False, 4)
    page.leave()
    page.leave()

    assert world.shell.current is Page.OFFICE
    assert world.record.runs() == ()


def test_those_whom_the_rule_gives_nobody_stand_apart(qapp, tmp_path, monkeypatch):
    world = RuleWorld(tmp_path, monkeypatch, people=2, fallback=ChooseFirst(MUNICIPAL))
    page = world.open_page()
    page.propose()

    assert page.proposals.count == 0
    assert column(page.proposals.nobody, "place") == [FIRST, SECOND]
    assert "must choose" in column(page.proposals.nobody, "reason")[0]


def test_those_without_a_rule_are_not_forgotten(qapp, tmp_path, monkeypatch):
    world = RuleWorld(tmp_path, monkeypatch, people=1)
    spot = (NURSING, factory.NORTH)
    rules = {key: rule for key, rule in world.municipality.rules.items() if key != spot}
    desk = replace(
        world.program.allocate.desk, municipality=replace(world.municipality, rules=rules)
    )
    world.program.__dict__["allocate"] = replace(world.program.allocate, desk=desk)
    world.program.municipality = desk.municipality
    page = world.open_page()
    page.propose()

    assert "no rule here" in column(page.proposals.nobody, "reason")[0]


def test_the_work_is_done_off_the_drawing_thread_and_can_be_stopped(qapp, tmp_path, monkeypatch):
    tasks = LaterTasks()
    world = RuleWorld(tmp_path, monkeypatch, tasks=tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.office.open("allocate")
    page = world.desk.allocation
    assert (page.step, page.canCancel, tasks.lanes[-1]) == ("looking", True, Lane.PAPER)

    page.cancel()
    tasks.do_all()

    assert page.message == "Stopped before every case was looked at."
    assert (page.step, page.canPropose, page.work.isKnown) == ("work", False, False)


def test_a_letter_that_is_entered_later_is_seen_at_the_next_look(world):
    page = world.open_page()
    page.leave()
    told(
        world.record, CaseRef("2026/000099"), LetterPosted(LetterKind.INVITATION, date(2027, 1, 4))
    )
    world.desk.office.open("allocate")

    assert column(page.work.tasks, "count") == [0, 0, 0, 0, 0, 0, 4]


def test_a_list_that_another_day_has_overtaken_is_made_again(world, page):
    world.clock.pass_by(days=1)
    page.confirmAll()
    assert page.message.startswith("Something has changed")
    assert (page.canPropose, page.doneText, world.record.runs()) == (True, "", ())

    page.propose()
    page.confirmAll()

    assert (page.message, page.doneText) == ("", "4 allocations are stored.")


def test_what_is_being_stored_goes_on_when_the_page_is_left(qapp, tmp_path, monkeypatch):
    tasks = LaterTasks()
    world = RuleWorld(tmp_path, monkeypatch, tasks=tasks)
    world.sign_in()
    tasks.do_all()
    world.desk.office.open("allocate")
    tasks.do_all()
    page = world.desk.allocation
    page.propose()
    tasks.do_all()
    page.confirmAll()
    assert page.step == "storing"

    page.leave()
    world.desk.office.open("allocate")
    tasks.do_all()

    assert world.outcome(FIRST) is Outcome.NO_REPLY
    assert page.doneText == "4 allocations are stored."
