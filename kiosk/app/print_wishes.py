"""How our documents want to be printed."""

from kiosk.app.ports.printer import SIMPLE, PrintWishes, Sides
from kiosk.domain.paper_events import DocumentKind


def usual_wishes(kind: DocumentKind) -> PrintWishes:
    """A receipt on one side; all else on both, turned like a book: its pages come in pairs."""
    if kind is DocumentKind.RECEIPT:
        return SIMPLE
    return PrintWishes(sides=Sides.LONG_EDGE)
