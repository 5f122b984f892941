"""What staff do to keep a public machine fit: test it, open it for the day and close it (O16, O30)."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from kiosk.app.cleaning_code import CleaningCode
from kiosk.app.day_report import DayEnd, DayReport, day_report
from kiosk.app.day_report_texts import compose_day_report
from kiosk.app.machine_notes import MachineNotes
from kiosk.app.machine_test_page import compose_test_page
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.machine_log import MachineLogReading
from kiosk.app.ports.print_jobs import JobId
from kiosk.app.ports.printer import SIMPLE, Printer, PrinterInfo, PrintWishes, Sides
from kiosk.app.ports.words import Words
from kiosk.app.self_test import SelfTest, Tested, run_all
from kiosk.domain.document.sheet import Sheet
from kiosk.domain.errors import PrintError, StorageError
from kiosk.domain.municipality import Municipality

_NO_PRINTER = "printing.no_printer"
_BOTH_SIDES = PrintWishes(sides=Sides.LONG_EDGE)


@dataclass(frozen=True, slots=True)
class MachineCare:
    """The machine's tests, its log and its printer.

    Attributes:
        tests: Parts of the self-test that need nobody at the machine.
        pdf: Makes a file of a sheet.
        cleaning: Opens the cleaning of the screen without the record; None where nothing does.
    """

    municipality: Municipality
    tests: Sequence[SelfTest]
    notes: MachineNotes
    log: MachineLogReading
    printer: Printer
    pdf: Callable[[Sheet, datetime], bytes]
    clock: Clock
    cleaning: CleaningCode | None = None

    def test(self) -> tuple[Tested, ...]:
        """Run what needs nobody, and write it down as far as that can be done."""
        found = run_all(self.tests)
        for each in found:
            self.note(each)
        return found

    def note(self, found: Tested) -> None:
        """Write down what a person found; a log that cannot be written fails a test of its own."""
        with suppress(StorageError):
            self.notes.self_tested(found.test, found.end)

    def report(self, end: DayEnd) -> DayReport:
        """What happened until now.

        Raises:
            StorageError: The log cannot be read.
        """
        read = self.log.read()
        return day_report(end, read.events, self.clock.now(), read.unreadable)

    def confirm(self, end: DayEnd) -> None:
        """The machine is open, or closed, from now on.

        Raises:
            StorageError: It could not be written down.
        """
        if end is DayEnd.OPENING:
            self.notes.day_opened()
        else:
            self.notes.day_closed()

    def print_test_page(self, words: Words) -> JobId:
        """Print the test page, on both sides where the printer can.

        Raises:
            PrintError: It was not handed over.
        """
        return self._print(compose_test_page(self.municipality, self.clock.now(), words))

    def print_report(self, report: DayReport, words: Words) -> JobId:
        """Print what was told.

        Raises:
            PrintError: It was not handed over.
        """
        return self._print(compose_day_report(report, self.municipality, words))

    def _print(self, sheet: Sheet) -> JobId:
        queue = self._queue()
        is_two_sided = sheet.sample is not None and queue.can_print(Sides.LONG_EDGE)
        wishes = _BOTH_SIDES if is_two_sided else SIMPLE
        return self.printer.print_pdf(self.pdf(sheet, self.clock.now()), queue.name, wishes)

    def _queue(self) -> PrinterInfo:
        found = self.printer.printers()
        if not found:
            raise PrintError(_NO_PRINTER)
        return next((each for each in found if each.is_default), found[0])
