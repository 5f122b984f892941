"""Rooms, turns and orders of the record, folded from any ledger."""

from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.errors import Thing
from kiosk.domain.event_kind import Event
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.record.folding import codec
from kiosk.record.folding.folded import Folded
from kiosk.record.folding.views import taken_by

if TYPE_CHECKING:
    from kiosk.domain.nonchoice.stored import StoredQueue
    from kiosk.domain.ordering import Block
    from kiosk.domain.waiting import Waiting


class FoldedPlaces(Folded):
    """Implements ``PlaceBook``."""

    def queues(self) -> "tuple[StoredQueue, ...]":
        """How far the rules for non-choosers have come, by rule, service and zone."""
        from kiosk.record.folding.told import queue_of  # noqa: PLC0415  slow to import

        with self._lock:
            queues = self._fold.rules.queues
            return tuple(queue_of(queues[key]) for key in sorted(queues))

    def taken(self, service: ServiceId, zone: ZoneId) -> dict[ProviderId, Taken]:
        """How much of each provider's room in a zone is spoken for; without those nobody has."""
        with self._lock:
            return taken_by(self._fold.places.at(service, zone))

    def waiting(self) -> "tuple[Waiting, ...]":
        """Everybody who waits for a place, by service and in the order of the lists."""
        with self._lock:
            waiting = self._fold.places.waiting()
        if not waiting:
            return ()
        # Slow to import; the list of cases asks, and mostly nobody waits.
        from kiosk.domain.waiting import in_order  # noqa: PLC0415
        from kiosk.record.folding.told import waiting_of  # noqa: PLC0415

        return in_order(map(waiting_of, waiting))

    def runs(self) -> tuple[str, ...]:
        """Keys of the runs of these rules, oldest first; may be empty."""
        with self._lock:
            return tuple(self._fold.rules.runs)

    def run(self, run: str) -> tuple[Event, ...]:
        """The events of a run, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such run.
        """
        return self._told(self._fold.rules.runs, run, Thing.RUN)

    def exits(self) -> tuple[Event, ...]:
        """Every event that tells of a provider that stops, or goes on after all, oldest first."""
        with self._lock:
            rows = self._log.at(self._fold.exits) if self._fold.exits else ()
        return tuple(map(codec.decode, rows))

    def open_block(self, providers: frozenset[ProviderId]) -> "tuple[Block, int] | None":
        """The newest block of exactly this set, unless it is closed, and its rows dealt."""
        with self._lock:
            key = self._fold.newest_block.get(providers)
            return None if key is None else self._block(key)

    def open_blocks(self) -> "tuple[tuple[Block, int], ...]":
        """The newest block of every set, without closed ones, and how many rows are dealt."""
        with self._lock:
            return tuple(map(self._block, self._fold.newest_block.values()))

    def _block(self, key: str) -> "tuple[Block, int]":
        from kiosk.domain.ordering import Block  # noqa: PLC0415  slow to import

        block = self._fold.blocks[key]
        # Rows of cases that were disposed of are dealt all the same.
        return msgspec.convert(block, Block), max(block["dealt"], default=-1) + 1
