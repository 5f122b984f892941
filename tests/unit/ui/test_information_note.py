"""Which visit a note belongs to."""

import pytest

from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.ui.staff_world import KARIS_CODE, StaffWorld
from tests.unit.ui.visits import stored_visit


@pytest.fixture
def world(qapp, tmp_path):
    made = StaffWorld(tmp_path, factory.case())
    made.open_case()
    return made


def write_note(world):
    world.desk.note.pick("yes")
    world.desk.note.writeHow("Told in own words")
    world.desk.note.store()


def visit_again(world, **later):
    world.clock.pass_by(**later)
    stored = stored_visit(world)
    world.desk.case.refresh()
    return stored


def test_the_note_names_the_person_the_time_and_the_services(world):
    visit_again(world)
    world.desk.actions.writeNote()

    assert factory.plain(world.desk.note.visit) == (
        "Kari Prøve Eksempelsen  ·  23 November 2026 at 10:42"
        "  ·  Home nursing, Practical assistance"
    )


def test_the_case_page_says_which_visit_lacks_its_note(world):
    assert world.desk.actions.missingNote == ""

    visit_again(world)

    assert factory.plain(world.desk.actions.missingNote) == (
        "The note from the visit on 23 November 2026 is missing."
    )


def test_of_several_visits_the_oldest_comes_first(world):
    first = visit_again(world)
    second = visit_again(world, days=2)
    assert factory.plain(world.desk.actions.missingNote) == (
        "The notes from 2 visits are missing. The first visit was on 23 November 2026."
    )

    world.desk.actions.writeNote()
    write_note(world)

    assert world.record.case_file(factory.CASE).note_pending_for == second != first
    assert "25 November 2026" in factory.plain(world.desk.actions.missingNote)


def test_right_after_a_visit_the_note_is_about_that_visit(world):
    first = visit_again(world)
    world.clock.pass_by(days=2)
    world.desk.actions.handOver()
    world.desk.handOver.confirm()
    world.shell.show(Page.WELCOME)
    end = world.state.end
    world.state.end = lambda: None
    second = stored_visit(world)
    world.state.end = end
    world.shell.show(Page.STORED)
    world.flow.give_back()
    world.desk.giveBack.tryCode(KARIS_CODE)
    assert "25 November 2026" in factory.plain(world.desk.note.visit)

    write_note(world)

    assert world.record.case_file(factory.CASE).note_pending_for == first != second
