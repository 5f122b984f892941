"""The ledger with its seals: rows in the clear inside the program, sealed lines on disk."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.disposal import Disposal
from kiosk.record.folding.snapshot import Ends, Shelf
from kiosk.record.keys.vault import Vault
from kiosk.record.ledger.audit import Audit, damage_at_a_glance
from kiosk.record.ledger.chain import ChainCheck, Link
from kiosk.record.ledger.ledger_file import LedgerFile
from kiosk.record.ledger.open_lines import OpenLines
from kiosk.record.ledger.row import Row
from kiosk.record.ledger.sealed_line import sealed_line
from kiosk.record.ledger.signed_end import SignedEnd
from kiosk.record.ledger.signing import Now, utc_now
from kiosk.record.ledger.soundness import Soundness


class SealedLog:
    """Implements ``Log`` over a ledger file and the keys of its store."""

    def __init__(
        self,
        file: LedgerFile,
        vault: Vault,
        closing: ExitStack,
        now: Now = utc_now,
        shelf: Shelf | None = None,
    ) -> None:
        """Take over opened files.

        Args:
            file: Sealed lines.
            vault: Keys of the same store.
            closing: What is let go together with the log, lock and files.
            now: The machine's time, for checkpoints.
            shelf: Where a copy of what was folded lies; None to keep none.
        """
        self._shelf = shelf
        self._file = file
        self._vault = vault
        self._lines = OpenLines(file, vault)
        self._disposal = Disposal(file, vault, self._lines, self.erase)
        self._closing = closing
        self._now = now
        self._end = SignedEnd(file, vault.signing_key, now)
        self._soundness = Soundness(file, damage_at_a_glance(file, self._end.public))
        self._recall_disposal()

    def _recall_disposal(self) -> None:
        try:
            self._disposal.recall()
        except StorageError as error:
            if error.fault is not StorageFault.DAMAGED:
                raise
            self.note(Damage(Harm.FILE))

    @property
    def store(self) -> str:
        """Id of the store."""
        return self._file.meta.store

    @property
    def device(self) -> str:
        """Id of this machine."""
        return self._file.meta.device

    @property
    def public(self) -> bytes:
        """What checks the signatures of the store, 32 bytes."""
        return self._file.meta.public

    @property
    def shelf(self) -> Shelf | None:
        """Where the snapshot lies; None while a disposal is unfinished that it knows nothing of."""
        return None if self._disposal.event else self._shelf

    @property
    def keys_destroyed_again(self) -> int:
        """How many keys that a disposal had destroyed were back, and were destroyed once more."""
        return self._disposal.repeated

    @property
    def has_older_slots(self) -> bool:
        """Whether a passphrase or another way to open it is back that was replaced or removed."""
        return self._vault.has_older_slots

    @property
    def lacks_keys(self) -> bool:
        """Whether a line that was read named a key that never was here."""
        return self._lines.lacks_keys

    @property
    def damage(self) -> Damage | None:
        """What does not fit in the ledger; it is not written to then."""
        return self._soundness.damage

    def note(self, damage: Damage) -> None:
        """Take note of damage that shows in what a line holds."""
        self._soundness.note(damage)

    def check_first(self) -> None:
        """From now on check everything before anything is written."""
        self._soundness.checks_first = True

    @property
    def end(self) -> Stored:
        """The last event of this machine; number 0 before its first."""
        return self._end.place

    def append(self, rows: Sequence[Row], cases: Sequence[CaseRef | None]) -> None:
        """Seal and store all rows durably, or none.

        Raises:
            StorageError: Nothing was stored.
        """
        self._soundness.require()
        if self._disposal.event not in {"", *(row.id for row in rows)}:
            # What is sealed with a doomed key would be lost.
            self.finish_disposal()
        self._destroy_returned()
        # Keys first: a key without an event does no harm, an event without its key is lost.
        keys = self._vault.case_keys({case for case in cases if case is not None})
        links: list[Link] = []
        end, head = self._end.place.sequence, self._end.head
        for row, case in zip(rows, cases, strict=True):
            key = self._vault.no_case() if case is None else keys[case]
            links.append(sealed_line(self._vault, row, key, head))
            end, head = links[-1].sequence, links[-1].hash
        checkpoint = self._end.due_at(end, head)
        self._file.append(links, checkpoint)
        self._end.move_to(end, head, checkpoint)

    def erase(self, places: Iterable[Stored]) -> bool:
        """Overwrite payloads for good, with signed notes of it; their keys are destroyed before.

        Returns:
            Whether the journal was emptied of them too; not while somebody reads it.

        Raises:
            StorageError: Nothing was erased.
        """
        if self.damage is not None:
            raise StorageError(StorageFault.UNSOUND)
        links = (self._file.at_place(place) for place in places)
        notes = [self._end.erasure(link) for link in links if link is not None]
        is_gone = self._file.erase(notes)
        self._soundness.check_anew()
        return is_gone

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same bytes, which tell nothing without the keys."""
        return self._vault.fingerprint(text)

    def begin_disposal(self, event_id: str, cases: Iterable[CaseRef]) -> tuple[Stored, ...]:
        """Note what is to go of cases once an event is stored; see ``Disposal``.

        Raises:
            StorageError: Nothing was noted.
        """
        self._soundness.require()
        self.finish_disposal()
        if self._disposal.event:
            raise StorageError(StorageFault.BEING_READ)
        doomed = self._disposal.doomed(cases)
        self._disposal.begin(event_id, doomed)
        return tuple(each.place for each in doomed)

    def finish_disposal(self) -> None:
        """Do what is left of a disposal, if one was begun.

        Raises:
            StorageError: It is not finished; the next storing or opening goes on with it.
        """
        if self.damage is None:
            self._disposal.finish(self._now().date().isoformat(), self._shelf)

    def all(self) -> Iterator[Row]:
        """Every row that opens, oldest first; the chain is checked on the way.

        Old signatures are looked at by ``check_some``: nobody waits for them at the opening.

        Raises:
            StorageError: The file cannot be read to its end, or a key is missing.
        """
        audit = Audit(self._file, checks_signatures=False)
        opened, take = self._lines.row, audit.take
        with self._vault.all_at_hand():
            for link in self._file.all():
                try:
                    row = opened(link)
                except StorageError as error:
                    is_whole = take(link) is None
                    if is_whole and error.fault is not StorageFault.DAMAGED:
                        raise
                    self.note(self._lines.harm_of(link))
                else:
                    take(link, is_opened=row.payload is not None)
                    yield row
        # The chain says more than a seal that does not open.
        self._soundness.damage = audit.damage() or self.damage
        # Otherwise before anything is stored.
        with suppress(StorageError):
            self._destroy_returned()

    def _destroy_returned(self) -> None:
        if self.damage is None:
            self._disposal.repeat(self._now().date().isoformat(), self._shelf)

    def after(self, position: int, ends: Ends) -> Iterator[Row]:
        """Rows behind a position, oldest first; their chain is checked on the way.

        What lies before is looked at by ``check_some``.

        Raises:
            StorageError: The file cannot be read to its end, or a key is missing.
        """
        check = ChainCheck(position, ends)
        for link in self._file.after(position):
            damage = check.take(link)
            try:
                row = self._lines.row(link)
            except StorageError as error:
                if damage is None and error.fault is not StorageFault.DAMAGED:
                    raise
                damage = damage or self._lines.harm_of(link)
            else:
                yield row
            if damage is not None:
                self.note(damage)

    def check_some(self, count: int) -> bool:
        """Check so many more lines that the opening did not read; whether some are left."""
        return self._soundness.check_some(count)

    def at(self, positions: Iterable[int]) -> tuple[Row, ...]:
        """Rows at positions that were stored.

        Raises:
            StorageError: One is missing or does not open, which is damage from then on.
        """
        return tuple(map(self._row_at, positions))

    def _row_at(self, position: int) -> Row:
        link = next(iter(self._file.at((position,))), None)
        if link is None:
            self.note(Damage(Harm.MISSING))
            raise StorageError(StorageFault.DAMAGED)
        try:
            return self._lines.row(link)
        except StorageError as error:
            if error.fault is StorageFault.DAMAGED:
                self.note(self._lines.harm_of(link))
            raise

    def find(self, event_id: str) -> Row | None:
        """The row of an event."""
        link = self._file.find(self._vault.fingerprint(event_id))
        return None if link is None else self._lines.row(link)

    def at_place(self, place: Stored) -> Row | None:
        """The row with a device's number."""
        link = self._file.at_place(place)
        return None if link is None else self._lines.row(link)

    def hash_at(self, place: Stored) -> bytes | None:
        """Hash of the event with a device's number; None without one."""
        link = self._file.at_place(place)
        return None if link is None else link.hash

    def copy_ledger(self, target: sqlite3.Connection) -> None:
        """Copy the ledger into an empty file, sealed as it is.

        Raises:
            sqlite3.Error: It cannot be read, or the target not written.
        """
        self._file.copy_into(target)

    def copy_keys(self, target: sqlite3.Connection) -> None:
        """Copy the wrapped keys into an empty file.

        Raises:
            sqlite3.Error: They cannot be read, or the target not written.
        """
        self._vault.copy_into(target)

    def close(self) -> None:
        """Sign how far the record has come and let the store go; a second call does nothing."""
        # A checkpoint would make good what is wrong. Without one it is whole as after a power cut.
        with suppress(StorageError):
            if self.damage is None and (checkpoint := self._end.due_here()):
                self._file.append((), checkpoint)
        self._closing.close()
