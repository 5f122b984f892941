"""Codes of reply slips, scanned or typed, on the page with the cases and on their own page."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import EventId, Outcome
from kiosk.domain.event import Event, SlipCodeDealt
from kiosk.domain.slip_code import SlipMark, drawn_code, printed_code, scanned_text, slip_edition
from kiosk.ui.shell import Page
from kiosk.ui.viewmodels.paper_entry import UNCLEAR
from tests.unit.app import factory
from tests.unit.app.factory import FJORDHEIM, NURSING, PRACTICAL
from tests.unit.ui.staff_world import KARI, OLA, OLAS_CODE, StaffWorld, column

WRONG = "AB3D5 7H9KA"


def two_services(**changes):
    services = factory.granted(NURSING), factory.granted(PRACTICAL)
    return replace(factory.case(*services), **changes)


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, two_services())
    made.sign_in()
    return made


def code_of(world, case=factory.CASE):
    return world.program.slip_codes.for_case(case, KARI)


def scanned(world, version=None):
    edition = slip_edition(version or world.municipality.version)
    return scanned_text(SlipMark(code_of(world), edition))


def page_of(world) -> Page:
    shown: Page = world.shell.current
    return shown


def at_the_pile(world):
    world.desk.openOffice()
    world.desk.office.open("read_slips")
    return world.desk.slips


@pytest.mark.parametrize("typed", [printed_code, str, str.lower])
def test_a_code_in_the_search_field_opens_the_form(world, typed):
    world.desk.cases.enter(typed(code_of(world)))

    assert page_of(world) is Page.PAPER
    assert factory.CASE in world.desk.paper.line
    assert (world.desk.paper.notice, world.desk.cases.search) == ("", "")
    assert not world.desk.paper.isOfPile
    world.desk.paper.leave()
    assert page_of(world) is Page.CASE


def test_a_scanned_slip_of_another_brochure_says_so(world):
    world.desk.cases.enter(scanned(world))
    usual = world.desk.paper.notice
    world.desk.openCases()
    world.desk.cases.enter(scanned(world, "an older one"))

    assert usual == ""
    assert "another one than today's" in world.desk.paper.notice


def test_the_next_answer_from_the_case_page_is_of_no_slip(world):
    world.desk.cases.enter(scanned(world, "an older one"))
    world.desk.paper.leave()
    world.desk.actions.enterPaper()

    assert world.desk.paper.notice == ""


def test_a_code_with_a_mistake_is_told_in_words_and_gone_when_writing_goes_on(world):
    world.desk.cases.enter(WRONG)
    told = world.desk.cases.slipMessage
    world.desk.cases.write("Str")

    assert "no code from a reply slip" in told
    assert world.desk.cases.slipMessage == ""
    assert page_of(world) is Page.CASES


def test_a_code_that_no_case_has_is_told(world):
    world.desk.cases.enter("0000000000")

    assert "No case here has this code" in world.desk.cases.slipMessage


def at_the_case(world):
    world.desk.cases.open(factory.CASE)
    assert page_of(world) is Page.CASE


def test_a_slip_that_is_scanned_on_the_page_of_a_case_opens_the_form_of_its_own(world):
    at_the_case(world)

    world.flow.scan(scanned(world, "an older one"))

    assert page_of(world) is Page.PAPER
    assert "another one than today's" in world.desk.paper.notice
    world.desk.paper.leave()
    assert page_of(world) is Page.CASE


def test_a_scan_on_the_page_of_a_case_that_names_none_is_told(world):
    at_the_case(world)

    world.flow.scan(WRONG)

    assert page_of(world) is Page.CASE
    assert "no code from a reply slip" in world.desk.fault


def test_the_next_slip_does_not_take_away_the_answer_that_is_being_entered(world):
    world.desk.cases.enter(scanned(world))
    world.flow.scan(scanned(world))

    assert page_of(world) is Page.PAPER
    assert "scan the slip again" in world.desk.fault


def test_nor_what_is_being_entered_on_the_page_of_the_case(world):
    at_the_case(world)
    world.desk.wishes.begin(str(NURSING))
    world.flow.scan(scanned(world))

    assert page_of(world) is Page.CASE
    assert world.desk.wishes.service != ""
    assert "scan the slip again" in world.desk.fault


@pytest.mark.parametrize("text", ["Strand", "Kristoffer", ""])
def test_other_searches_go_on_as_before(world, text):
    world.desk.cases.enter(text)

    assert page_of(world) is Page.CASES
    assert (world.desk.cases.search, world.desk.cases.slipMessage) == (text, "")


def test_a_case_number_that_is_a_code_too_finds_its_case(qapp, tmp_path):
    code = drawn_code("EKSEMPEL")
    world = StaffWorld(tmp_path, two_services(), replace(two_services(), reference=CaseRef(code)))
    dealt = SlipCodeDealt(code)
    world.record.append([Event(EventId("dealt"), factory.NOW, KARI, factory.CASE, dealt)])
    world.sign_in()

    world.desk.cases.enter(code)

    assert world.program.find_slip.find(code).case == factory.CASE
    assert page_of(world) is Page.CASES
    assert world.desk.cases.rows.rowCount() == 1


def test_a_slip_of_a_closed_case_opens_the_case_which_says_why(qapp, tmp_path):
    closed = two_services(closing=Closing(date(2026, 1, 1), "flyttet"))
    world = StaffWorld(tmp_path, closed)
    world.sign_in()

    world.desk.cases.enter(code_of(world))

    assert page_of(world) is Page.CASE
    assert "closed" in world.desk.actions.whyNoVisit


def test_the_front_desk_finds_the_case_and_no_form(qapp, tmp_path):
    world = StaffWorld(tmp_path, two_services())
    world.sign_in(OLA, OLAS_CODE)

    world.desk.cases.enter(code_of(world))

    assert page_of(world) is Page.CASE


def test_one_slip_after_another(world):
    pile = at_the_pile(world)
    pile.read(scanned(world))
    opened, is_of_pile = page_of(world), world.desk.paper.isOfPile
    world.desk.paper.pick(NURSING, f"chosen {FJORDHEIM}")
    world.desk.paper.pick(PRACTICAL, UNCLEAR)
    world.desk.paper.who.pick("self")
    world.desk.paper.store()

    file = world.record.case_file(factory.CASE)
    assert (opened, is_of_pile) == (Page.PAPER, True)
    assert [each.outcome for each in file.states] == [Outcome.CHOSEN, None]
    assert file.unclear == {PRACTICAL: factory.TODAY}
    assert page_of(world) is Page.SLIPS
    assert "The answer is stored" in pile.doneText
    assert "unclear" in pile.doneText
    assert pile.hasReceipt

    pile.printReceipt()
    assert page_of(world) is Page.PRINT
    world.desk.printOut.leave()
    assert page_of(world) is Page.SLIPS

    pile.read(WRONG)
    assert (pile.doneText, pile.hasReceipt) == ("", False)
    assert "no code" in pile.message

    pile.read(code_of(world))
    world.desk.paper.leave()
    assert (page_of(world), pile.message) == (Page.SLIPS, "")


def test_a_slip_on_which_nothing_can_be_read_needs_nobody_who_signed_and_has_no_receipt(world):
    page = world.desk.paper
    world.desk.cases.enter(code_of(world))
    page.pick(NURSING, UNCLEAR)
    page.store()

    assert page.message == ""
    assert "the slip is unclear" in page.doneText
    assert "receipt" not in page.doneText
    assert not page.hasReceipt
    assert world.record.case_file(factory.CASE).unclear == {NURSING: factory.TODAY}


def test_every_service_can_be_unclear(world):
    world.desk.cases.enter(code_of(world))

    assert UNCLEAR in column(world.desk.paper.optionsOf(NURSING), "key")
    assert UNCLEAR in column(world.desk.paper.optionsOf(PRACTICAL), "key")
