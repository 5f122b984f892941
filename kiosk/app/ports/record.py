"""The record as the use cases see it: events in, cases as they stand out."""

from __future__ import annotations  # types alone need what is named below

from typing import TYPE_CHECKING, Protocol

from kiosk.app.ports.case_book import CaseBook
from kiosk.app.ports.event_log import EventLog
from kiosk.app.ports.place_book import PlaceBook

if TYPE_CHECKING:
    from datetime import datetime

    from kiosk.domain.event import Event
    from kiosk.domain.record_events import RecordBound
    from kiosk.domain.soundness import Damage
    from kiosk.domain.staff import StaffEntry, StaffMember


class Record(EventLog, CaseBook, PlaceBook, Protocol):
    """The record: append-only events, and the documents folded from them.

    Values handed out are the caller's own; changing them changes nothing here. Safe to call from
    any thread.
    """

    @property
    def device(self) -> str:
        """Id of this machine in the record."""
        ...

    @property
    def signed_by(self) -> str:
        """Fingerprint of the key that signs the record; empty where nothing is signed."""
        ...

    @property
    def damage(self) -> Damage | None:
        """What does not fit in the record; it can be read then, and not be written to."""
        ...

    @property
    def keys_destroyed_again(self) -> int:
        """How many keys that a disposal had destroyed were back, and were destroyed once more."""
        ...

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        ...

    @property
    def later_events(self) -> int:
        """How many events a newer version stored; they are kept, and this one cannot read them."""
        ...

    @property
    def bound_to(self) -> RecordBound | None:
        """Whose the record is; None before a content pack opened it."""
        ...

    def check_some(self) -> bool:
        """Check a part of what the opening did not read; whether some is left.

        What does not fit is ``damage`` from then on.
        """
        ...

    @property
    def last_at(self) -> datetime | None:
        """When the last event was stored that this machine had stored before the opening.

        None without one, and where it was erased.
        """
        ...

    def batches(self) -> tuple[str, ...]:
        """Keys of the batches of letters, oldest first; may be empty."""
        ...

    def batch(self, batch: str) -> tuple[Event, ...]:
        """The events of a batch, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such batch.
        """
        ...

    def staff(self) -> tuple[StaffMember, ...]:
        """Those who can sign in, by name; may be empty."""
        ...

    def staff_entries(self) -> tuple[StaffEntry, ...]:
        """All who could ever sign in, by name; may be empty."""
        ...

    def failed_tries(self, name: str | None) -> tuple[int, datetime | None]:
        """Wrong codes since the last right or new one, and when the last came.

        Args:
            name: Whose codes; None for those of whatever name, which a right one of anybody ends.
        """
        ...
