"""What every part of the record shares: one lock, the ledger, and what is folded from it."""

from collections.abc import Mapping, Sequence
from threading import RLock

from kiosk.app.ports.content import Offering
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event_kind import Event
from kiosk.record.folding import codec
from kiosk.record.folding.folded_log import FoldedLog
from kiosk.record.folding.log import Log


class Folded:
    """One lock keeps readers away from a half-folded event."""

    def __init__(self, log: Log, offering: Offering | None = None) -> None:
        self._lock = RLock()
        self._folded = FoldedLog(log, offering)
        self._log, self._fold = log, self._folded.fold
        self._last_at = self._folded.last_at()

    def _told(
        self, known: Mapping[str, Sequence[int]], key: str, thing: Thing
    ) -> tuple[Event, ...]:
        """Events that belong together, oldest first."""
        with self._lock:
            positions = known.get(key)
            if positions is None:
                raise NotFoundError(thing)
            rows = self._log.at(positions)
        return tuple(codec.decode(row) for row in rows if row.payload is not None)
