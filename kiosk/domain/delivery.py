"""What of a case has reached the case system, which is the master (pasientjournalforskriften § 5).

What is delivered: choices, corrections, withdrawals and notes of information. "Hand-over" is the
word for the screen, so that giving a case to the case system is called delivery everywhere.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.domain.outcome import EventId

INTERRUPTED = "delivery.interrupted"
"""Reason of a delivery that was begun and whose end nobody saw."""


class DeliveryState(Enum):
    """Where a case stands; ``NOTHING`` has nothing that could be delivered."""

    NOTHING = "nothing"
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class DeliveryBegun:
    """Files of a case are about to appear; stored before, so that no later run forgets them.

    A provider that read such a list must hear when its start is cancelled, even where the
    program was stopped before it could mark the case as delivered.

    Attributes:
        run: Name of the run's folder.
        covers: Events of the case that the files tell of, oldest first; at least one.
    """

    run: str
    covers: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class CaseDelivered:
    """The files of a case are durable; attributes as in ``DeliveryBegun``."""

    run: str
    covers: tuple[EventId, ...]


@dataclass(frozen=True, slots=True)
class DeliveryFailed:
    """A case could not be delivered, and no file of it was left; it stays on the work list.

    Attributes:
        run, covers: As in ``DeliveryBegun``.
        reason: Stable code that the catalogues put into words; never personal data.
    """

    run: str
    covers: tuple[EventId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far a case has come.

    Attributes:
        waiting: Events that are not delivered, oldest first; may be empty.
        is_tried: Whether a delivery ever succeeded, failed or was begun.
        fault: Why the newest try did not succeed; empty when it did, and before the first.
    """

    waiting: tuple[EventId, ...] = ()
    is_tried: bool = False
    fault: str = ""

    @property
    def state(self) -> DeliveryState:
        """Where the case stands."""
        if self.waiting:
            return DeliveryState.FAILED if self.fault else DeliveryState.WAITING
        return DeliveryState.DELIVERED if self.is_tried else DeliveryState.NOTHING
