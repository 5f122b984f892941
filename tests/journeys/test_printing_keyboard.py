"""A brochure on paper by the keyboard alone: printer, sides, copies."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from kiosk.app.ports.print_jobs import JobState, JobStatus
from kiosk.app.ports.printer import PaperSize, PrinterAbilities, PrinterInfo, PrintWishes, Sides
from kiosk.app.ports.printer_state import PrinterState
from kiosk.printing.memory import MemoryPrinter
from kiosk.ui.shell import Page
from tests.journeys.test_staff_keyboard import Keys
from tests.stage import memory_program, open_stage

SIZES = frozenset(PaperSize)
FOUND = (
    PrinterInfo(
        "front",
        "Skranken",
        is_default=True,
        state=PrinterState.NO_PAPER,
        abilities=PrinterAbilities(frozenset(Sides), SIZES),
    ),
    PrinterInfo(
        "small",
        "Lite kontor",
        is_default=False,
        abilities=PrinterAbilities(frozenset({Sides.ONE}), SIZES),
    ),
)


@pytest.fixture
def printer() -> MemoryPrinter:
    return MemoryPrinter(FOUND)


@pytest.fixture
def keys(qapp: object, printer: MemoryPrinter) -> Iterator[Keys]:
    program = memory_program()
    program.printer = printer
    with open_stage(program) as stage:
        stage.open.window.requestActivate()
        stage.reader.settle()
        made = Keys(stage)
        made.sign_in()
        made.open_case()
        made.use("Skriv ut brosjyre")
        yield made


def test_copies_and_sides_are_picked_and_printed(keys: Keys, printer: MemoryPrinter):
    assert keys.page is Page.PRINT
    keys.use("Begge sider, som i en veggkalender")
    keys.tab_to("Eksemplarer")
    keys.write("3")
    keys.press(Qt.Key.Key_Return)

    assert printer.wishes == [PrintWishes(3, Sides.SHORT_EDGE)]
    assert "Sendt til Skranken." in keys.stage.reader.names()


def test_a_reader_hears_what_keeps_a_printer_and_what_it_cannot_do(
    keys: Keys, printer: MemoryPrinter
):
    names = keys.stage.reader.names()
    assert any(name.startswith("Skranken.") and "Tom for papir" in name for name in names)

    keys.use("Lite kontor")
    assert any("denne skriveren kan ikke" in name for name in keys.stage.reader.names())
    keys.use("Skriv ut")
    assert "Velg hvilke sider av arket som skal skrives på." in keys.stage.reader.names()

    keys.use("Én side")
    keys.use("Skriv ut")
    assert printer.wishes == [PrintWishes()]


def test_a_document_that_waits_is_stopped_and_the_keyboard_goes_on(
    keys: Keys, printer: MemoryPrinter
):
    printer.status = JobStatus(JobState.WAITING, PrinterState.NO_PAPER)
    keys.tab_to("Eksemplarer")
    keys.press(Qt.Key.Key_Return)
    told = keys.stage.reader.names()
    assert any(name.startswith("Dokumentet venter i køen til skriveren.") for name in told)

    keys.use("Avbryt utskriften")

    names = keys.stage.reader.names()
    assert any(name.startswith("Utskriften er avbrutt.") for name in names)
    assert "Avbryt utskriften" not in names
    # The button is gone, and the next key still arrives somewhere.
    keys.tab_to("Skranken")
    keys.tab_to("Eksemplarer")
    keys.press(Qt.Key.Key_Return)
    assert len(printer.jobs) == 2
