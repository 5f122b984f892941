"""What became of a document after a printer had taken it."""

from dataclasses import dataclass
from enum import Enum
from typing import NewType

from kiosk.app.ports.printer_state import PrinterState

JobId = NewType("JobId", str)
"""A document in a printer's queue."""

NOT_FOLLOWED = JobId("")
"""The printing system gave no name to ask by: nothing is known of the document any more."""


class JobState(Enum):
    """How far a document has come."""

    WAITING = "waiting"
    PRINTING = "printing"
    HELD = "held"
    """Somebody, or a rule of the queue, keeps it from being printed."""
    STOPPED = "stopped"
    """Begun, and not going on."""
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"
    GONE = "gone"
    """The queue does not know it any more: it was printed, or somebody took it away."""
    UNSEEN = "unseen"
    """The printing system does not tell now; it may tell later."""


_OVER = frozenset({JobState.DONE, JobState.CANCELLED, JobState.FAILED, JobState.GONE})


@dataclass(frozen=True, slots=True)
class JobStatus:
    """A document in a queue, as it was when somebody asked.

    Attributes:
        printer: What keeps the printer from printing; ``READY`` where nothing does, or where the
            printer does not tell.
    """

    state: JobState
    printer: PrinterState = PrinterState.READY

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in _OVER
