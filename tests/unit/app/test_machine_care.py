"""Staff test a machine, print its test page, open it and close it (O16, O30)."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.app.day_report import DayEnd
from kiosk.app.machine_care import MachineCare
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.machine_test_page import compose_test_page, is_test_code
from kiosk.app.ports.printer import PrinterAbilities, PrinterInfo, Sides
from kiosk.app.self_test import Tested as Found
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.errors import PrintError, StorageError, StorageFault
from kiosk.domain.language import Language
from kiosk.domain.machine_event import TestEnd, TestName
from kiosk.domain.slip_code import SIGN
from kiosk.machine.memory import MemoryMachineLog
from kiosk.printing.memory import MemoryPrinter
from tests.unit.app import factory as make

NOW = datetime(2026, 3, 3, 8, 0, tzinfo=ZoneInfo("Europe/Oslo"))


class Clock:
    def now(self) -> datetime:
        return NOW


class FullLog(MemoryMachineLog):
    def append(self, events: object) -> None:
        raise StorageError(StorageFault.DISK_FULL)


class Sound:
    def run(self) -> Found:
        return Found(TestName.DISK, TestEnd.PASSED, "disk.enough")


@dataclass
class World:
    log: MemoryMachineLog = field(default_factory=MemoryMachineLog)
    printer: MemoryPrinter = field(default_factory=MemoryPrinter)
    sheets: list[Sheet] = field(default_factory=list)

    def pdf(self, sheet: Sheet, at: datetime) -> bytes:
        self.sheets.append(sheet)
        return b"%PDF"

    @property
    def care(self) -> MachineCare:
        notes = MachineNotes(self.log, Clock())
        parts = notes, self.log, self.printer, self.pdf, Clock()
        return MachineCare(make.municipality(), [Sound()], *parts)


def test_a_test_is_told_and_written_down() -> None:
    world = World()

    assert [each.test for each in world.care.test()] == [TestName.DISK]
    assert world.care.report(DayEnd.OPENING).is_tested


def test_a_log_that_takes_nothing_keeps_no_test_from_its_end() -> None:
    assert World(FullLog()).care.test()[0].end is TestEnd.PASSED


def test_a_machine_that_is_opened_counts_from_then_when_it_is_closed() -> None:
    world = World()
    world.care.confirm(DayEnd.OPENING)

    assert world.care.report(DayEnd.CLOSING).since == NOW.replace(tzinfo=None)
    assert not world.care.report(DayEnd.OPENING).was_closed
    world.care.confirm(DayEnd.CLOSING)
    assert world.care.report(DayEnd.OPENING).was_closed


@pytest.mark.parametrize("sides", [Sides.ONE, Sides.LONG_EDGE])
def test_the_test_page_is_printed_on_both_sides_where_the_printer_can(sides: Sides) -> None:
    abilities = PrinterAbilities(frozenset({Sides.ONE, sides}), frozenset())
    world = World(printer=MemoryPrinter((PrinterInfo("a", "A", True, abilities=abilities),)))

    world.care.print_test_page(make.words())

    assert world.printer.wishes[0].sides is sides


def test_a_report_goes_to_the_printer_that_this_machine_uses() -> None:
    found = (PrinterInfo("a", "A", is_default=False), PrinterInfo("b", "B", is_default=True))
    world = World(printer=MemoryPrinter(found))

    world.care.print_report(world.care.report(DayEnd.CLOSING), make.words())

    assert [queue for queue, _ in world.printer.jobs] == ["b"]
    assert world.sheets[0].sample is None


def test_without_a_printer_nothing_is_printed() -> None:
    with pytest.raises(PrintError):
        World(printer=MemoryPrinter(())).care.print_test_page(make.words())


def test_the_test_page_says_below_when_it_was_made() -> None:
    sheet = compose_test_page(make.municipality(), NOW, make.words(Language.BOKMAL))

    assert sheet.foot == "3.\u00a0mars 2026 kl. 08.00"


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_the_code_of_the_test_page_is_known_as_scanners_type_it(language: Language) -> None:
    sheet = compose_test_page(make.municipality(), NOW, make.words(language))
    assert sheet.sample is not None
    scanned = sheet.sample.scanned

    assert is_test_code(scanned)
    assert is_test_code(f"]Q1{scanned.lower().replace(':', 'Ø')}\r")
    assert not is_test_code(scanned[:-1])
    assert not is_test_code(f"{SIGN}:0000000000:TEST")
    assert not is_test_code("")
