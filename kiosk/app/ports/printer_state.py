"""What keeps a printer from printing."""

from enum import Enum


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
