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
