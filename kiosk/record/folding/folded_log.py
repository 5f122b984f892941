"""The ledger and what was folded from it: they never come apart."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime

from kiosk.app.ports.content import Offering
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.event_kind import Event, EventKind
from kiosk.domain.outcome import EventId
from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.folding import codec
from kiosk.record.folding.fold import Fold
from kiosk.record.folding.log import Log
from kiosk.record.folding.snapshot import Ends
from kiosk.record.folding.tail import Tail
from kiosk.record.ledger.row import Row

# Rows; folding as many takes a tenth of a second.
_WORTH_SAVING = 5000

_Plan = tuple[tuple[Stored, ...], list[Row], list[CaseRef | None]]


class FoldedLog:
    """A log whose every row is folded; the caller serialises every call.

    Attributes:
        log: Where events lie.
        fold: What was made of them.
        tail: The end of the log.
    """

    def __init__(self, log: Log, offering: Offering | None = None) -> None:
        """Take in everything that is stored.

        Raises:
            StorageError: It cannot be read.
        """
        self.log = log
        self.fold = Fold(offering)
        self.tail = Tail(log.device)
        self._saved_at = 0
        with at_rest():
            self._take_in_stored(self._rows_to_take_in())
        self.save()

    def _rows_to_take_in(self) -> Iterator[Row]:
        """What no snapshot tells of; everything where there is none, or one that does not fit.

        Of a damaged ledger everything is read: a snapshot would tell of lines that are gone.
        """
        shelf = None if self.log.damage is not None else self.log.shelf
        saved = None if shelf is None else shelf.load()
        if shelf is None or saved is None or not self._fits(saved.head.ends):
            return self.log.all()
        if not shelf.fits_the_keys(saved.head):
            return self.log.all()
        head = saved.head
        self.fold.restore(saved)
        self.tail.go_to(head.position, {device: end for device, (end, _) in head.ends.items()})
        self._saved_at = head.position
        return self.log.after(head.position, head.ends)

    def _fits(self, ends: Ends) -> bool:
        """Whether the ledger still holds the last events that a snapshot was made of."""
        for device, (sequence, head) in ends.items():
            place = Stored(device, sequence)
            if self.log.hash_at(place) != head:
                self.log.note(Damage.at(Harm.CUT_OFF, place))
                return False
        return True

    def save(self) -> None:
        """Keep a snapshot when much has been stored since the last one."""
        shelf, count = self.log.shelf, self.tail.count
        if shelf is None or self.log.damage is not None or count - self._saved_at < _WORTH_SAVING:
            return
        # Nothing is lost without a snapshot.
        with suppress(StorageError):
            heads = {d: self.log.hash_at(Stored(d, end)) for d, end in self.tail.last.items()}
            ends = {d: (self.tail.last[d], head) for d, head in heads.items() if head is not None}
            if shelf.save(self.fold.saved(count, ends)):
                self._saved_at = count

    def last_at(self) -> datetime | None:
        """When the last event of this machine was stored; None before its first."""
        try:
            row = self.log.at_place(self.tail.end)
            event = None if row is None else codec.decode(row)
        except StorageError:
            # Erased, or damage that is told of elsewhere.
            return None
        return None if event is None else event.at

    def append(self, events: Sequence[Event]) -> tuple[Stored, ...]:
        """Store all events durably, or none; one whose id is stored already is skipped.

        Returns:
            The place of each, of one that is skipped its first.

        Raises:
            StorageError: Nothing was stored; with ``UNSURE`` that is not known.
        """
        if self.log.damage is not None:
            raise StorageError(StorageFault.UNSOUND)
        places, fresh, cases = self._plan(events)
        if fresh:
            self.log.append(fresh, cases)
        for row in fresh:
            self.take_in(row)
        return places

    def _plan(self, events: Iterable[Event]) -> _Plan:
        """Where each event will stand or stands already, the new rows, and whom they are about."""
        fresh: dict[str, Row] = {}
        cases: list[CaseRef | None] = []
        places = []
        for event in events:
            payload = codec.encode(event)
            row = fresh.get(event.id) or self.log.find(event.id)
            if row is None:
                row = fresh[event.id] = self.tail.row(event, payload, len(fresh) + 1)
                cases.append(event.case)
            elif not codec.is_same(event.kind.value, payload, row):
                raise StorageError(StorageFault.ID_REUSED)
            places.append(row.place)
        return tuple(places), list(fresh.values()), cases

    def _take_in_stored(self, rows: Iterable[Row]) -> None:
        """Take in rows of the ledger; one that says nothing readable is damage."""
        advance, apply = self.tail.advance, self.fold.apply
        for row in rows:
            advance(row)
            try:
                apply(row)
            except StorageError:
                self.log.note(Damage(Harm.UNREADABLE, row.place))

    def take_in(self, row: Row) -> None:
        """Fold a row that was stored.

        Raises:
            StorageError: It says nothing readable.
        """
        self.tail.advance(row)
        self.fold.apply(row)

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
        told = self._disposed_before(event_id, cases)
        if told is not None:
            return told
        places = self.log.begin_disposal(event_id, cases)
        self._require_all_of(cases, places)
        event = tell(places)
        self.append([event])
        try:
            self.log.finish_disposal()
        finally:
            for case in cases:
                self.fold.forget(case)
            # What was saved before must not come back, and the next opening reads everything.
            self._saved_at = -_WORTH_SAVING
        return event

    def _disposed_before(self, event_id: EventId, cases: Iterable[CaseRef]) -> Event | None:
        row = self.log.find(event_id)
        if row is None:
            return None
        if self.log.damage is not None:
            raise StorageError(StorageFault.UNSOUND)
        self.log.finish_disposal()
        is_other = row.kind != EventKind.CASES_DISPOSED.value
        if is_other or any(self.fold.cases.get(case).case_at for case in cases):
            raise StorageError(StorageFault.ID_REUSED)
        return codec.decode(row)

    def _require_all_of(self, cases: Iterable[CaseRef], places: tuple[Stored, ...]) -> None:
        """Refuse while the keys name other lines than the cases have."""
        found = frozenset(places)
        for case in cases:
            if any(row.place not in found for row in self.log.at(self.fold.cases.get(case).events)):
                raise StorageError(StorageFault.DAMAGED)


@contextmanager
def at_rest() -> Iterator[None]:
    """Without the search for garbage, which takes longer the more is being loaded."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
