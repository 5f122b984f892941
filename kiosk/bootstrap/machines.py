"""What this machine notes of itself, and what keeps it fit."""

import sys
from contextlib import suppress
from functools import cache, partial
from typing import TYPE_CHECKING

from kiosk.bootstrap.packs import open_municipality, words_in
from kiosk.domain.errors import StorageError
from kiosk.domain.municipality import Municipality
from kiosk.late_adapters import LateDocuments, system_printer
from kiosk.settings import Settings
from kiosk.system import SystemClock

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.app.machine_care import MachineCare
    from kiosk.app.machine_notes import MachineNotes
    from kiosk.app.program import Program
    from kiosk.app.public_machine import PublicMachine
    from kiosk.app.self_test import SelfTest
    from kiosk.domain.document.sheet import Sheet
    from kiosk.machine.files import FileMachineLog


def machine_log(settings: Settings) -> "FileMachineLog":
    """The log of this machine, which holds nothing about a person."""
    from kiosk.machine.files import FileMachineLog

    return FileMachineLog(settings.data)


def machine_notes(settings: Settings) -> "MachineNotes":
    """Writes down what this machine and its staff do."""
    from kiosk.app.machine_notes import MachineNotes

    return MachineNotes(machine_log(settings), SystemClock())


def self_tests(settings: Settings) -> "tuple[SelfTest, ...]":
    """Every part of the self-test of this machine."""
    from kiosk.app.self_test import (
        BY_HAND,
        ClockTest,
        CopiesTest,
        DiskTest,
        FolderTest,
        FontsTest,
        PackTest,
        PrinterTest,
    )
    from kiosk.machine.probe import DiskProbe, local_now
    from kiosk.printing.first_printer import FirstPrinter

    clock = SystemClock()
    printer = FirstPrinter(system_printer(sys.platform), settings.printer)
    probe = DiskProbe(settings.data, settings.resources.fonts)
    return (
        FolderTest(probe, str(settings.data)),
        DiskTest(probe),
        ClockTest(clock, local_now, last_noted=partial(_last_noted, settings)),
        FontsTest(probe),
        PackTest(partial(open_municipality, settings, clock), str(settings.content)),
        PrinterTest(printer, settings.printer),
        CopiesTest(print_copies_kept),
        *BY_HAND,
    )


def print_copies_kept() -> bool | None:
    """Whether the printing system of this machine keeps what it printed; None where nobody can tell."""
    if sys.platform == "win32":
        return None
    from kiosk.printing.cups import CupsPrinter
    from kiosk.printing.cups_copies import keeps_copies

    return keeps_copies(CupsPrinter().server)


def _last_noted(settings: Settings) -> "datetime | None":
    """The latest minute of the machine's log; None where it cannot be read either."""
    from kiosk.app.day_report import latest_noted

    try:
        return latest_noted(machine_log(settings).read().events)
    except StorageError:
        return None


def machine_care(settings: Settings, municipality: Municipality) -> "MachineCare":
    """What staff do to keep this machine fit."""
    from kiosk.app.cleaning_code import CleaningCode
    from kiosk.app.machine_care import MachineCare
    from kiosk.app.self_test import BY_HAND
    from kiosk.printing.first_printer import FirstPrinter

    clock, code = SystemClock(), settings.cleaning_code
    return MachineCare(
        municipality=municipality,
        tests=[each for each in self_tests(settings) if each not in BY_HAND],
        notes=machine_notes(settings),
        log=machine_log(settings),
        printer=FirstPrinter(system_printer(sys.platform), settings.printer),
        pdf=partial(sheet_pdf, settings),
        clock=clock,
        cleaning=CleaningCode(code, clock) if code else None,
    )


def sheet_pdf(settings: Settings, sheet: "Sheet", issued_at: "datetime") -> bytes:
    """A sheet as a file, without a record."""
    words_for = cache(partial(words_in, settings.resources))
    return LateDocuments(settings.resources, words_for).sheet(sheet, issued_at)


def public_machine(program: "Program", settings: Settings) -> "PublicMachine":
    """What strangers may do at this machine, with its own log and its own orders."""
    from kiosk.app.public_machine import PublicMachine
    from kiosk.machine.files import FileMachineLog, FileOrderStock
    from kiosk.machine.known_exits import FileKnownExits

    log, stock = FileMachineLog(settings.data), FileOrderStock(settings.data)
    known = FileKnownExits(settings.data)
    program.know_exits(known.exits())
    explain, municipality = program.explain, program.municipality
    parts = log, stock, program.clock, program.ids, known
    machine = PublicMachine(municipality, explain, *parts)
    with suppress(StorageError):
        machine.end_left(log.last_of_sessions())
    return machine
