"""The printer that a machine's settings name stands before the others."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.app.ports.print_jobs import JobId, JobStatus
from kiosk.app.ports.printer import SIMPLE, Printer, PrinterInfo, PrintWishes, always


class FirstPrinter:
    """Printers as another finds them, one of them first.

    Args:
        printer: Finds printers and prints.
        first: Name of the queue that is offered first; empty, or one that is not found, changes
            nothing.
    """

    def __init__(self, printer: Printer, first: str) -> None:
        self._printer = printer
        self._first = first

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The named one first and the only default, then the others in their order."""
        found = self._printer.printers()
        if self._first not in {each.name for each in found}:
            return found
        marked = [replace(each, is_default=each.name == self._first) for each in found]
        return tuple(sorted(marked, key=lambda each: not each.is_default))

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> JobId:
        """Hand a document to a printer.

        Raises:
            PrintError: The document was not handed over.
        """
        return self._printer.print_pdf(pdf, printer, wishes, is_wanted)

    def job(self, job: JobId) -> JobStatus:
        """What became of a document."""
        return self._printer.job(job)

    def take_back(self, job: JobId) -> None:
        """Take a document out of the queue.

        Raises:
            PrintError: It may still be printed.
        """
        self._printer.take_back(job)

    def take_back_all(self) -> int:
        """Take everything out of the queues that this process handed over."""
        return self._printer.take_back_all()

    def take_back_left(self) -> int:
        """Take everything out of the queues that earlier processes left there."""
        return self._printer.take_back_left()
