"""The page about providers that stop: shown first, then announced, followed up and called off."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.exits.standing_exits import known_exits, standing_exits
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event import CaseImported, DocumentIssued, DocumentKind
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.typed_day import as_typed
from kiosk.ui.shell import Page
from tests.unit.app import factory
from tests.unit.app.factory import CASE, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, TODAY, plain
from tests.unit.app.nonchoice.people import told
from tests.unit.ui.joined_tasks import JoinedTasks
from tests.unit.ui.staff_world import OLA, OLAS_CODE, LaterTasks, StaffWorld, column

OTHER = CaseRef("2026/000500")
LAST_DAY = TODAY + timedelta(days=90)


def helped_by(provider, reference=CASE):
    granted = replace(factory.granted(NURSING), present_provider=provider)
    return factory.case(granted, reference=reference)


def opened(tmp_path, *cases, tasks=None):
    made = StaffWorld(tmp_path, *(cases or (helped_by(LIND),)), tasks=tasks)
    made.sign_in()
    made.desk.office.open("exits")
    return made


@pytest.fixture
def world(qapp, tmp_path):
    return opened(tmp_path)


@pytest.fixture
def page(world):
    return world.desk.exits


def write(page, day=LAST_DAY, cause="contract_ends"):
    page.begin()
    page.form.pickProvider(LIND)
    page.form.toggleService(factory.PRACTICAL)
    page.form.writeDay(as_typed(day))
    page.form.pickCause(cause)


def announce(page):
    write(page)
    page.check()
    page.announce()


def test_only_who_may_announce_opens_it(qapp, tmp_path):
    made = StaffWorld(tmp_path, helped_by(LIND))
    made.sign_in(OLA, OLAS_CODE)

    made.desk.office.open("exits")

    assert made.shell.current is Page.CASES
    assert made.desk.fault


def test_it_begins_with_what_was_announced(world, page):
    assert world.shell.current is Page.EXITS
    assert (page.step, page.emptyText) == ("list", "No provider has been announced to stop.")


def test_the_form_begins_with_all_that_the_provider_gives(page):
    page.begin()
    page.form.pickProvider(LIND)

    assert [row["key"] for row in page.form.services.rows()] == [NURSING, factory.PRACTICAL]
    assert column(page.form.services, "picked") == [True, True]
    assert column(page.form.zones, "picked") == [True, True]
    assert LIND not in column(page.form.backups, "key")
    assert column(page.form.backups, "picked")[0] is True


def test_what_is_missing_is_said_and_the_form_stays(page):
    page.begin()
    page.check()

    assert page.step == "form"
    for part in ("Choose which provider stops.", "Choose why the provider stops."):
        assert part in page.message

    page.form.pickProvider(LIND)
    for zone in column(page.form.zones, "key"):
        page.form.toggleZone(zone)
    page.check()
    assert "Tick at least one" in page.message


def test_it_is_shown_whom_it_concerns_before_anything_is_stored(world, page):
    write(page)
    page.check()

    lines = [plain(line) for line in column(page.preview.lines, "text")]
    assert page.step == "preview"
    assert any("it concerns 1 person" in line for line in lines)
    assert any("takes over from" in line for line in lines)
    assert world.record.exits() == ()


def test_what_was_shown_is_announced_and_everybody_knows_at_once(world, page):
    write(page)
    page.check()
    shown = page.preview.shown
    world.clock.pass_by(days=1)

    page.announce()

    (exit_,) = standing_exits(world.record)
    assert (exit_.services, exit_.answer_by) == ((NURSING,), shown.answer_by)
    assert world.program.municipality.leaves_on(LIND, NURSING, NORTH, exit_.announced_on)
    assert (page.step, page.doneText) == ("list", "Announced. Print the letters and post them.")
    assert column(page.exits, "picked") == [True]
    assert column(page.exits, "step") == ["1 letter to post"]
    assert CASE in column(page.details.people, "who")[0]
    assert world.record.case_file(CASE).helps[NURSING].on(LAST_DAY + timedelta(1)) == MUNICIPAL


def test_one_can_go_back_to_the_form_and_nothing_that_was_written_is_lost(page):
    write(page)
    page.check()

    page.goBack()

    assert page.step == "form"
    assert page.form.lastDay == as_typed(LAST_DAY)
    page.goBack()
    assert page.step == "list"


def test_what_cannot_be_announced_is_said_on_the_form(page):
    announce(page)
    write(page)
    page.check()

    assert page.step == "form"
    assert "announced already" in page.message


def test_the_letter_is_printed_and_noted_on_the_case(world, page):
    announce(page)
    page.details.pick(column(page.details.people, "key")[0])

    page.printLetter()
    printing = world.shell.current
    world.desk.printOut.start()
    world.desk.printOut.leave()

    bodies = [event.body for _, event in world.record.history(CASE)]
    issued = [body.kind for body in bodies if isinstance(body, DocumentIssued)]
    assert (printing, world.shell.current) == (Page.PRINT, Page.EXITS)
    assert issued == [DocumentKind.EXIT]


def test_how_far_people_have_come_is_told_when_the_page_is_opened_again(world, page):
    announce(page)
    told(world.record, CASE, LetterPosted(LetterKind.EXIT, TODAY))

    world.desk.office.open("exits")

    assert column(page.exits, "step") == ["1 letter posted"]
    assert page.details.title == ""


def test_those_who_came_in_later_are_followed_up(world, page):
    announce(page)
    told(world.record, OTHER, CaseImported(helped_by(LIND, OTHER)))
    world.desk.office.open("exits")
    page.pick(column(page.exits, "key")[0])
    before = page.details.unseenText

    page.followUp()

    assert "1 person" in before
    assert page.details.unseenText == ""
    assert page.doneText == "The list is up to date."


def test_it_is_called_off_with_a_reason_only(world, page):
    announce(page)
    page.callingOff.open()
    page.callOff()
    refused = page.message
    page.callingOff.write("Avtalen er forlenget.")
    page.callOff()

    (known,) = known_exits(world.record)
    assert "why the provider goes on" in refused
    assert known.called_off_at is not None
    assert not page.callingOff.isOpen
    assert column(page.exits, "step") == ["Called off. The provider goes on."]
    assert world.program.municipality.leaves_on(LIND, NURSING, NORTH, TODAY) is None
    assert not page.details.isStanding


def slow(tmp_path, tasks):
    """Signed in on a slow machine, and on the page."""
    made = StaffWorld(tmp_path, helped_by(LIND), tasks=tasks)
    tasks.do_all()
    made.sign_in()
    tasks.do_all()
    made.desk.office.open("exits")
    return made


def test_nothing_is_looked_at_on_the_drawing_thread(qapp, tmp_path):
    tasks = LaterTasks()
    made = slow(tmp_path, tasks)
    page = made.desk.exits

    assert (page.step, page.canCancel) == ("looking", True)
    tasks.do_all()
    assert page.step == "list"
    write(page)
    page.check()
    assert page.step == "looking"
    tasks.do_all()
    page.announce()
    assert (page.step, page.canCancel, made.record.exits()) == ("storing", False, ())
    tasks.do_all()
    tasks.do_all()
    assert page.step == "list"


def test_a_look_that_is_stopped_says_so(qapp, tmp_path):
    tasks = LaterTasks()
    page = slow(tmp_path, tasks).desk.exits
    tasks.do_all()
    write(page)
    page.check()

    page.cancel()
    tasks.do_all()

    assert (page.step, page.message) == ("form", "Stopped before every case was looked at.")


def test_it_works_on_real_threads(qapp, tmp_path):
    tasks = JoinedTasks()
    made = StaffWorld(tmp_path, helped_by(LIND), helped_by(FJORDHEIM, OTHER), tasks=tasks)
    made.sign_in()
    tasks.join()
    made.desk.office.open("exits")
    tasks.join()
    page = made.desk.exits
    write(page)
    page.check()
    tasks.join()
    page.announce()
    tasks.join()

    assert column(page.exits, "step") == ["1 letter to post"]


def test_what_was_stored_before_a_fault_holds_and_is_known(world, page, monkeypatch):
    write(page)
    page.check()
    append, calls = world.record.append, []

    def second_fails(events):
        calls.append(events)
        if len(calls) > 1:
            raise StorageError(StorageFault.DISK_FULL)
        return append(events)

    monkeypatch.setattr(world.record, "append", second_fails)
    page.announce()

    assert page.message
    assert len(standing_exits(world.record)) == 1
    assert world.program.municipality.leaves_on(LIND, NURSING, NORTH, TODAY)
