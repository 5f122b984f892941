"""The record over any ledger: events in, documents folded from them out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from threading import RLock
from typing import TYPE_CHECKING

import msgspec

from kiosk.app.ports.case_file import CaseFile, CaseFilter
from kiosk.app.ports.content import Offering
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import NotFoundError, Thing
from kiosk.domain.event_kind import Event
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.outcome import EventId
from kiosk.domain.receipt_mark import mark_text
from kiosk.domain.receipt_number import Stored, receipt_place
from kiosk.domain.record_events import RecordBound
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.signing_key import fingerprint_text
from kiosk.domain.slip_code import SlipCode
from kiosk.domain.soundness import Damage
from kiosk.domain.staff import StaffEntry, StaffMember
from kiosk.record.folding import codec
from kiosk.record.folding.documents import Documents
from kiosk.record.folding.folded_log import FoldedLog
from kiosk.record.folding.log import Log
from kiosk.record.folding.views import case_file_of, taken_by

if TYPE_CHECKING:
    from kiosk.app.ports.outline import CaseOutline
    from kiosk.domain.choice import RecordedChoice, Withdrawal
    from kiosk.domain.nonchoice.stored import StoredQueue
    from kiosk.domain.ordering import Block
    from kiosk.domain.waiting import Waiting

# Rows; a fortieth of a second, for which a page may wait.
_CHECKED_AT_ONCE = 2000


class FoldedRecord:
    """Implements ``Record``; one lock keeps readers away from a half-folded event."""

    def __init__(self, log: Log, offering: Offering | None = None) -> None:
        self._lock = RLock()
        self._folded = FoldedLog(log, offering)
        self._log, self._fold = log, self._folded.fold
        self._last_at = self._folded.last_at()

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

    def disposals(self) -> tuple[Event, ...]:
        """Every event that tells of a disposal, oldest first; may be empty."""
        with self._lock:
            rows = self._log.at(self._fold.disposals)
        return tuple(map(codec.decode, rows))

    def exits(self) -> tuple[Event, ...]:
        """Every event that tells of a provider that stops, or goes on after all, oldest first."""
        with self._lock:
            rows = self._log.at(self._fold.exits) if self._fold.exits else ()
        return tuple(map(codec.decode, rows))

    def explained_headings(self) -> tuple[Event, ...]:
        """Every event that tells what headings of case lists mean, oldest first."""
        with self._lock:
            rows = self._log.at(self._fold.explained) if self._fold.explained else ()
        return tuple(map(codec.decode, rows))

    def history(self, case: CaseRef) -> tuple[tuple[Stored, Event], ...]:
        """All events of a case, oldest first; may be empty."""
        with self._lock:
            rows = self._log.at(self._fold.cases.get(case).events)
        return tuple((row.place, codec.decode(row)) for row in rows)

    def case_file(self, case: CaseRef) -> CaseFile:
        """The case as it stands.

        Raises:
            NotFoundError: There is no such case.
            StorageError: The ledger could not be read.
        """
        with self._lock:
            state = self._fold.cases.get(case)
            if not state.case_at:
                raise NotFoundError(Thing.CASE)
            zone, places = state.zone, self._fold.places
            return case_file_of(
                state, self._log.at, lambda service: places.at(service, zone, without=state)
            )

    def outlines(self) -> "Iterator[CaseOutline]":
        """Every open case in outline, by case number, all as they stood at the same moment."""
        from kiosk.record.folding.outlines import outlines_in  # noqa: PLC0415  slow to import

        with self._lock:
            packed = dict(self._fold.cases.packed)
        return outlines_in(packed)

    def is_delivered(self, case: CaseRef) -> bool:
        """Whether the case system has everything of a case; also where nothing was to deliver."""
        with self._lock:
            return not self._fold.cases.get(case).undelivered

    def find_cases(self, text: str, filter_: CaseFilter, today: date) -> tuple[CaseRef, ...]:
        """Cases whose name, case number or zone holds every word of ``text``."""
        with self._lock:
            return self._fold.index.find(text, filter_, today)

    def take_in_offering(self, offering: Offering) -> None:
        """From now on this can be chosen; entries of cases are made anew where that differs."""
        with self._lock:
            self._fold.index.offer(offering)

    def count_cases(self, filter_: CaseFilter, today: date) -> int:
        """How many cases a filter holds."""
        with self._lock:
            return self._fold.index.count(filter_, today)

    def case_refs(self) -> frozenset[CaseRef]:
        """Every known case, closed ones too."""
        with self._lock:
            return self._fold.index.references()

    def case_of_slip(self, code: SlipCode) -> CaseRef:
        """Whom a reply slip is about.

        Raises:
            NotFoundError: No case has this code.
        """
        with self._lock:
            case = self._fold.slips.get(code)
        if case is None:
            raise NotFoundError(Thing.CASE)
        return CaseRef(case)

    def receipt_by_number(self, number: str) -> "RecordedChoice | Withdrawal":
        """What was stored under a receipt number, however its letters are typed.

        Raises:
            NotFoundError: There is no such receipt.
            StorageError: The ledger could not be read.
        """
        from kiosk.record.folding.told import receipt_in  # noqa: PLC0415  slow to import

        wanted = number.strip().upper()
        place = receipt_place(wanted)
        with self._lock:
            row = None if place is None else self._log.at_place(place)
        # Nothing is left of what was disposed of.
        told = None if row is None or row.payload is None else receipt_in(row)
        if told is None or told.receipt_number != wanted:
            raise NotFoundError(Thing.RECEIPT)
        return told

    def receipt_mark(self, number: str) -> str:
        """The mark of the event behind a receipt number; the same for every copy of the receipt.

        Raises:
            NotFoundError: There is no such receipt.
            StorageError: The ledger could not be read.
        """
        place = receipt_place(self.receipt_by_number(number).receipt_number)
        with self._lock:
            hash_ = None if place is None else self._log.hash_at(place)
        if hash_ is None:
            raise NotFoundError(Thing.RECEIPT)
        return mark_text(hash_)

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
        return tuple(sorted(entries, key=lambda entry: entry.member.name.casefold()))

    def failed_tries(self, name: str) -> tuple[int, datetime | None]:
        """Wrong codes since the last right or new one, and when the last came."""
        with self._lock:
            tries = self._fold.tries.get(name)
        if tries is None or tries["last"] is None:
            return 0, None
        return tries["failures"], datetime.fromisoformat(tries["last"])
