"""The page with the waiting lists: who may open it, what it tells, and what it does."""

from dataclasses import replace

import pytest

from kiosk.domain.case import Closing
from kiosk.domain.choice import EventId, Outcome, ServiceAnswer
from kiosk.domain.event import (
    ChoiceRecorded,
    DocumentIssued,
    DocumentKind,
    Event,
    PlaceDeclined,
    PlaceTaken,
)
from kiosk.domain.handling import CaseRead
from kiosk.domain.reading import Reading
from kiosk.domain.typed_day import as_typed
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from tests.record_samples import choice
from tests.unit.app import factory
from tests.unit.app.factory import ACTOR, CASE, FJORDHEIM, FULL, MUNICIPAL, NOW, NURSING
from tests.unit.ui.staff_world import OLA, OLAS_CODE, StaffWorld, column


def wish(record, provider=FULL):
    name = factory.municipality().provider(provider).name
    answer = ServiceAnswer(
        NURSING, Outcome.CHOSEN, provider, name, waits_for_place=True, interim=MUNICIPAL
    )
    told = choice(CASE, answer, id=EventId("wish"), at=NOW)
    record.append([Event(told.id, NOW, ACTOR, CASE, ChoiceRecorded(told, "EV"))])


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    wish(made.record)
    made.sign_in()
    return made


@pytest.fixture
def page(world):
    world.desk.office.open("offer_places")
    return world.desk.waiting


def test_only_who_may_offer_places_finds_the_way_and_only_where_somebody_waits(qapp, tmp_path):
    nobody = StaffWorld(tmp_path / "a", factory.case())
    nobody.sign_in()
    desk_clerk = StaffWorld(tmp_path / "b", factory.case())
    wish(desk_clerk.record)
    desk_clerk.sign_in(OLA, OLAS_CODE)
    officer = StaffWorld(tmp_path / "c", factory.case())
    wish(officer.record)
    officer.sign_in()

    found = [
        each.desk.office.offers(OfficeTask.OFFER_PLACES) for each in (nobody, desk_clerk, officer)
    ]
    desk_clerk.desk.office.open("offer_places")

    assert found == [False, False, True]
    assert desk_clerk.shell.current is Page.CASES
    assert desk_clerk.desk.fault


def test_it_tells_the_place_the_person_and_what_can_be_done(world, page):
    assert world.shell.current is Page.WAITING
    assert column(page.rows, "place") == ["1"]
    assert column(page.rows, "step") == ["Waits"]
    assert CASE in column(page.rows, "who")[0]
    assert "Nordvik" in column(page.rows, "line")[0]


def test_what_cannot_be_done_is_said_and_nothing_is_stored(world, page):
    page.pick("wish")
    page.begin("offer")
    page.store()

    assert "No place is free" in page.message
    assert page.doneText == ""


def test_buttons_are_about_whoever_is_picked(world, page):
    assert (page.pickedName, page.canOffer, page.isOffered, page.isExpired) == (
        "",
        False,
        False,
        False,
    )
    page.begin("offer")
    page.store()

    assert (page.act, page.message) == ("", "")
    page.pick("wish")
    assert CASE in page.pickedName


def test_the_letter_about_an_offer_is_printed_and_the_case_tells_of_it(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    wish(world.record, FJORDHEIM)
    world.sign_in()
    world.desk.cases.refresh()
    world.desk.office.open("offer_places")
    page = world.desk.waiting
    page.pick("wish")
    assert not page.hasLetter

    page.begin("offer")
    page.store()
    page.printLetter()
    printing = world.shell.current
    world.desk.printOut.start()
    world.desk.printOut.leave()

    bodies = [event.body for _, event in world.record.history(CASE)]
    issued = [body.kind for body in bodies if isinstance(body, DocumentIssued)]
    read = [body.what for body in bodies if isinstance(body, CaseRead)]
    assert (issued, read[-1:]) == ([DocumentKind.PLACE], [Reading.LETTER])
    assert (printing, world.shell.current) == (Page.PRINT, Page.WAITING)
    assert CASE in page.pickedName


def test_it_leads_back_to_the_tasks(world, page):
    page.leave()

    assert world.shell.current is Page.OFFICE


def test_a_case_that_is_closed_waits_no_more(world, page):
    closed = replace(world.record.case_file(CASE).case, closing=Closing(factory.TODAY, ""))
    event = factory.record_with(closed).history(CASE)[0][1]
    world.record.append([replace(event, id=EventId("closed"))])
    page.show()

    assert page.emptyText == "Nobody waits for a place."


@pytest.fixture
def offered(qapp, tmp_path):
    """A place at Fjordheim is offered to the one who waits."""
    world = StaffWorld(tmp_path, factory.case())
    wish(world.record, FJORDHEIM)
    world.sign_in()
    world.desk.cases.refresh()
    world.desk.office.open("offer_places")
    page = world.desk.waiting
    page.pick("wish")
    page.begin("offer")
    page.store()
    return world


def told_of(world):
    return [type(event.body) for _, event in world.record.history(CASE)]


def test_nothing_is_stored_before_it_is_confirmed(offered):
    page, before = offered.desk.waiting, told_of(offered)

    page.begin("decline")
    asked = page.question
    page.cancel()

    assert (asked, page.act) == ("The person does not take the place. Store it?", "")
    assert told_of(offered) == before
    page.begin("decline")
    page.store()
    assert told_of(offered) == [*before, PlaceDeclined]


def test_the_day_of_a_reply_is_written_and_never_guessed(offered):
    page, before = offered.desk.waiting, told_of(offered)

    page.begin("take")
    assert (page.asksDay, page.day) == (True, "")
    page.store()
    assert page.message
    assert told_of(offered) == before

    page.writeDay(as_typed(offered.program.clock.now().date()))
    page.store()
    assert told_of(offered) == [*before, PlaceTaken]
    assert (page.act, page.pickedName) == ("", "")
