"""What a public machine keeps of its own: a log without personal data, and orders still to deal."""

from collections.abc import Sequence
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
