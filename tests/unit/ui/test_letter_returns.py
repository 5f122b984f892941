"""The page on which letters that came back are scanned, and entered together."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.slip_code import SlipMark, scanned_text, slip_edition
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import CASE, TODAY
from tests.unit.ui.staff_world import KARI, KARIS_CODE, LaterTasks, StaffWorld, column

OTHER = CaseRef("2026/000999")


def opened(tmp_path, **more):
    first = factory.case(address=factory.ADDRESS)
    world = StaffWorld(tmp_path, first, replace(first, reference=OTHER), **more)
    world.clock.pass_by(days=3)
    return world


@pytest.fixture
def world(qapp, tmp_path):
    made = opened(tmp_path)
    made.sign_in()
    return made


def posted(world, case=CASE, letter=LetterKind.INVITATION, day=TODAY):
    noting, event_id = world.program.note_for_rule, world.program.ids.event_id()
    noting.store(case, LetterPosted(letter, day), event_id, KARI)


def at_the_pile(world):
    world.desk.openOffice()
    world.desk.office.open("return_letters")
    return world.desk.returns


def scanned(world, case=CASE):
    code = world.program.slip_codes.for_case(case, KARI)
    return scanned_text(SlipMark(code, slip_edition(world.municipality.version)))


def returned(world, case=CASE):
    return [each.returned_on for each in world.record.case_file(case).letters]


def test_a_pile_is_entered_only_when_somebody_says_so(world):
    posted(world)
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(scanned(world))
    work.read(OTHER)
    before = returned(world) + returned(world, OTHER)

    work.store()

    assert before == [None, None]
    today = TODAY + timedelta(days=3)
    assert returned(world) + returned(world, OTHER) == [today, today]
    assert "It is entered that 2 letters came back" in work.doneText
    assert (work.countText, work.fault, column(work.rows, "key")) == ("", "", [])


def test_the_newest_stands_first_with_its_letter_and_no_name(world):
    posted(world)
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(CASE)
    work.read(OTHER)

    assert column(work.rows, "who") == [OTHER, CASE]
    assert column(work.rows, "about")[1].startswith("The letter about the choice, posted ")
    assert work.countText == "2 letters in the list are not entered yet."


def test_a_scan_counts_wherever_the_focus_is(world):
    posted(world)
    work = at_the_pile(world)

    world.flow.scan(scanned(world))

    assert column(work.rows, "who") == [CASE]
    assert world.shell.current is Page.RETURNS


def test_the_same_envelope_stands_there_once(world):
    posted(world)
    work = at_the_pile(world)
    work.read(scanned(world))

    work.read(CASE)

    assert column(work.rows, "who") == [CASE]
    assert "is in the list already" in work.message


@pytest.mark.parametrize(
    ("text", "told"),
    [("AB3D5 7H9KA", "neither the code"), ("", "neither the code"), (OTHER, "No letter")],
)
def test_what_names_no_letter_is_told_at_once(world, text, told):
    work = at_the_pile(world)

    work.read(text)

    assert told in work.message
    assert column(work.rows, "who") == []


def test_one_that_is_taken_out_is_not_entered(world):
    posted(world)
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(CASE)
    work.read(OTHER)
    work.pick(column(work.rows, "key")[0])
    work.takeOut()

    work.store()

    assert (returned(world, OTHER), work.hasPicked) == ([None], False)
    assert returned(world) != [None]


def test_one_that_is_refused_keeps_no_other_back_and_says_why(world):
    posted(world, day=TODAY + timedelta(days=2))
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(CASE)
    work.read(OTHER)
    day = TODAY + timedelta(days=1)
    work.writeDay(f"{day:%d.%m.%Y}")

    work.store()

    assert (returned(world), returned(world, OTHER)) == ([None], [day])
    assert "1 letter could not be entered" in work.fault
    assert column(work.rows, "who") == [CASE]
    assert "before it was posted" in column(work.rows, "step")[0]
    work.writeDay(f"{TODAY + timedelta(days=2):%d.%m.%Y}")
    work.store()
    assert returned(world) != [None]


@pytest.mark.parametrize("day", ["", "yesterday"])
def test_a_day_that_nobody_can_read_stores_nothing(world, day):
    posted(world)
    work = at_the_pile(world)
    work.read(CASE)
    work.writeDay(day)

    work.store()

    assert work.fault != ""
    assert returned(world) == [None]


def test_a_full_disk_keeps_the_rest_of_the_pile(world, monkeypatch):
    posted(world)
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(CASE)
    work.read(OTHER)
    append, calls = world.record.append, []

    def full(events):
        calls.append(events)
        if len(calls) > 1:
            raise StorageError
        return append(events)

    monkeypatch.setattr(world.record, "append", full)

    work.store()

    assert column(work.rows, "who") == [OTHER]
    assert "that 1 letter came back" in work.doneText
    assert work.fault != ""


def test_the_pile_stays_when_somebody_looks_at_another_page(world):
    posted(world)
    work = at_the_pile(world)
    work.read(CASE)
    work.leave()
    at_tasks = world.shell.current

    assert at_tasks is Page.OFFICE
    assert column(at_the_pile(world).rows, "who") == [CASE]


def test_what_is_scanned_while_others_are_entered_waits_for_the_next_time(qapp, tmp_path):
    tasks = LaterTasks()
    world = opened(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in(KARI, KARIS_CODE)
    tasks.do_all()
    posted(world)
    posted(world, OTHER)
    work = at_the_pile(world)
    work.read(CASE)
    work.store()
    work.store()
    work.read(OTHER)
    tasks.do_all()

    assert column(work.rows, "who") == [OTHER]
    assert (len(returned(world)), returned(world, OTHER)) == (1, [None])
    assert returned(world) != [None]


def test_what_is_entered_while_another_page_is_shown_leaves_the_pile(qapp, tmp_path):
    tasks = LaterTasks()
    world = opened(tmp_path, tasks=tasks)
    tasks.do_all()
    world.sign_in(KARI, KARIS_CODE)
    tasks.do_all()
    posted(world)
    work = at_the_pile(world)
    work.read(CASE)
    work.store()
    work.leave()
    tasks.do_all()

    assert returned(world) != [None]
    assert column(at_the_pile(world).rows, "who") == []
