"""Pattern and staff code, then cleaning or an end that the watch understands (O12, O13)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app.cleaning_code import CleaningCode
from kiosk.app.ports.record_door import DoorState
from kiosk.app.public_machine import PublicMachine
from kiosk.domain.machine_end import MachineEnd
from kiosk.domain.machine_event import CodeOutcome, MachineEventId
from kiosk.domain.staff import StaffRole
from kiosk.machine.memory import MemoryMachineLog
from kiosk.ui.guarding import let_maintain
from kiosk.ui.shell import Page
from tests.stage import (
    CODE,
    OFFICER,
    Stage,
    memory_program,
    open_public_stage,
    public_machine,
)
from tests.unit.ui.test_staff_visits import Door


class Time:
    """Milliseconds that pass with each look, so that taps count, and as a test says."""

    def __init__(self) -> None:
        self.ms = 0.0

    def __call__(self) -> float:
        self.ms += 600
        return self.ms


class Heard(QObject):
    """Counts what reaches the window; installed first, so that it is asked last."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() in {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress}
        return False


class World:
    def __init__(self, stage: Stage, machine: PublicMachine, time: Time) -> None:
        self.stage, self.machine, self.time = stage, machine, time
        self.ends: list[int] = []
        self.now = 0.0
        self.heard = Heard()
        stage.open.window.installEventFilter(self.heard)
        flow = let_maintain(stage.open, machine, lambda: self.now, self.ends.append)
        assert flow is not None
        self.flow = flow

    def shows(self, page: Page) -> bool:
        return self.stage.open.shell.current is page

    @property
    def told(self) -> list[MachineEventId]:
        assert isinstance(self.machine.log, MemoryMachineLog)
        return [event.id for event in self.machine.log.events]

    @property
    def outcomes(self) -> list[object]:
        assert isinstance(self.machine.log, MemoryMachineLog)
        kind = MachineEventId.STAFF_CODE_GIVEN
        return [each.fields["outcome"] for each in self.machine.log.events if each.id is kind]

    def tap(self, x: int, y: int) -> None:
        QTest.mouseClick(self.stage.open.window, Qt.MouseButton.LeftButton, pos=QPoint(x, y))

    def draw(self) -> None:
        window = self.stage.open.window
        right, bottom = window.width() - 5, window.height() - 5
        for x, y in ((5, 5), (right, 5), (right, bottom), (5, bottom)):
            self.tap(x, y)

    def sign_in(self, code: str = CODE) -> None:
        page = self.stage.open.desk.staff.signIn
        page.pick(OFFICER)
        page.signIn(code)


@pytest.fixture
def world(qapp: QGuiApplication) -> Iterator[World]:
    program = memory_program()
    machine, time = public_machine(program), Time()
    with open_public_stage(program, machine, time) as stage:
        yield World(stage, machine, time)


def test_the_pattern_alone_leads_to_the_code_only(world: World) -> None:
    world.draw()

    assert world.shows(Page.SIGN_IN)
    assert world.ends == []


def test_another_order_leads_nowhere(world: World) -> None:
    window = world.stage.open.window
    right, bottom = window.width() - 5, window.height() - 5

    for x, y in ((5, 5), (5, bottom), (right, bottom), (right, 5)):
        world.tap(x, y)

    assert world.stage.open.shell.current.is_public


def test_pattern_and_code_lead_to_the_machine(world: World) -> None:
    world.draw()
    world.sign_in()

    assert world.shows(Page.MAINTENANCE)


def test_whoever_walks_away_from_the_machine_leaves_it_to_strangers(world: World) -> None:
    world.draw()
    world.sign_in()
    world.time.ms += 5 * 60_000
    world.stage.open._idle.look()

    assert world.shows(Page.ATTRACT)
    assert not world.stage.open.staff.session.is_open


def test_a_code_without_the_pattern_leads_to_the_cases(world: World) -> None:
    public = world.stage.open.public
    assert public is not None
    public.flow.staffAsked.emit()
    world.sign_in()

    assert world.shows(Page.CASES)


def test_wrong_codes_lead_nowhere_and_have_to_wait_twice_as_long(world: World) -> None:
    world.draw()
    for number in range(20):
        world.sign_in(f"wrong-{number}")
    # The right one comes too soon now.
    world.sign_in()

    assert world.shows(Page.SIGN_IN)
    assert world.ends == []
    assert world.outcomes == [*["wrong"] * 3, *["too_soon"] * 18]


def test_passphrases_are_noted_without_a_word_of_them(world: World) -> None:
    world.stage.open.desk.staff.unlock.answered.emit(CodeOutcome.WRONG)

    assert isinstance(world.machine.log, MemoryMachineLog)
    told = world.machine.log.events[-1]
    assert (told.id, told.fields) == (MachineEventId.RECORD_KEY_GIVEN, {"outcome": "wrong"})


@pytest.mark.parametrize(
    ("button", "yes", "end"),
    [
        ("Start programmet på nytt", "", MachineEnd.RESTART_PROGRAM),
        ("Start maskinen på nytt", "Ja, start på nytt", MachineEnd.RESTART_DEVICE),
        ("Slå av maskinen", "Ja, slå av", MachineEnd.SHUT_DOWN),
        ("Avslutt programmet for vedlikehold", "Ja, avslutt programmet", MachineEnd.NOTHING),
    ],
)
def test_ends_with_the_code_that_was_documented(
    world: World, button: str, yes: str, end: MachineEnd
) -> None:
    world.draw()
    world.sign_in()

    world.stage.reader.press(button)
    if yes:
        # One tap leaves nobody without a screen.
        assert world.ends == []
        world.stage.reader.press(yes)

    assert world.ends == [end.of_program]
    assert world.told[-1] is MachineEventId.MAINTENANCE_EXIT


