"""Staff sign in on a public machine: the record is open for them, and closed after them."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.app.ports.record_door import DoorState
from kiosk.domain.errors import Holder, StorageError, StorageFault, StoreBusyError
from kiosk.domain.event import VisitEndedWithoutAnswers
from kiosk.domain.exits.exit import ExitCause, ProviderExit
from kiosk.domain.idle_times import IdleTimes, MachineIdleTimes
from kiosk.domain.language import Language
from kiosk.domain.machine_event import MachineEventId
from kiosk.domain.spot_print import MOST_STILL_MINUTES
from kiosk.domain.staff import StaffRole
from kiosk.printing.memory import MemoryPrinter
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import store_answers
from tests.stage import (
    CODE,
    NOW,
    OFFICER,
    SOLVEIG,
    memory_program,
    open_public_stage,
    public_machine,
)


class Door:
    """Opens by what is at hand, as a keyring does."""

    state = DoorState.LOCKED
    has_keyring = False

    def open_at_hand(self):
        self.state = DoorState.OPEN
        return True

    def lock(self):
        self.state = DoorState.LOCKED

    def is_locked(self):
        return self.state is DoorState.LOCKED

    def unlock(self, passphrase):
        raise NotImplementedError(passphrase)

    def set_up(self, passphrase, escrow_file, *, in_keyring):
        raise NotImplementedError(passphrase, escrow_file, in_keyring)


class Time:
    def __init__(self):
        self.ms = 0.0

    def __call__(self):
        self.ms += 600
        return self.ms


class Screen:
    def __init__(self, stage, machine, time, door):
        self.stage, self.machine, self.time, self.door = stage, machine, time, door

    def shows(self, page):
        return self.page is page

    @property
    def page(self):
        return self.stage.open.shell.current

    def sign_in(self):
        self.stage.reader.press("For ansatte")
        session = self.stage.open.staff.session
        session.name = OFFICER
        self.stage.open.shell.signed_in(OFFICER)
        self.stage.open.staff.flow.signedIn.emit()

    def hand_over(self):
        program, opened = self.stage.program, self.stage.open
        visit = program.hand_over.begin(SOLVEIG, Language.NYNORSK, (), OFFICER)
        opened.settings.set_language(Language.NYNORSK)
        opened.state.begin(visit, OFFICER)
        opened.flow.start()
        opened.public.staff_visits.begin_visit()
        self.stage.reader.settle()

    def wait(self, seconds):
        self.time.ms += seconds * 1000
        self.stage.open.public.watch.look()
        self.stage.reader.settle()

    def be_idle(self, minutes):
        self.time.ms += minutes * 60_000
        self.stage.open._idle.look()
        self.stage.reader.settle()

    def ends(self):
        kind = MachineEventId.SESSION_ENDED
        return [e.fields["end"] for e in self.machine.log.events if e.id is kind]

    def is_empty(self):
        state, session = self.stage.open.state, self.stage.open.staff.session
        is_nobody = not state.is_open and not session.is_open and session.last_name == ""
        return is_nobody and self.page is Page.ATTRACT and self.door.state is DoorState.LOCKED


@pytest.fixture
def screen(qapp):
    program, time, door = memory_program(is_public=True), Time(), Door()
    program.door = door
    machine = public_machine(program)
    with open_public_stage(program, machine, time) as stage:
        yield Screen(stage, machine, time, door)


def stored(screen):
    record = screen.stage.program.record
    return [event.body for _, event in record.history(SOLVEIG)]


def test_papers_that_a_killed_program_left_in_a_queue_are_taken_back_at_the_start(qapp):
    program = memory_program(is_public=True)
    printer = program.printer
    assert isinstance(printer, MemoryPrinter)
    printer.left = 2

    with open_public_stage(program, public_machine(program), Time()):
        assert printer.left == 0


def test_the_record_is_closed_until_staff_come(screen):
    assert screen.door.is_locked()

    screen.stage.reader.press("For ansatte")

    assert not screen.door.is_locked()
    assert screen.shows(Page.SIGN_IN)


def test_a_record_that_somebody_has_open_is_told_of_without_a_name(screen, monkeypatch):
    def busy():
        raise StoreBusyError(Holder(4711, "eksempel-bruker", "eksempel-maskin", NOW))

    monkeypatch.setattr(screen.door, "open_at_hand", busy)

    screen.stage.reader.press("For ansatte")

    assert screen.shows(Page.ATTRACT)
    told = " ".join(screen.stage.reader.names())
    assert "Registeret er åpent i et annet vindu av programmet." in told
    assert "eksempel-" not in told


def test_a_sign_in_page_that_nobody_uses_goes_back_and_closes_the_record(screen):
    screen.stage.reader.press("For ansatte")

    screen.wait(300)

    assert screen.is_empty()


def test_locking_closes_the_record(screen):
    screen.sign_in()
    screen.stage.open.staff.flow._open_cases()

    screen.stage.open.staff.flow.lock()

    assert screen.is_empty()


@pytest.mark.parametrize("page", [Page.CASES, Page.OFFICE])
def test_staff_who_walk_away_close_the_record(screen, page):
    screen.sign_in()
    screen.stage.open.shell.show(page)
    screen.be_idle(4)
    assert screen.shows(page)

    screen.be_idle(5)

    assert screen.is_empty()


def test_staff_are_asked_to_stay_before_they_are_locked_out(screen):
    screen.sign_in()
    screen.stage.open.shell.show(Page.CASES)
    window = screen.stage.open.window
    focused = window.activeFocusItem()
    screen.be_idle(4)
    assert any(name.startswith("Siden låses") for name in screen.stage.reader.names())

    QTest.keyClick(window, Qt.Key.Key_Return)
    screen.stage.reader.settle()

    assert not any(name.startswith("Siden låses") for name in screen.stage.reader.names())
    assert window.activeFocusItem() is focused
    screen.be_idle(4)
    assert screen.shows(Page.CASES)


def test_a_screen_reader_can_answer_the_warning(screen):
    screen.sign_in()
    screen.stage.open.shell.show(Page.CASES)
    screen.be_idle(4)

    screen.stage.reader.press("Jeg er her fortsatt")

    screen.be_idle(4)
    assert screen.shows(Page.CASES)


def test_the_record_opens_again_for_the_next_staff(screen):
    for _ in range(3):
        screen.sign_in()
        assert not screen.door.is_locked()
        screen.be_idle(5)
        assert screen.is_empty()


def test_a_record_that_does_not_close_shows_nothing_all_the_same(screen, monkeypatch):
    def fail():
        raise StorageError

    screen.sign_in()
    screen.stage.open.staff.flow._open_cases()
    monkeypatch.setattr(screen.door, "lock", fail)

    with suppress(StorageError):
        screen.stage.open.public.staff_visits.leave()

    assert screen.shows(Page.ATTRACT)
    assert not screen.stage.open.staff.session.is_open


def test_ending_a_visit_closes_the_record_and_stores_no_answer(screen):
    screen.sign_in()
    screen.hand_over()

    screen.stage.reader.press("Avslutt og slett")

    assert screen.is_empty()
    assert screen.ends() == ["by_person"]
    assert isinstance(stored(screen)[-1], VisitEndedWithoutAnswers)
    assert screen.stage.open.shell.words.language is Language.BOKMAL


def store(screen):
    store_answers(screen.stage)
    screen.stage.reader.settle()
    assert screen.shows(Page.STORED)


def test_what_is_stored_is_not_deleted_by_the_end_of_the_visit(screen):
    screen.sign_in()
    screen.hand_over()
    store(screen)

    assert screen.stage.reader.has("Avslutt")
    assert not screen.stage.reader.has("Avslutt og slett")


def test_nobody_is_told_by_the_warning_that_stored_answers_are_lost(screen):
    screen.sign_in()
    screen.hand_over()
    store(screen)

    screen.wait(300)

    assert screen.shows(Page.WARNING)
    names = screen.stage.reader.names()
    assert [name for name in names if "slett" in name or "ingenting" in name] == []
    assert any(name.startswith("Svara dine er lagra.") for name in names)
    assert "Avslutt" in names


@pytest.mark.parametrize(
    ("end_after_s", "time"), [(20, "20\xa0sekund"), (60, "1\xa0minutt"), (90, "90\xa0sekund")]
)
def test_the_warning_tells_how_long_this_machine_waits(screen, end_after_s, time):
    screen.stage.open.public.watch._times = MachineIdleTimes(visit=IdleTimes(120, end_after_s))
    screen.sign_in()
    screen.hand_over()

    screen.wait(300)

    told = [name for name in screen.stage.reader.names() if name.startswith("Dersom ingen")]
    assert told == [
        f"Dersom ingen trykkjer innan {time}, slettar vi det som står på skjermen. Då er ingenting lagra."
    ]


@pytest.mark.parametrize("has_printer", [True, False])
def test_a_person_leaves_no_file_on_the_machine(screen, has_printer):
    if not has_printer:
        screen.stage.program.printer.found = ()
    screen.sign_in()
    screen.hand_over()
    store(screen)
    screen.stage.reader.press("Skriv ut kvittering")

    assert screen.shows(Page.RECEIPT_PRINT)
    targets = screen.stage.open.staff.desk.printOut.targets.rows()
    assert [row["key"] for row in targets if row["key"] == "file"] == []
    assert screen.stage.reader.has("Skriv ut") is has_printer


def test_a_visit_that_nobody_goes_on_with_is_abandoned(screen):
    screen.sign_in()
    screen.hand_over()

    screen.wait(300)
    assert screen.shows(Page.WARNING)
    screen.stage.reader.press("Eg er her framleis")
    assert screen.shows(Page.WELCOME)
    screen.wait(300)
    screen.wait(61)

    assert screen.is_empty()
    assert screen.ends() == ["abandoned"]
    assert isinstance(stored(screen)[-1], VisitEndedWithoutAnswers)


def test_that_somebody_cannot_choose_is_not_offered_on_the_case_page(screen):
    screen.sign_in()
    staff = screen.stage.open.staff.desk
    screen.stage.open.staff.flow._show_case(SOLVEIG, None)
    screen.stage.reader.settle()

    assert screen.shows(Page.CASE)
    assert not staff.cannot.isAllowed
    assert staff.cannot.whyNot == ""
    service = screen.stage.program.municipality.services[0].id
    staff.cannot.begin(service)
    assert staff.cannot.service == ""
    # The same person may enter it at the office.
    screen.stage.program.is_public = False
    assert staff.cannot.isAllowed


def test_whoever_may_hold_no_visits_stays_outside_and_is_told_why(screen, monkeypatch):
    monkeypatch.setattr("kiosk.domain.staff._RIGHTS", dict.fromkeys(StaffRole, frozenset()))
    screen.stage.reader.press("For ansatte")
    sign_in = screen.stage.open.staff.desk.signIn
    sign_in.pick(OFFICER)

    sign_in.signIn(CODE)

    assert screen.shows(Page.SIGN_IN)
    assert not screen.stage.open.staff.session.is_open
    assert sign_in.message.startswith("Rollen din gir deg ikke adgang til saker")


def test_staff_who_do_not_sign_in_after_all_go_back_and_leave_nothing_typed(screen):
    screen.stage.reader.press("For ansatte")
    screen.stage.reader.press_starting(OFFICER)
    screen.stage.open.window.activeFocusItem().setProperty("text", "25")
    screen.stage.reader.settle()

    screen.stage.reader.press("Tilbake til start")
    assert screen.is_empty()

    screen.stage.reader.press("For ansatte")
    assert screen.shows(Page.SIGN_IN)
    assert not screen.stage.open.staff.desk.signIn.isPicked
    field = screen.stage.reader.find("Kode", QAccessible.Role.EditableText)
    assert field.text(QAccessible.Text.Value) == ""


def test_staff_read_what_holds_for_a_visit_on_a_public_machine(screen):
    screen.sign_in()
    page = screen.stage.open.staff.desk.handOver
    page.show(SOLVEIG)

    facts = " ".join(row["text"] for row in page.facts.rows())

    assert "Etter omtrent 2 minutter uten trykk" in facts
    assert "tidsgrense" not in facts
    assert "Logg inn på nytt" in facts


def test_a_visit_without_a_limit_is_promised_none(qapp):
    program = memory_program(is_public=True)
    idle = MachineIdleTimes(visit=IdleTimes(warn_after_s=0))
    with open_public_stage(program, public_machine(program), Time(), idle=idle) as stage:
        page = stage.open.staff.desk.handOver
        page.show(SOLVEIG)

        assert "Det er ingen tidsgrense." in [row["text"] for row in page.facts.rows()]


def test_a_locked_door_leads_back_to_start(screen):
    screen.door.state = DoorState.LOCKED
    screen.door.open_at_hand = lambda: False
    screen.stage.reader.press("For ansatte")
    assert screen.shows(Page.UNLOCK)

    screen.stage.reader.press("Tilbake til start")

    assert screen.is_empty()


def test_no_stranger_sets_up_the_record_of_a_public_machine(screen):
    screen.door.state = DoorState.NOT_SET_UP
    screen.door.open_at_hand = lambda: False

    screen.stage.reader.press("For ansatte")

    assert screen.shows(Page.ATTRACT)
    assert "kiosk record init" in screen.stage.open.public.desk.steps.fault


def test_why_no_record_opens_is_told_on_the_attract_page_and_not_for_ever(screen):
    def busy():
        raise StorageError(StorageFault.FAILED)

    screen.door.open_at_hand = busy
    screen.stage.reader.press("For ansatte")
    fault = screen.stage.open.public.desk.steps.fault
    assert fault
    assert "svar" not in fault
    assert screen.stage.reader.has(fault)

    screen.wait(300)
    assert screen.stage.open.public.desk.steps.fault == ""


def test_nobody_is_hurried_while_answers_are_stored_and_time_counts_from_then(screen):
    screen.sign_in()
    screen.hand_over()
    screen.stage.open.state.is_storing = True

    screen.wait(1)
    screen.wait(299)
    assert screen.shows(Page.WELCOME)
    screen.stage.open.state.is_storing = False
    screen.wait(1)
    screen.wait(100)
    assert screen.shows(Page.WELCOME)
    screen.wait(200)
    assert screen.shows(Page.WARNING)


def test_a_receipt_that_never_comes_out_does_not_keep_the_screen_for_ever(screen):
    screen.sign_in()
    screen.hand_over()
    screen.stage.open.staff.desk.printOut._is_busy = True
    screen.stage.open.shell.show(Page.RECEIPT_PRINT)

    screen.wait(1)
    screen.wait(299)
    assert screen.shows(Page.RECEIPT_PRINT)
    screen.wait(60 * MOST_STILL_MINUTES)
    screen.wait(300)

    assert screen.shows(Page.WARNING)


def test_a_visit_has_limits_of_its_own(qapp):
    program, time, door = memory_program(is_public=True), Time(), Door()
    program.door = door
    machine = public_machine(program)
    times = MachineIdleTimes(visit=IdleTimes(600, 120))
    with open_public_stage(program, machine, time) as stage:
        screen = Screen(stage, machine, time, door)
        assert stage.open.public is not None
        stage.open.public.watch._times = times
        screen.sign_in()
        screen.hand_over()

        screen.wait(590)
        assert screen.shows(Page.WELCOME)
        screen.wait(10)
        assert screen.shows(Page.WARNING)
        screen.wait(100)
        assert screen.shows(Page.WARNING)
        screen.wait(20)
        assert screen.is_empty()


class Known:
    """What the machine keeps of exits."""

    def __init__(self):
        self.kept = list[ProviderExit]()

    def exits(self):
        return tuple(self.kept)

    def keep(self, exits):
        self.kept = list(exits)


def test_who_stops_is_known_on_after_the_record_is_closed(screen, monkeypatch):
    state, program = screen.stage.open.public.state, screen.stage.program
    known = Known()
    state.machine = replace(state.machine, known=known)
    service, zone = program.municipality.services[0].id, program.municipality.zones[0].id
    leaves = min(state.machine.municipality.offered(service, zone, NOW.date()))
    stops = ProviderExit(
        "exit",
        leaves,
        (service,),
        (zone,),
        NOW.date(),
        NOW.date() - timedelta(days=1),
        ExitCause.CONTRACT_ENDS,
        NOW.date() + timedelta(days=20),
    )
    monkeypatch.setattr(program, "take_in_exits", lambda: program.know_exits((stops,)))
    screen.sign_in()

    screen.stage.open.staff.flow._open_cases()
    screen.stage.open.staff.flow.lock()

    assert screen.is_empty()
    assert known.kept == [stops]
    offered = state.machine.municipality.offered(service, zone, NOW.date())
    assert leaves not in offered
    assert screen.stage.open.public.desk.brochure._spot.machine is state.machine


@pytest.mark.parametrize("is_stored", [False, True])
def test_a_failure_in_a_visit_is_stored_as_abandoned_and_tells_nothing_else(screen, is_stored):
    """What was stored before it stays stored, and is no abandoned visit."""
    screen.hand_over()
    if is_stored:
        store_answers(screen.stage)
    before = stored(screen)

    screen.stage.open.public.staff_visits.give_up()
    screen.stage.open.public.staff_visits.give_up()

    assert screen.ends() == ["finished" if is_stored else "abandoned"]
    assert stored(screen)[len(before) :] == ([] if is_stored else [VisitEndedWithoutAnswers()])


def test_a_record_that_fails_too_keeps_nobody_from_the_calm_page(screen, monkeypatch):
    def fail(*_arguments):
        raise StorageError

    screen.hand_over()
    monkeypatch.setattr(type(screen.stage.program.record), "append", fail)
    monkeypatch.setattr(screen.machine.log, "append", fail)

    screen.stage.open.public.staff_visits.give_up()

    assert screen.ends() == []
