"""What carries finished documents to paper: what it can do, and what is asked of it for one job."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kiosk.app.ports.print_jobs import JobId, JobStatus
from kiosk.app.ports.printer_state import PrinterState

JOB_NAME = "Brukervalg Kiosk"
"""Shown in the printer's queue to everybody: names neither person nor document."""

MOST_COPIES = 99
"""More is a print shop's work, and more often a slip of the finger."""


class Sides(Enum):
    """Which sides of a sheet are printed; values are those of IPP (RFC 8011, ``sides``)."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class PaperSize(Enum):
    """Sizes that our documents are laid out for."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, slots=True)
class PrinterAbilities:
    """What a printer says that it can do; colour is never needed.

    Attributes:
        sides: Never empty.
        sizes: Those of ours that it knows; may be empty.
    """

    sides: frozenset[Sides]
    sizes: frozenset[PaperSize]


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer that can be chosen.

    Attributes:
        name: Queue name.
        description: What people call it; the name where it has none.
        is_default: Whether this machine prints there by default.
        state: What it said when it was found.
        abilities: None where the printer does not tell; it may then do anything.
    """

    name: str
    description: str
    is_default: bool
    state: PrinterState = PrinterState.READY
    abilities: PrinterAbilities | None = None

    def can_print(self, sides: Sides) -> bool:
        """Whether it prints so, as far as it tells."""
        return self.abilities is None or sides in self.abilities.sides

    def takes(self, size: PaperSize) -> bool:
        """Whether it takes such paper, as far as it tells."""
        return self.abilities is None or size in self.abilities.sizes


@dataclass(frozen=True, slots=True)
class PrintWishes:
    """What is asked of a printer for one document.

    Attributes:
        copies: 1 to 99, each complete before the next one begins.
        sides: One-sided unless the document asks for more: a receipt is one page. Letters,
            envelopes and brochures want the long edge, imposed booklets the short edge.
        size: The paper that the document is laid out for. Nothing is ever scaled: type would
            become smaller, and an address would leave its window.
    """

    copies: int = 1
    sides: Sides = Sides.ONE
    size: PaperSize = PaperSize.A4

    def __post_init__(self) -> None:
        if not 1 <= self.copies <= MOST_COPIES:
            message = f"copies must be from 1 to {MOST_COPIES}"
            raise ValueError(message)


SIMPLE = PrintWishes()
"""One copy on one side of A4."""


def always() -> bool:
    """Somebody wants it all the time."""
    return True


class Printer(Protocol):
    """Where finished documents go; every method may be slow and is called off the GUI thread.

    It may be asked about jobs and told to take them back while it hands over another document.
    """

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now; may be empty."""
        ...

    def print_pdf(
        self,
        pdf: bytes,
        printer: str,
        wishes: PrintWishes = SIMPLE,
        is_wanted: Callable[[], bool] = always,
    ) -> JobId:
        """Hand a document to a printer; its job name holds no personal data.

        Args:
            pdf: The document.
            printer: Name of the queue.
            wishes: How it is printed.
            is_wanted: Asked now and then while a document is handed over; where nobody wants it any
                more, the rest is not printed.

        Returns:
            What to ask about it by; ``NOT_FOLLOWED`` where the printing system does not tell.

        Raises:
            PrintError: The document was not handed over; ``printing.stopped`` where nobody wanted
                it any more.
        """
        ...

    def job(self, job: JobId) -> JobStatus:
        """What became of a document; never raises for a job that is not known any more."""
        ...

    def take_back(self, job: JobId) -> None:
        """Take a document out of the queue; one that is over is left as it is.

        Raises:
            PrintError: ``printing.not_taken_back``: it may still be printed.
        """
        ...

    def take_back_all(self) -> int:
        """Take everything out of the queues that this process handed over, as a session ends.

        Returns:
            How many documents may still be printed; 0 when all is clear.
        """
        ...

    def take_back_left(self) -> int:
        """Take everything out of the queues that earlier processes handed over and left there.

        For the start of a machine that strangers use: whoever waited for the papers has gone.

        Returns:
            How many documents may still be printed; 0 when all is clear.
        """
        ...