def test_the_front_desk_turns_the_machine_off_but_never_leaves_the_program(world: World) -> None:
    ola, code = "Ola Eksempel", "147014"
    world.stage.program.manage_staff.add(ola, StaffRole.FRONT_DESK, code)
    world.draw()
    page = world.stage.open.desk.staff.signIn
    page.pick(ola)
    page.signIn(code)
    work = world.stage.open.desk.staff.maintenance
    world.stage.reader.settle()

    assert "Avslutt programmet for vedlikehold" not in world.stage.reader.names()
    assert work.whyNotExit in world.stage.reader.names()
    work.exitProgram()
    assert world.ends == []
    world.stage.reader.press("Slå av maskinen")
    world.stage.reader.press("Ja, slå av")
    assert world.ends == [MachineEnd.SHUT_DOWN.of_program]


def test_no_leads_back_and_a_question_does_not_wait_for_the_next_one(world: World) -> None:
    for way in ("Nei, gå tilbake", "La folk bruke skjermen"):
        world.draw()
        world.sign_in()
        world.stage.reader.press("Slå av maskinen")
        world.stage.reader.press(way)
        if world.shows(Page.ATTRACT):
            world.draw()
            world.sign_in()

        assert "Ja, slå av" not in world.stage.reader.names()
        assert "Slå av maskinen" in world.stage.reader.names()
        world.stage.open.desk.staff.maintenance.confirm()
        world.stage.reader.press("La folk bruke skjermen")
    assert world.ends == []


def test_nobody_leaves_the_program_while_nobody_is_signed_in(world: World) -> None:
    world.stage.open.desk.staff.maintenance.exitProgram()

    assert world.ends == []


def test_each_way_out_of_the_page_of_the_machine_is_closed_behind_staff(world: World) -> None:
    for way in ("La folk bruke skjermen", "Lås"):
        world.draw()
        world.sign_in()
        assert world.shows(Page.MAINTENANCE)
        world.stage.reader.press(way)

        assert world.shows(Page.ATTRACT)
        assert not world.stage.open.staff.session.is_open


class ShutDoor(Door):
    """Asks for a passphrase that nobody here knows."""

    def open_at_hand(self) -> bool:
        return False


def test_whoever_cleans_needs_no_record(qapp: QGuiApplication) -> None:
    program = memory_program(is_public=True)
    program.door = ShutDoor()
    machine = public_machine(program)
    with open_public_stage(program, machine, Time()) as stage:
        world = World(stage, machine, Time())
        work = stage.open.desk.staff.maintenance
        work.let_clean(CleaningCode("4711", program.clock))
        world.draw()
        stage.reader.settle()
        assert world.shows(Page.UNLOCK)

        work.cleanWith("1174")
        stage.reader.settle()
        assert "Koden er feil." in stage.reader.names()
        assert world.shows(Page.UNLOCK)
        work.cleanWith("4711")

        assert world.shows(Page.CLEANING)
        assert work.seconds == 30
        assert program.door.state is DoorState.LOCKED
        assert world.outcomes == ["wrong", "right"]
        world.now += 46_000
        world.flow.look()
        assert world.shows(Page.ATTRACT)


def test_whoever_cleans_needs_no_code_of_staff_where_the_record_opens_by_itself(
    qapp: QGuiApplication,
) -> None:
    program = memory_program(is_public=True)
    program.door = Door()
    machine = public_machine(program)
    with open_public_stage(program, machine, Time()) as stage:
        world = World(stage, machine, Time())
        work = stage.open.desk.staff.maintenance
        work.let_clean(CleaningCode("4711", program.clock))
        world.draw()
        stage.reader.settle()
        assert world.shows(Page.SIGN_IN)
        assert "Vaskekode" in stage.reader.names()

        work.cleanWith("4711")

        assert world.shows(Page.CLEANING)
        assert program.door.state is DoorState.LOCKED


def test_a_machine_without_a_cleaning_code_asks_for_none(qapp: QGuiApplication) -> None:
    program = memory_program(is_public=True)
    program.door = ShutDoor()
    machine = public_machine(program)
    with open_public_stage(program, machine, Time()) as stage:
        world = World(stage, machine, Time())
        world.draw()
        stage.reader.settle()

        assert world.shows(Page.UNLOCK)
        assert "Vaskekode" not in stage.reader.names()
        stage.open.desk.staff.maintenance.cleanWith("")
        assert world.shows(Page.UNLOCK)


def test_touch_is_ignored_while_the_screen_is_cleaned(world: World) -> None:
    world.draw()
    world.sign_in()
    world.stage.reader.press("Vask skjermen")
    work = world.stage.open.desk.staff.maintenance

    assert world.shows(Page.CLEANING)
    assert work.seconds == 30
    assert not world.stage.open.staff.session.is_open
    assert world.told[-1] is MachineEventId.CLEANING_LOCKED
    before = world.heard.count
    world.draw()
    QTest.keyClick(world.stage.open.window, Qt.Key.Key_Return)
    assert world.heard.count == before
    assert world.shows(Page.CLEANING)

    world.now += 31_000
    world.flow.look()
    world.tap(5, 5)
    assert world.heard.count == before + 1
    world.stage.reader.press("30 sekunder til")
    assert work.seconds == 30

    world.now += 46_000
    world.flow.look()
    assert world.shows(Page.ATTRACT)
