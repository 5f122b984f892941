"""Once staff have left a public machine, nothing in its memory knows whose case they opened.

Every string that Python can reach is looked at, and every text on the screen: a view-model that keeps
what it showed, a closure, a cache or a field of a page would be found.
"""

import gc
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.app.ports.record_door import DoorState
from kiosk.app.program import Program
from kiosk.devtools.soak.machine import SoakedMachine, soaked_machine
from kiosk.devtools.soak.page import PageHand
from kiosk.devtools.soak.person import Person
from kiosk.devtools.soak.staff import Staff
from kiosk.domain.case import Address, CaseRef
from kiosk.domain.event import PROGRAM, CaseImported, Event
from kiosk.domain.language import Language
from kiosk.ui.item_tree import children_of
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page

NUMBER = CaseRef("EV-9977")


def canary() -> str:
    """Made anew each time, so that the test itself holds no such string."""
    return bytes(reversed(b"anivqZ")).decode()


def prepare(program: Program) -> None:
    first = program.record.case_file(CaseRef("EV-1042")).case
    case = replace(
        first,
        reference=NUMBER,
        given_name=canary(),
        family_name=canary(),
        address=Address((f"{canary()} vei 1",), "0001", "Eksempelvik"),
    )
    ids, now = program.ids, program.clock.now()
    program.record.append([Event(ids.event_id(), now, PROGRAM, NUMBER, CaseImported(case))])


class Screen:
    """A staff member at a public machine."""

    def __init__(self, machine: SoakedMachine) -> None:
        machine.case = replace(machine.case, reference=NUMBER)
        self.machine = machine
        self.hand = PageHand(machine)
        self.hand.settle()
        chance = Random(1)  # noqa: S311  no secret
        self.person = Person(machine, self.hand, chance)
        self.staff = Staff(machine, self.hand, self.person, chance)
        self.desk = machine.window.desk.staff

    @property
    def page(self) -> Page:
        return self.machine.window.shell.current

    def open_case(self) -> None:
        words = self.machine.program.words_for(Language.BOKMAL)
        self.staff.sign_in_at_once()
        self.hand.reader.write(words.gettext("Search by name, case number or place"), canary())
        self.hand.settle()
        self.hand.reader.press_containing(NUMBER)
        self.hand.settle()
        assert self.page is Page.CASE

    def hand_over(self) -> None:
        machine = self.machine
        machine.case = replace(machine.case, given_name=canary())
        self.staff.hand_over_at_once()
        machine.case = replace(machine.case, given_name="")

    def lock(self) -> None:
        self.desk.lock()
        self.hand.settle()

    def is_closed(self) -> bool:
        door = self.machine.program.door
        return self.page is Page.ATTRACT and door is not None and door.state is DoorState.LOCKED

    def texts(self) -> Iterator[str]:
        waiting = [self.machine.window.window.contentItem()]
        while waiting:
            item = waiting.pop()
            yield str(item.property("text"))
            waiting += children_of(item)
        yield QGuiApplication.clipboard().text()


def holders() -> list[str]:
    """Kinds of all Python objects that hold the word."""
    gc.collect()
    word = canary()
    return [
        type(each).__qualname__
        for each in gc.get_objects()
        if any(_is_in(word, held) for held in gc.get_referents(each) if held is not word)
    ]


def _is_in(word: str, held: object) -> bool:
    if isinstance(held, str):
        return word in held
    return isinstance(held, bytes) and word.encode() in held


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    with soaked_machine(tmp_path_factory.mktemp("machine"), prepare) as machine:
        yield Screen(machine)


def test_a_case_that_is_open_is_found(screen: Screen) -> None:
    screen.open_case()

    assert holders() != []
    assert any(canary() in text for text in screen.texts())
    screen.lock()


def test_nothing_is_left_of_a_case_that_was_searched_for_and_opened(screen: Screen) -> None:
    screen.open_case()
    QGuiApplication.clipboard().setText(canary())
    screen.lock()

    assert screen.is_closed()
    assert holders() == []
    assert not any(canary() in text for text in screen.texts())


def test_nothing_is_left_of_what_was_written_about_it(screen: Screen) -> None:
    screen.open_case()
    desk = screen.desk
    desk.actions.handOver()
    desk.handOver.cancel()
    desk.actions.enterPaper()
    desk.paper.leave()
    desk.actions.printBrochure()
    desk.printOut.leave()
    desk.note.writeHow(canary())
    desk.letters.begin("posted invitation")
    screen.hand.settle()
    screen.lock()

    assert screen.is_closed()
    assert holders() == []


def test_nothing_is_left_of_pages_about_many(screen: Screen) -> None:
    screen.staff.sign_in_at_once()
    for task in OfficeTask:
        screen.desk.openOffice()
        screen.desk.office.open(task.value)
        screen.hand.settle()
    screen.lock()

    assert screen.is_closed()
    assert holders() == []


def test_nothing_is_left_of_a_visit_in_which_somebody_decided_for_the_person(
    screen: Screen,
) -> None:
    screen.hand_over()
    assert any(canary() in text for text in screen.texts())
    screen.machine.window.citizen.who.writeName(canary())
    screen.person.go_away()

    assert screen.is_closed()
    assert holders() == []
    assert not any(canary() in text for text in screen.texts())


def test_the_next_session_gets_pages_of_its_own(screen: Screen) -> None:
    screen.open_case()
    before = screen.desk.cases
    screen.lock()
    screen.staff.sign_in_at_once()

    assert screen.desk.cases is not before
    assert screen.desk.cases.search == ""
    screen.lock()
