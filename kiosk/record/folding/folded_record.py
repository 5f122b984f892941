"""The record over any ledger: events in, documents folded from them out."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from kiosk.domain.alphabet import alphabetic
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import Thing
from kiosk.domain.event_kind import Event
from kiosk.domain.outcome import EventId
from kiosk.domain.receipt_number import Stored
from kiosk.domain.record_events import RecordBound
from kiosk.domain.signing_key import fingerprint_text
from kiosk.domain.soundness import Damage
from kiosk.domain.staff import StaffEntry, StaffMember
from kiosk.record.folding import codec
from kiosk.record.folding.documents import Documents
from kiosk.record.folding.folded_cases import FoldedCases
from kiosk.record.folding.folded_places import FoldedPlaces
from kiosk.record.folding.staff_fold import ANYBODY

if TYPE_CHECKING:
    pass

# Rows; a fortieth of a second, for which a page may wait.
_CHECKED_AT_ONCE = 2000


class FoldedRecord(FoldedCases, FoldedPlaces):
    """Implements ``Record``."""

    def close(self) -> None:
        """Let the store go; everything stored is durable already."""
        with self._lock:
            self._folded.save()
            self._log.close()

    @property
    def device(self) -> str:
        """Id of this machine in the record."""
        return self._log.device

    @property
    def signed_by(self) -> str:
        """Fingerprint of the key that signs the record; empty where nothing is signed."""
        public = self._log.public
        return fingerprint_text(public) if public else ""

    @property
    def damage(self) -> Damage | None:
        """What does not fit in the record; it can be read then, and not be written to."""
        with self._lock:
            return self._log.damage

    def check_some(self) -> bool:
        """Check a part of what the opening did not read; whether some is left.

        What does not fit is ``damage`` from then on.
        """
        with self._lock:
            is_left = self._log.check_some(_CHECKED_AT_ONCE)
            if self._log.damage is not None and self._log.shelf is not None:
                # The next opening reads everything and tells of it at once.
                with suppress(OSError):
                    self._log.shelf.drop()
            return is_left

    @property
    def keys_destroyed_again(self) -> int:
        """How many keys that a disposal had destroyed were back, and were destroyed once more."""
        return self._log.keys_destroyed_again

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        return self._log.has_older_slots

    @property
    def later_events(self) -> int:
        """How many events a newer version stored; they are kept, and this one cannot read them."""
        with self._lock:
            return self._fold.later

    @property
    def last_at(self) -> datetime | None:
        """When the last event was stored that this machine had stored before the opening."""
        return self._last_at

    @property
    def documents(self) -> Documents:
        """What is at hand of all cases now, as TinyDB tables to read; the caller's own."""
        with self._lock:
            return self._fold.documents.copied()

    def append(self, events: Sequence[Event]) -> tuple[Stored, ...]:
        """Store all events durably, or none.

        An event whose id is stored already is skipped, and its first place is returned; the time
        of a repeated attempt may differ, nothing else.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        with self._lock:
            return self._folded.append(events)

    @property
    def event_count(self) -> int:
        """How many events are stored; another number tells that something came in."""
        with self._lock:
            return self._folded.tail.count

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
        with self._lock:
            if self.event_count != count:
                return False
            self.append(events)
            return True

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same bytes, which tell nothing without the record."""
        return self._log.fingerprint(text)

    def dispose(
        self,
        cases: Sequence[CaseRef],
        event_id: EventId,
        tell: Callable[[tuple[Stored, ...]], Event],
    ) -> Event:
        """Dispose of cases for good, and store the event that tells of it.

        Args:
            cases: At least one.
            event_id: Id of that event; when it is stored already, only what is left is done.
            tell: Makes the event; gets every place that will be erased.

        Returns:
            The event.

        Raises:
            StorageError: Nothing was disposed of; or, once the event is stored, what is left is
                done before the next event is stored, or at the next opening.
        """
        with self._lock:
            return self._folded.dispose(cases, event_id, tell)

    def batches(self) -> tuple[str, ...]:
        """Keys of the batches of letters, oldest first; may be empty."""
        with self._lock:
            return tuple(self._fold.batches)

    def batch(self, batch: str) -> tuple[Event, ...]:
        """The events of a batch, oldest first; those of cases that were disposed of are gone.

        Raises:
            NotFoundError: There is no such batch.
        """
        return self._told(self._fold.batches, batch, Thing.BATCH)

    def disposals(self) -> tuple[Event, ...]:
        """Every event that tells of a disposal, oldest first; may be empty."""
        with self._lock:
            rows = self._log.at(self._fold.disposals)
        return tuple(map(codec.decode, rows))

    def explained_headings(self) -> tuple[Event, ...]:
        """Every event that tells what headings of case lists mean, oldest first."""
        with self._lock:
            rows = self._log.at(self._fold.explained) if self._fold.explained else ()
        return tuple(map(codec.decode, rows))

    @property
    def bound_to(self) -> RecordBound | None:
        """Whose the record is; None before a content pack opened it."""
        with self._lock:
            bound = self._fold.bound_to
        return None if bound is None else msgspec.convert(bound, RecordBound)

    def staff(self) -> tuple[StaffMember, ...]:
        """Those who can sign in, by name; may be empty."""
        return tuple(entry.member for entry in self.staff_entries() if entry.is_active)

    def staff_entries(self) -> tuple[StaffEntry, ...]:
        """All who could ever sign in, by name; may be empty."""
        with self._lock:
            entries = msgspec.convert(list(self._fold.staff.values()), list[StaffEntry])
        return tuple(sorted(entries, key=lambda entry: alphabetic(entry.member.name)))

    def failed_tries(self, name: str | None) -> tuple[int, datetime | None]:
        """Wrong codes of one name, or of all, since the last right one, and when the last came."""
        with self._lock:
            tries = self._fold.tries.get(ANYBODY if name is None else name)
        if tries is None or tries["last"] is None:
            return 0, None
        return tries["failures"], datetime.fromisoformat(tries["last"])
