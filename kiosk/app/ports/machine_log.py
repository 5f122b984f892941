"""What a public machine keeps of its own: a log without personal data, and orders still to deal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.domain.machine_event import MachineEvent
from kiosk.domain.ordering import Block

OpenBlock = tuple[Block, int]


class MachineLog(Protocol):
    """Lines that are only ever added."""

    def append(self, events: Sequence[MachineEvent]) -> None:
        """Add lines in their order; durable when this returns.

        Raises:
            StorageError: They could not be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class LogRead:
    """What a log holds.

    Attributes:
        events: In the order in which they were written; a file of its own each for what has a time
            of day and for what has none.
        unreadable: Lines that are torn, or hold what the catalogue does not have.
    """

    events: tuple[MachineEvent, ...] = ()
    unreadable: int = 0

    def __add__(self, other: "LogRead") -> "LogRead":
        """Both."""
        return LogRead(self.events + other.events, self.unreadable + other.unreadable)


class MachineLogReading(Protocol):
    """What was added, for those who export and count it."""

    def read(self) -> LogRead:
        """Every event that is still kept; none where nothing was ever logged.

        Raises:
            StorageError: It could not be read.
        """
        ...


class OrderStock(Protocol):
    """The blocks from which this machine deals orders to sessions."""

    def open_blocks(self) -> Sequence[OpenBlock]:
        """Each open block with the number of its rows that are dealt; may be empty."""
        ...

    def keep(self, blocks: Sequence[OpenBlock]) -> None:
        """Replace what is kept; durable when this returns.

        Raises:
            StorageError: It could not be written.
        """
        ...
