"""A printer that keeps its jobs, for tests and for the tour."""

from dataclasses import dataclass, field

from kiosk.app.ports.printer import SIMPLE, PrinterInfo, PrintWishes
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import NO_PRINTER


@dataclass(slots=True)
class MemoryPrinter:
    """Keeps what was printed.

    Attributes:
        found: Printers that it pretends to find.
        jobs: Queue name and document, in the order of printing.
        wishes: What was asked for each of the jobs.
    """

    found: tuple[PrinterInfo, ...] = (PrinterInfo("memory", "memory", is_default=True),)
    jobs: list[tuple[str, bytes]] = field(default_factory=list)
    wishes: list[PrintWishes] = field(default_factory=list)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers given."""
        return self.found

    def print_pdf(self, pdf: bytes, printer: str, wishes: PrintWishes = SIMPLE) -> None:
        """Keep the document.

        Raises:
            PrintError: ``printing.no_printer``: there is no such printer.
        """
        if printer not in {each.name for each in self.found}:
            raise PrintError(NO_PRINTER)
        self.jobs.append((printer, pdf))
        self.wishes.append(wishes)
