"""Keys outside the ledger, each wrapped by the root key, so that one can be destroyed.

They are backed up apart from the ledger and for a short time only, or the backup would undo
deletions.
"""

import hmac
import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.keys.sealing import Seal, SealBrokenError
from kiosk.record.keys.vault_file import VaultFile, WrappedKey
from kiosk.record.keys.wrapping import (
    RENEWED,
    Purpose,
    destroyed,
    digests_in,
    fresh_wrapped,
    is_destroyed,
    opened,
    slots_note,
    wrapped_anew,
)

_TAG_BYTES = 16
_AT_HAND = 1024


class Vault:
    """The keys of one store; the caller serialises every call.

    Attributes:
        store: Id of the store.
        generation: Number of the root key, from 1; it is counted up when the root key is changed.
        has_older_slots: Whether a way to the root key lies beside it that was replaced or removed.
        at_hand: The seal of a key that was used lately and is not destroyed; None for any other.

    Every method raises ``StorageError`` when the file cannot be read or written.
    """

    def __init__(self, file: VaultFile, root: bytes) -> None:
        """Open with a root key.

        Raises:
            StorageError: The root key is not the one that wraps these keys.
        """
        self._file = file
        self.store, self.generation = file.meta()
        self.has_older_slots = False
        self._root = Seal(root)
        self._seals: OrderedDict[bytes, Seal] = OrderedDict()
        self.at_hand = self._seals.get
        self._case_ids: OrderedDict[CaseRef, bytes] = OrderedDict()
        self._wrapped: dict[bytes, WrappedKey] = {}
        self._envelopes: dict[int, Seal] = {}
        self._singles = {(key.purpose, key.generation): key for key in file.of_no_case()}
        self._gone = {key.id: key for key in file.destroyed()}
        self._proven: set[bytes] = set()
        self._last_tag: tuple[str | None, bytes] = (None, b"")
        finding = self._single(Purpose.FINDING, 1)
        try:
            self._finding = self._open(finding)
        except StorageError:
            # The first key that is opened; when it fits, what does not open later is damaged.
            raise StorageError(StorageFault.WRONG_KEY) from None

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same 16 bytes, which tell nothing without the key."""
        asked, tag = self._last_tag
        if asked != text:
            tag = hmac.digest(self._finding, text.encode(), "sha256")[:_TAG_BYTES]
            # Whoever looks for an event stores it next.
            self._last_tag = text, tag
        return tag

    def envelopes(self, generation: int) -> Seal:
        """The seal of the envelopes that were written under a root key."""
        seal = self._envelopes.get(generation)
        if seal is None:
            key = self._open(self._single(Purpose.ENVELOPES, generation))
            seal = self._envelopes[generation] = Seal(key)
        return seal

    def no_case(self) -> bytes:
        """Id of the key for what belongs to no case."""
        return self._single(Purpose.NO_CASE, self.generation).id

    def signing_key(self) -> bytes:
        """The private half that this store signs its marks with."""
        return self._open(self._single(Purpose.SIGNING, 1))

    def snapshot_seal(self) -> Seal:
        """The seal of the copy that the program opens fast from."""
        return Seal(self._open(self._single(Purpose.SNAPSHOT, self.generation)))

    def seal(self, key_id: bytes) -> Seal:
        """The seal of a key; the last ones are kept at hand.

        Raises:
            StorageError: ``HALF`` when it never was here; it was destroyed, or is damaged.
        """
        seal = self._seals.get(key_id)
        if seal is None:
            found = self._wrapped.get(key_id) or self._file.find(key_id)
            if found is None:
                raise StorageError(StorageFault.HALF)
            seal = self._seals[key_id] = Seal(self._open(found))
            if len(self._seals) > _AT_HAND:
                self._seals.popitem(last=False)
        return seal

    @contextmanager
    def all_at_hand(self) -> Iterator[None]:
        """Inside, keys are not looked up one by one; for reading a whole ledger."""
        self._wrapped = {key.id: key for key in self._file.all()}
        try:
            yield
        finally:
            self._wrapped = {}

    def is_destroyed(self, key_id: bytes) -> bool:
        """Whether a key was here and was destroyed on purpose, which the root key has sealed."""
        if key_id in self._proven:
            return True
        key = self._gone.get(key_id)
        if key is None or not is_destroyed(self.store, key, self._root):
            return False
        self._proven.add(key_id)
        return True

    def case_keys(self, cases: Iterable[CaseRef]) -> Mapping[CaseRef, bytes]:
        """Ids of the keys that new events of cases are sealed with, durable on return."""
        self._file.require_writable()
        ids: dict[CaseRef, bytes] = {}
        fresh: list[WrappedKey] = []
        for case in cases:
            known = self._case_ids.get(case) or self._case_id(case)
            if known is None:
                tag = self.fingerprint(case)
                fresh.append(self._fresh(Purpose.CASE, self._root, self.generation, tag))
                known = fresh[-1].id
            ids[case] = known
        if fresh:
            self._file.add(fresh)
        self._keep_at_hand(ids)
        return ids

    def _case_id(self, case: CaseRef) -> bytes | None:
        keys = self._file.of_case(self.fingerprint(case))
        return next((key.id for key in keys if key.generation == self.generation), None)

    def _keep_at_hand(self, ids: Mapping[CaseRef, bytes]) -> None:
        self._case_ids.update(ids)
        while len(self._case_ids) > _AT_HAND:
            self._case_ids.popitem(last=False)

    def count_case_keys(self) -> int:
        """How many keys were ever made for cases, destroyed ones too."""
        return self._file.count_case_keys()

    def has(self, key_id: bytes) -> bool:
        """Whether a key is here and was not destroyed."""
        found = self._file.find(key_id)
        return found is not None and found.wrapped is not None

    def keys_of(self, cases: Iterable[CaseRef]) -> frozenset[bytes]:
        """Ids of every key of some cases; may be empty.

        Raises:
            StorageError: One is damaged, or was made for another case.
        """
        keys = [key for case in cases for key in self._file.of_case(self.fingerprint(case))]
        for key in keys:
            self._open(key)
        return frozenset(key.id for key in keys)

    def destroy_keys(self, ids: Collection[bytes], day: str) -> None:
        """Destroy keys of cases and the snapshot's, which gets a new one; ``day`` is an ISO date.

        Old copies of the snapshot cannot be read from then on either.
        """
        found = [key for key_id in ids if (key := self._file.find(key_id)) is not None]
        gone = [
            destroyed(self.store, key, self._root)
            for key in found
            if key.purpose == Purpose.CASE.value
        ]
        snapshot = self._fresh(Purpose.SNAPSHOT, self._root, self.generation)
        # Before it is known whether it was stored: nothing new is sealed with them in any case.
        self._case_ids.clear()
        for key in gone:
            self._seals.pop(key.id, None)
        self._file.destroy_keys(gone, snapshot, day)
        self._gone |= {key.id: key for key in gone}
        self._singles = {(key.purpose, key.generation): key for key in self._file.of_no_case()}

    def noted_slots(self) -> frozenset[bytes] | None:
        """Digests of the slots that may lie beside the keys; None before the first note.

        A note that is damaged knows none.
        """
        note = self._slots_note
        try:
            return None if note is None else digests_in(self._open(note))
        except StorageError:
            return frozenset()

    def note_slots(self, digests: frozenset[bytes]) -> None:
        """Note durably which slots may lie beside the keys."""
        self._file.replace(slots_note(self.store, digests, self._root, self._slots_note))
        self._singles = {(key.purpose, key.generation): key for key in self._file.of_no_case()}

    @property
    def _slots_note(self) -> WrappedKey | None:
        keys = self._singles.values()
        return next((key for key in keys if key.purpose == Purpose.SLOTS.value), None)

    def begin_disposal(self, note: bytes) -> None:
        """Keep the note of a disposal durably, sealed by the root key.

        Raises:
            StorageError: There is one already, or it cannot be written.
        """
        self._file.begin_disposal(self._root.close(note, _note_bound(self.store)))

    def disposal(self) -> bytes | None:
        """The note of a disposal; None without one.

        Raises:
            StorageError: It is damaged, or somebody else wrote it.
        """
        sealed = self._file.disposal()
        if sealed is None:
            return None
        try:
            return self._root.open(sealed, _note_bound(self.store))
        except SealBrokenError:
            raise StorageError(StorageFault.DAMAGED) from None

    def end_disposal(self) -> None:
        """Take the note away."""
        self._file.end_disposal()

    def change_root(self, root: bytes) -> None:
        """Wrap every key with a new root key, and use new keys for what is stored from now on.

        Raises:
            StorageError: A key or the note of a disposal is damaged; nothing was changed.
        """
        seal, generation = Seal(root), self.generation + 1
        try:
            keys = [wrapped_anew(self.store, key, self._root, seal) for key in self._file.all()]
        except SealBrokenError:
            raise StorageError(StorageFault.DAMAGED) from None
        fresh = [self._fresh(purpose, seal, generation) for purpose in RENEWED]
        plain = self.disposal()
        note = None if plain is None else seal.close(plain, _note_bound(self.store))
        self._file.rewrap(keys, fresh, note, generation)
        self._gone = {key.id: key for key in keys if key.wrapped is None}
        self._case_ids.clear()
        self._root, self.generation = seal, generation
        self._singles = {(key.purpose, key.generation): key for key in self._file.of_no_case()}

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy every wrapped key into an empty file.

        Raises:
            sqlite3.Error: They cannot be read, or the target not written.
        """
        self._file.copy_into(target)

    def close(self) -> None:
        """Let the file go; a second call does nothing."""
        self._seals.clear()
        self._file.close()

    def _single(self, purpose: Purpose, generation: int) -> WrappedKey:
        found = self._singles.get((purpose.value, generation))
        if found is None:
            raise StorageError(StorageFault.HALF)
        return found

    def _open(self, key: WrappedKey) -> bytes:
        try:
            return opened(self.store, key, self._root)
        except SealBrokenError:
            raise StorageError(StorageFault.DAMAGED) from None

    def _fresh(
        self, purpose: Purpose, root: Seal, generation: int, tag: bytes | None = None
    ) -> WrappedKey:
        return fresh_wrapped(self.store, purpose, root, generation, tag)


def _note_bound(store: str) -> bytes:
    return msgspec.msgpack.encode(("disposal", store))
