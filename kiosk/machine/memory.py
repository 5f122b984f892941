"""A machine that forgets at the end of the process; for tests and tours."""

from collections.abc import Sequence

from kiosk.app.ports.machine_log import LogRead, OpenBlock
from kiosk.domain.machine_event import MachineEvent


class MemoryMachineLog:
    """Implements ``MachineLog`` and ``MachineLogReading``.

    Attributes:
        events: Everything appended, oldest first.
    """

    def __init__(self) -> None:
        self.events: list[MachineEvent] = []

    def append(self, events: Sequence[MachineEvent]) -> None:
        """Remember the lines."""
        self.events.extend(events)

    def read(self) -> LogRead:
        """Every event."""
        return LogRead(tuple(self.events))


class MemoryOrderStock:
    """Implements ``OrderStock``."""

    def __init__(self) -> None:
        self._blocks: tuple[OpenBlock, ...] = ()

    def open_blocks(self) -> Sequence[OpenBlock]:
        """What was kept last."""
        return self._blocks

    def keep(self, blocks: Sequence[OpenBlock]) -> None:
        """Keep these in place of the earlier ones."""
        self._blocks = tuple(blocks)
