"""How our documents want to be printed."""

from kiosk.app.ports.printer import SIMPLE, PrintWishes, Sides
from kiosk.domain.edition import Edition
from kiosk.domain.paper_events import DocumentKind


def usual_wishes(kind: DocumentKind, edition: Edition = Edition.STANDARD) -> PrintWishes:
    """A receipt on one side; all else on both, turned like a book: its pages come in pairs.

    The sheets of a booklet lie across, and are turned over their short edge.
    """
    if edition is Edition.BOOKLET:
        return PrintWishes(sides=Sides.SHORT_EDGE)
    if kind is DocumentKind.RECEIPT:
        return SIMPLE
    return PrintWishes(sides=Sides.LONG_EDGE)
