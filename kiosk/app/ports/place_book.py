"""What the record knows of rooms, turns and orders, as the use cases see it."""

from __future__ import annotations  # types alone need what is named below

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kiosk.domain.event import Event
    from kiosk.domain.nonchoice.stored import StoredQueue
    from kiosk.domain.nonchoice.taken import Taken
    from kiosk.domain.ordering import Block
    from kiosk.domain.service import ProviderId, ServiceId, ZoneId
    from kiosk.domain.waiting import Waiting


class PlaceBook(Protocol):
    """Whose turn it is: rules for those who did not choose, rooms, waiting lists and orders."""

    def queues(self) -> tuple[StoredQueue, ...]:
        """How far the rules for non-choosers have come, by rule, service and zone."""
        ...

    def taken(self, service: ServiceId, zone: ZoneId) -> Mapping[ProviderId, Taken]:
        """How much of each provider's room in a zone is spoken for; without those nobody has."""
        ...

    def waiting(self) -> tuple[Waiting, ...]:
        """Everybody who waits for a place, by service and in the order of the lists."""
        ...

    def runs(self) -> tuple[str, ...]:
        """Keys of the runs of these rules, oldest first; may be empty."""
        ...

    def run(self, run: str) -> tuple[Event, ...]:
        """The events of a run, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such run.
        """
        ...

    def exits(self) -> tuple[Event, ...]:
        """Every event that tells of a provider that stops, or goes on after all, oldest first."""
        ...

    def open_block(self, providers: frozenset[ProviderId]) -> tuple[Block, int] | None:
        """The newest block of exactly this set and how many of its rows are dealt.

        None once that block is closed.
        """
        ...

    def open_blocks(self) -> tuple[tuple[Block, int], ...]:
        """The newest block of every set, without closed ones, and how many rows are dealt."""
        ...
