"""What the spooler of Windows tells and does, where Qt has no words for it."""

from typing import Protocol

from kiosk.app.ports.printer_state import PrinterState


class Spooler(Protocol):
    """The queues of this machine."""

    def state(self, queue: str) -> PrinterState:
        """What keeps a printer; ``READY`` where nothing does or nothing is told."""
        ...

    def delete(self, queue: str, title: str) -> int:
        """Delete the documents with a title that a queue still has.

        Returns:
            How many may still be printed.
        """
        ...
