"""Staff test a public machine, open it and close it, on its own pages (O16, O30)."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.app.machine_care import MachineCare
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.machine_test_page import compose_test_page
from kiosk.app.ports.print_jobs import JobId
from kiosk.app.self_test import BY_HAND
from kiosk.domain.errors import PrintError
from kiosk.domain.language import Language
from kiosk.domain.machine_event import MachineEventId
from kiosk.machine.memory import MemoryMachineLog
from kiosk.printing.memory import MemoryPrinter
from kiosk.ui.guarding import let_maintain
from kiosk.ui.shell import Page
from tests.stage import (
    CODE,
    NOW,
    OFFICER,
    PatientTaps,
    Stage,
    memory_program,
    open_public_stage,
    public_machine,
)


@dataclass
class World:
    stage: Stage
    log: MemoryMachineLog
    printer: MemoryPrinter

    def press(self, *buttons: str) -> None:
        for button in buttons:
            self.stage.reader.press(button)
            self.stage.reader.settle()

    def shows(self, page: Page) -> bool:
        return self.stage.open.shell.current is page

    @property
    def found(self) -> list[tuple[object, object]]:
        tests = (each for each in self.log.events if each.id is MachineEventId.SELF_TESTED)
        return [(each.fields["test"], each.fields["outcome"]) for each in tests]


@pytest.fixture
def world(qapp: QGuiApplication) -> Iterator[World]:
    program = memory_program()
    machine, printer = public_machine(program), MemoryPrinter()
    log = machine.log
    assert isinstance(log, MemoryMachineLog)
    notes = MachineNotes(log, program.clock)
    parts = notes, log, printer, lambda _sheet, _at: b"%PDF", program.clock
    care = MachineCare(program.municipality, [], *parts)
    with open_public_stage(program, machine, PatientTaps()) as stage:
        flow = let_maintain(stage.open, machine, care=care)
        assert flow is not None
        flow.corners.drawn.emit()
        stage.open.staff.desk.signIn.pick(OFFICER)
        stage.open.staff.desk.signIn.signIn(CODE)
        stage.reader.settle()
        yield World(stage, log, printer)


def test_what_nobody_tried_is_written_down_as_left_out(world: World) -> None:
    world.press("Test maskinen")
    assert world.shows(Page.SELF_TEST)
    world.press("Denne maskinen")

    assert world.shows(Page.MAINTENANCE)
    assert world.found == [(each.test.value, "left_out") for each in BY_HAND]


def test_every_part_of_the_screen_has_to_be_touched(world: World) -> None:
    world.press("Test maskinen", "Prøv skjermen")
    touch = world.stage.open.staff.desk.touch
    columns, rows = touch.columns, touch.rows
    for cell in range(columns * rows - 1):
        touch.touch((cell % columns + 0.5) / columns, (cell // columns + 0.5) / rows)
    assert world.shows(Page.TOUCH_TEST)
    world.press("Resten merker ingen finger")

    assert world.shows(Page.SELF_TEST)
    assert world.found == [("touch", "failed")]
    text = f"rad {rows}, kolonne {columns}."
    assert any(text in str(row["text"]) for row in world.stage.open.staff.desk.selfTest.rows.rows())


def test_a_screen_that_was_touched_all_over_has_passed(world: World) -> None:
    world.press("Test maskinen", "Prøv skjermen")
    touch = world.stage.open.staff.desk.touch
    columns, rows = touch.columns, touch.rows
    assert columns * rows > 20
    for cell in range(columns * rows):
        touch.touch((cell % columns + 0.5) / columns, (cell // columns + 0.5) / rows)

    assert world.shows(Page.SELF_TEST)
    assert world.found == [("touch", "passed")]


def test_keys_page_and_scanner_are_tried_and_none_of_it_is_stored(world: World) -> None:
    world.press("Test maskinen", "Skriv ut prøvesiden", "Begge sidene er riktige")
    work = world.stage.open.staff.desk.selfTest
    work.write("Æøå ")
    assert "Enter" in work.keysLeft
    work.press("Enter")
    work.press("Tab")
    work.scan("FBV1:0000000000:X")
    program = world.stage.program
    sheet = compose_test_page(program.municipality, NOW, program.words_for(Language.BOKMAL))
    assert sheet.sample is not None
    work.scan(sheet.sample.scanned)

    assert len(world.printer.jobs) == 1
    assert world.found == [
        ("paper", "passed"),
        ("keys", "passed"),
        ("scanner", "failed"),
        ("scanner", "passed"),
    ]
    assert work.keysLeft == ""
    assert "FBV1" not in repr(world.log.events)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("printing.no_printer", "Ingen skriver ble funnet. Se etter om den er slått på."),
        ("printing.refused", "Prøvesiden ble ikke skrevet ut."),
    ],
)
def test_a_test_page_that_no_printer_took_has_failed(
    world: World, monkeypatch: pytest.MonkeyPatch, code: str, said: str
) -> None:
    def refuse(*_said: object) -> JobId:
        raise PrintError(code)

    monkeypatch.setattr(MemoryPrinter, "print_pdf", refuse)

    world.press("Test maskinen", "Skriv ut prøvesiden")

    message = world.stage.open.staff.desk.selfTest.message
    assert message.startswith(said)
    assert "lagre en fil" not in message
    assert world.found == [("paper", "failed")]


def test_missing_keys_are_named(world: World) -> None:
    world.press("Test maskinen", "De andre tastene virker ikke")

    assert world.found == [("keys", "failed")]


def test_the_day_is_opened_and_closed_with_a_report(world: World) -> None:
    world.press("Åpningsrapport", "Skriv ut rapporten", "Åpne maskinen for dagen")
    assert world.shows(Page.MAINTENANCE)
    world.press("Stengerapport")
    assert "Tallene gjelder siden" in world.stage.open.staff.desk.dayEnd.lead
    world.press("Steng maskinen for dagen")

    assert len(world.printer.jobs) == 1
    assert [each.id for each in world.log.events][-2:] == [
        MachineEventId.DAY_OPENED,
        MachineEventId.DAY_CLOSED,
    ]


def test_nothing_of_a_test_is_left_for_the_next_session(world: World) -> None:
    world.press("Test maskinen")
    world.stage.open.staff.desk.selfTest.scan("noe noen skannet")
    world.press("Denne maskinen", "La folk bruke skjermen")

    assert world.stage.open.staff.desk.selfTest.arrived == ""


def test_keys_are_heard_as_somebody_presses_them(world: World) -> None:
    world.press("Test maskinen")
    window, work = world.stage.open.window, world.stage.open.staff.desk.selfTest
    for _ in range(40):
        item = window.activeFocusItem()
        if item.inputMethodQuery(Qt.InputMethodQuery.ImEnabled):
            break
        QTest.keyClick(window, Qt.Key.Key_Tab)
    for character in "æøå ":
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
        QCoreApplication.sendEvent(window, key)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert work.keysLeft.endswith(": Tab")
    QTest.keyClick(window, Qt.Key.Key_Tab)

    assert world.found == [("keys", "passed")]
