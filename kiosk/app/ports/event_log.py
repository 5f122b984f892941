"""The events of the record, as the use cases see them: in, out, and away for good."""

from __future__ import annotations  # types alone need what is named below

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kiosk.domain.case import CaseRef
    from kiosk.domain.choice import EventId
    from kiosk.domain.event import Event, Stored


class EventLog(Protocol):
    """What is stored, oldest first."""

    def append(self, events: Sequence[Event]) -> tuple[Stored, ...]:
        """Store all events durably, or none.

        An event whose id is stored already is skipped, and its first place is returned.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        ...

    @property
    def event_count(self) -> int:
        """How many events are stored; another number tells that something came in."""
        ...

    def append_at(self, count: int, events: Sequence[Event]) -> bool:
        """Store all events durably, or none, unless something came in since somebody looked.

        Args:
            count: How many events were stored then.
            events: What follows from what was seen.

        Returns:
            Whether they were stored.

        Raises:
            StorageError: As ``append``.
        """
        ...

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same bytes, which tell nothing without the record."""
        ...

    def dispose(
        self,
        cases: Sequence[CaseRef],
        event_id: EventId,
        tell: Callable[[tuple[Stored, ...]], Event],
    ) -> Event:
        """Dispose of cases for good, and store the event that tells of it.

        Args:
            cases: At least one.
            event_id: Id of that event.
            tell: Makes the event; gets every place that will be erased.

        Returns:
            The event.

        Raises:
            StorageError: Nothing was disposed of; or, once the event is stored, what is left is
                done at the next opening.
        """
        ...

    def disposals(self) -> tuple[Event, ...]:
        """Every event that tells of a disposal, oldest first; may be empty."""
        ...

    def explained_headings(self) -> tuple[Event, ...]:
        """Every event that tells what headings of case lists mean, oldest first; may be empty."""
        ...
