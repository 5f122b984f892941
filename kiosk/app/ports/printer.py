"""What carries finished documents to paper: what it can do, and what is asked of it for one job."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

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


class PrinterState(Enum):
    """What keeps a printer from printing now."""

    READY = "ready"
    PAUSED = "paused"
    CLOSED = "closed"
    OFFLINE = "offline"
    NO_PAPER = "no_paper"
    JAMMED = "jammed"
    OPEN = "open"
    NO_TONER = "no_toner"
    FAULT = "fault"


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


class Printer(Protocol):
    """Where finished documents go."""

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Printers found now; may be empty."""
        ...

    def print_pdf(self, pdf: bytes, printer: str, wishes: PrintWishes = SIMPLE) -> None:
        """Hand a document to a printer; its job name holds no personal data.

        Raises:
            PrintError: The document was not handed over.
        """
        ...
