"""Disposing of cases for good: keys first, then what was stored under them; finished in any case.

1. The vault notes what is to go, and the event that will tell of it, under the root key's seal.
2. That event is stored. Without it nothing has happened, and the note is taken away again.
3. The keys are destroyed and the snapshot's key is made anew, all at once.
4. What was stored under them is overwritten, with signed notes of it.
5. The snapshot is removed, and then the note of step 1.

Every step may be done again, so an interrupted disposal is finished before anything else is
stored, or at the next opening. Until then its cases are gone for every reader.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.later_event import LaterEvent
from kiosk.domain.receipt_number import Stored
from kiosk.record.folding import codec
from kiosk.record.folding.snapshot import Shelf
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger.chain import Link
from kiosk.record.ledger.envelope import open_envelope, read_header
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.open_lines import OpenLines

if TYPE_CHECKING:
    from kiosk.domain.handling import CasesDisposed


class Doomed(NamedTuple):
    """A line that is about to be erased.

    Attributes:
        key: Id of the key that it is sealed with.
    """

    place: Stored
    key: bytes


class _Note(msgspec.Struct, array_like=True):
    event: str
    lines: list[tuple[str, int, bytes]]


class Disposal:
    """Disposes of cases in the files of one store; the caller serialises every call.

    Attributes:
        event: Id of the event of a disposal that was begun and not finished; empty without one.
        repeated: How many destroyed keys were back, and were destroyed once more.
    """

    def __init__(
        self,
        file: LedgerFile,
        vault: Vault,
        lines: OpenLines,
        erase: Callable[[Iterable[Stored]], bool],
    ) -> None:
        self.event = ""
        self.repeated = 0
        self._file = file
        self._vault = vault
        self._lines = lines
        self._erase = erase

    def recall(self) -> tuple[Doomed, ...]:
        """Look for a disposal that was begun; its lines count as erased once its event is stored.

        Returns:
            What is to go; empty while the event is not stored.

        Raises:
            StorageError: ``DAMAGED`` when the note is not ours, or its event tells of other lines.
        """
        plain = self._vault.disposal()
        if plain is None:
            self._forget()
            return ()
        note = msgspec.msgpack.decode(plain, type=_Note)
        self.event = note.event
        doomed = tuple(Doomed(Stored(device, seq), key) for device, seq, key in note.lines)
        told = self._told(note.event)
        if told is None:
            return ()
        if not all(_tells_of(told, each.place) for each in doomed):
            raise StorageError(StorageFault.DAMAGED)
        self._lines.gone = frozenset(each.key for each in doomed)
        return doomed

    def doomed(self, cases: Iterable[CaseRef]) -> tuple[Doomed, ...]:
        """Every line of some cases, also those of kinds that this version does not know."""
        keys = self._vault.keys_of(cases)
        if not keys:
            return ()
        return tuple(Doomed(link.place, key) for link, key in self._keyed() if key in keys)

    def repeat(self, day: str, shelf: Shelf | None) -> None:
        """Destroy keys again that an older copy of the keys brought back.

        Args:
            day: ISO date of the destroying.
            shelf: Where the snapshot lies.

        Raises:
            StorageError: They are still there; nothing may be sealed with them.
        """
        returned = self._lines.returned
        if not returned:
            return
        used = {key for link, key in self._keyed() if link.payload is not None}
        back = {key for key in returned - used if self._vault.has(key)}
        if back:
            self._vault.destroy_keys(back, day)
            self._drop(shelf)
        self.repeated += len(back)
        returned.clear()

    def _keyed(self) -> Iterator[tuple[Link, bytes]]:
        """Every line with the id of the key that it is sealed with."""
        for link in self._file.all():
            header, size = read_header(link.envelope)
            seal = self._vault.envelopes(header.generation)
            yield link, open_envelope(seal, link.envelope, size, link.previous).key

    def begin(self, event_id: str, doomed: Iterable[Doomed]) -> None:
        """Note what is to go once the event is stored; an earlier disposal must be finished."""
        lines = [(each.place.device, each.place.sequence, each.key) for each in doomed]
        self._vault.begin_disposal(msgspec.msgpack.encode(_Note(event_id, lines)))
        self.event = event_id

    def finish(self, day: str, shelf: Shelf | None) -> bool:
        """Do what is left of a disposal, if one was begun.

        Args:
            day: ISO date of the destroying.
            shelf: Where the snapshot lies.

        Returns:
            Whether anything was disposed of. Not while somebody reads the journal, which then
            still holds what nobody has a key to: the next storing or opening goes on with it.

        Raises:
            StorageError: It is not finished; the next storing or opening goes on with it.
        """
        doomed = self.recall()
        if not self.event:
            return False
        is_told = self._told(self.event) is not None
        if is_told:
            self._vault.destroy_keys({each.key for each in doomed}, day)
            is_gone = self._erase(each.place for each in doomed if self._is_there(each.place))
            self._drop(shelf)
            if not is_gone:
                return False
        self._vault.end_disposal()
        self._forget()
        return is_told

    def _forget(self) -> None:
        self.event = ""
        self._lines.gone = frozenset()

    def _told(self, event_id: str) -> "CasesDisposed | None":
        """What the event of a disposal says; None while it is not stored."""
        from kiosk.domain.handling import CasesDisposed  # noqa: PLC0415  slow, and seldom needed

        link = self._file.find(self._vault.fingerprint(event_id))
        if link is None:
            return None
        row = self._lines.row(link)
        body = codec.decode(row).body
        if isinstance(body, LaterEvent):
            # A newer version began it; only one like it can tell what is left to do.
            raise StorageError(StorageFault.NEWER_VERSION)
        if row.id != event_id or not isinstance(body, CasesDisposed):
            raise StorageError(StorageFault.DAMAGED)
        return body

    def _is_there(self, place: Stored) -> bool:
        link = self._file.at_place(place)
        return link is not None and link.payload is not None

    def _drop(self, shelf: Shelf | None) -> None:
        if shelf is None:
            return
        try:
            shelf.drop()
        except OSError:
            raise StorageError(StorageFault.FAILED) from None
        shelf.reseal(self._vault.snapshot_seal())


def _tells_of(told: "CasesDisposed", place: Stored) -> bool:
    return any(
        each.device == place.device and each.first <= place.sequence <= each.last
        for each in told.places
    )
