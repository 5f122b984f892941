"""Letters that can be printed from the case page, and only when they tell something now."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.exits.provider_exits import Planned
from kiosk.domain.case import Closing
from kiosk.domain.choice import EventId
from kiosk.domain.event import DocumentIssued, DocumentKind, Event, LetterPosted
from kiosk.domain.exits.exit import ExitCause
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import CASE, FJORDHEIM, LIND, NURSING, TODAY
from tests.unit.ui.staff_world import KARI, StaffWorld, column
from tests.unit.ui.test_exits_page import helped_by
from tests.unit.ui.test_waiting_page import wish


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, helped_by(LIND))
    made.sign_in()
    return made


def stops(world):
    wanted = Planned(LIND, TODAY + timedelta(days=90), ExitCause.CONTRACT_ENDS, (NURSING,))
    world.program.exits.announce(wanted, KARI)
    world.program.take_in_exits()


def offered(world):
    wish(world.record, FJORDHEIM)
    world.program.waiting_lists.offer(CASE, NURSING, EventId("offer"), KARI)


def all_letters(world):
    world.desk.cases.open(CASE)
    return column(world.desk.caseLetters.letters, "key")


def asking(world):
    """Those that ask for a choice that is missing."""
    return [each for each in all_letters(world) if each in {"invitation", "reminder"}]


def letters(world):
    """Those that ask for no choice."""
    return [each for each in all_letters(world) if each not in {"invitation", "reminder", "switch"}]


def posted(world):
    body = LetterPosted(LetterKind.INVITATION, TODAY)
    world.record.append([Event(EventId("posted"), factory.NOW, KARI, CASE, body)])


def test_who_has_not_chosen_can_be_asked_and_reminded_of_a_letter(world):
    first = asking(world)
    posted(world)

    assert (first, asking(world)) == (["invitation"], ["invitation", "reminder"])


def test_letter_brochure_and_slip_are_printed_as_one_document(world):
    letters(world)
    world.desk.caseLetters.print("invitation")
    assert world.shell.current is Page.PRINT

    request = world.side.desk.printOut._request
    document = request.make()

    assert document.kind is DocumentKind.INVITATION
    assert world.record.case_file(CASE).slip_code is not None


def test_there_is_none_where_nothing_is_to_be_told(world):
    assert letters(world) == []


def test_each_stands_there_as_long_as_it_tells_something(world):
    stops(world)
    first = letters(world)
    # Who has the municipality meanwhile has nothing to do with the exit any more.
    offered(world)
    second = letters(world)
    world.clock.pass_by(days=20)

    assert (first, second, letters(world)) == (["exit"], ["place"], [])


def test_a_closed_case_gets_no_letter(world):
    stops(world)
    world.record.append([factory.closed_event(CASE, Closing(TODAY, ""))])

    assert letters(world) == []


def notes(world):
    world.desk.cases.open(CASE)
    return [factory.plain(each) for each in column(world.desk.case.services, "note")]


def test_the_services_say_who_stops_and_who_helps_then(world):
    before = notes(world)
    stops(world)

    (note,) = notes(world)
    assert before == [""]
    assert note.startswith("Lind AS stops, last day 21 February 2027.")
    assert note.endswith("helps from 22 February 2027.")


def test_the_services_say_who_is_no_longer_on_a_waiting_list(world):
    wish(world.record, LIND)
    stops(world)

    (note,) = notes(world)
    assert note.endswith("The person is no longer on the waiting list there.")


@pytest.mark.parametrize(
    ("happens", "kind"), [(stops, DocumentKind.EXIT), (offered, DocumentKind.PLACE)]
)
def test_it_is_printed_and_noted_and_the_way_leads_back(world, happens, kind):
    happens(world)
    letters(world)

    world.desk.caseLetters.print(kind.value)
    printing = world.shell.current
    world.desk.printOut.start()
    world.desk.printOut.leave()

    bodies = [event.body for _, event in world.record.history(CASE)]
    issued = [body.kind for body in bodies if isinstance(body, DocumentIssued)]
    assert (printing, world.shell.current) == (Page.PRINT, Page.CASE)
    assert issued == [kind]


def test_who_has_a_provider_can_get_a_switch_form_and_it_is_noted(world):
    assert all_letters(world)[-1] == "switch"

    world.desk.caseLetters.print("switch")
    world.desk.printOut.start()

    bodies = [event.body for _, event in world.record.history(CASE)]
    issued = [body.kind for body in bodies if isinstance(body, DocumentIssued)]
    assert issued == [DocumentKind.SWITCH]


def test_who_has_no_provider_gets_no_switch_form(qapp, tmp_path):
    world = StaffWorld(tmp_path)
    world.sign_in()

    assert "switch" not in all_letters(world)


@pytest.mark.parametrize(
    ("changes", "note"),
    [
        ({"address": factory.ADDRESS}, ""),
        ({}, "Letters are printed without an address, to be handed over. No address."),
        (
            {"address": factory.ADDRESS, "is_address_protected": True},
            "Letters are printed without an address, to be handed over. The address is protected.",
        ),
        (
            {"address": replace(factory.ADDRESS, lines=("A", "B", "C"))},
            "Letters are printed without an address, to be handed over. "
            "The address has more than four lines.",
        ),
    ],
)
def test_it_is_told_where_a_letter_will_bear_no_address(qapp, tmp_path, changes, note):
    world = StaffWorld(tmp_path, replace(helped_by(LIND), **changes))
    world.sign_in()
    all_letters(world)

    assert factory.plain(world.desk.caseLetters.note) == note
