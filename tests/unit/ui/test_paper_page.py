"""The page on which an answer on paper is entered."""

import pytest

from kiosk.domain.choice import Outcome
from kiosk.domain.event import Medium
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, NURSING
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, StaffWorld, column, picked


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    made.desk.actions.enterPaper()
    return made


def test_nothing_is_picked_to_begin_with(world):
    page = world.desk.paper

    assert world.shell.current is Page.PAPER
    assert column(page.services, "name")[0] == "Home nursing"
    assert picked(page.optionsOf(NURSING)) == []
    assert picked(page.who.roles) == []
    assert page.day == "23.11.2026"


def test_n33_providers_stand_in_the_order_that_was_dealt_to_the_person(qapp, tmp_path):
    for number in range(6):
        home = tmp_path / str(number)
        home.mkdir()
        world = StaffWorld(home, factory.case())
        dealt = world.program.present.order_for_case(factory.case(), Medium.PAPER, KARI)
        offered = world.municipality.offered(NURSING, factory.NORTH, factory.TODAY)
        known = {each: world.municipality.provider(each).name.nb for each in dealt}
        names = [factory.plain(known[each]) for each in dealt if each in offered]
        world.open_case()
        world.desk.actions.enterPaper()
        options = column(world.desk.paper.optionsOf(NURSING), "name")

        assert len(names) > 1
        shown = [factory.plain(name) for name in options]
        assert [name for name in shown if name in names] == names


def test_what_stands_on_the_paper_is_stored_as_of_its_day(world):
    page = world.desk.paper
    page.pick(NURSING, f"chosen {FJORDHEIM}")
    page.who.pick("self")
    page.writeDay("16.11.2026")
    page.store()

    assert page.message == ""
    assert "The answer is stored" in page.doneText
    state = world.record.case_file(factory.CASE).states[0]
    assert (state.outcome, state.answer.provider) == (Outcome.CHOSEN, FJORDHEIM)
    page.leave()
    assert world.shell.current is Page.CASE
    assert "received 16 November 2026" in factory.plain(column(world.desk.case.history, "what")[0])
    assert "16" in column(world.desk.case.services, "note")[0]


@pytest.mark.parametrize(
    ("day", "said"), [("i går", "is no day"), ("24.11.2026", "later than today")]
)
def test_a_day_that_cannot_be_is_explained(world, day, said):
    page = world.desk.paper
    page.pick(NURSING, "does_not_wish")
    page.who.pick("self")
    page.writeDay(day)
    page.store()

    assert said in page.message
    assert page.doneText == ""


def test_without_an_answer_or_a_signer_nothing_is_stored(world):
    page = world.desk.paper
    page.store()
    first = page.message
    page.pick(NURSING, "does_not_wish")
    page.store()

    assert (first != "", page.message != "", page.doneText) == (True, True, "")


def test_the_receipt_is_printed_from_there(world):
    page = world.desk.paper
    page.pick(NURSING, "does_not_wish")
    page.who.pick("self")
    page.store()

    page.printReceipt()

    assert world.shell.current is Page.PRINT


def test_the_front_desk_is_not_offered_it(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    world.sign_in(OLA, OLAS_CODE)
    world.desk.cases.open(factory.CASE)

    assert not world.desk.actions.canEnterPaper


def test_somebody_who_wants_to_think_picks_one_of_the_days_of_the_screen(world):
    page = world.desk.paper
    rows = zip(
        column(page.optionsOf(NURSING), "key"),
        column(page.optionsOf(NURSING), "name"),
        strict=True,
    )
    days = {key: factory.plain(name) for key, name in rows if key.startswith("postponed")}
    assert next(iter(days.values())) == "Wants to think until 24 November"

    page.pick(NURSING, next(iter(days)))
    page.who.pick("self")
    page.store()

    state = world.record.case_file(factory.CASE).states[0]
    assert (page.message, state.outcome) == ("", Outcome.POSTPONED)
    assert f"postponed {state.answer.postponed_until}" == next(iter(days))
