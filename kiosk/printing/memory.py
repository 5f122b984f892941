"""A printer that keeps its jobs, for tests and for the tour."""

from dataclasses import dataclass, field

from kiosk.app.ports.paper import PrinterInfo
from kiosk.domain.errors import PrintError
from kiosk.printing.codes import NO_PRINTER


@dataclass(slots=True)
class MemoryPrinter:
    """Keeps what was printed.

    Attributes:
        found: Printers that it pretends to find.
        jobs: Queue name and document, in the order of printing.
    """

    found: tuple[PrinterInfo, ...] = (PrinterInfo("memory", "memory", is_default=True),)
    jobs: list[tuple[str, bytes]] = field(default_factory=list)

    def printers(self) -> tuple[PrinterInfo, ...]:
        """The printers given."""
        return self.found

    def print_pdf(self, pdf: bytes, printer: str) -> None:
        """Keep the document.

        Raises:
            PrintError: ``printing.no_printer``: there is no such printer.
        """
        if printer not in {each.name for each in self.found}:
            raise PrintError(NO_PRINTER)
        self.jobs.append((printer, pdf))
