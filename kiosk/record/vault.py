"""Keys outside the ledger, each wrapped by the root key, so that one can be destroyed.

They are backed up apart from the ledger and for a short time only, or the backup would undo
deletions.
"""

import hmac
import os
import sqlite3
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from enum import Enum

from kiosk.domain.case import CaseRef
from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.sealing import Seal, SealBrokenError, fresh_key
from kiosk.record.vault_file import Doomed, VaultFile, WrappedKey

_ID_BYTES = 16
_TAG_BYTES = 16
_AT_HAND = 1024


class Purpose(Enum):
    """What a key is for."""

    ENVELOPES = "envelopes"
    NO_CASE = "no_case"
    CASE = "case"
    FINDING = "finding"
    SIGNING = "signing"
    SNAPSHOT = "snapshot"


# Made anew with every root key; the others last as long as the store.
_RENEWED = (Purpose.ENVELOPES, Purpose.NO_CASE, Purpose.SNAPSHOT)
_LASTING = (Purpose.FINDING, Purpose.SIGNING)


class Vault:
    """The keys of one store; the caller serialises every call.

    Attributes:
        store: Id of the store.
        generation: Number of the root key, from 1; it is counted up when the root key is changed.

    Every method raises ``StorageError`` when the file cannot be read or written.
    """

    def __init__(self, file: VaultFile, root: bytes) -> None:
        """Open with a root key.

        Raises:
            StorageError: The root key is not the one that wraps these keys.
        """
        self._file = file
        self.store, self.generation = file.meta()
        self._root = Seal(root)
        self._seals: OrderedDict[bytes, Seal] = OrderedDict()
        self._case_ids: OrderedDict[CaseRef, bytes] = OrderedDict()
        self._wrapped: dict[bytes, WrappedKey] = {}
        self._envelopes: dict[int, Seal] = {}
        self._singles = {(key.purpose, key.generation): key for key in file.of_no_case()}
        self._destroyed = file.destroyed()
        self._finding = self._open(self._single(Purpose.FINDING, 1))

    def fingerprint(self, text: str) -> bytes:
        """The same text always gives the same 16 bytes, which tell nothing without the key."""
        return hmac.digest(self._finding, text.encode(), "sha256")[:_TAG_BYTES]

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
            StorageError: It was destroyed, or never was here.
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
        """Whether a key was here and was destroyed on purpose."""
        return key_id in self._destroyed

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

    def destroy(self, case: CaseRef, day: date) -> tuple[bytes, ...]:
        """Destroy the keys of a case for good; nothing stored under them can be read again.

        Returns:
            The ids of the keys; empty for a case without one.
        """
        tag = self.fingerprint(case)
        self._case_ids.pop(case, None)
        ids = tuple(key.id for key in self._file.of_case(tag))
        if ids:
            self._file.destroy(tag, day.isoformat())
        for key_id in ids:
            self._seals.pop(key_id, None)
        self._destroyed.update(ids)
        return ids

    def keys_of(self, cases: Iterable[CaseRef]) -> frozenset[bytes]:
        """Ids of every key of some cases; may be empty."""
        return frozenset(
            key.id for case in cases for key in self._file.of_case(self.fingerprint(case))
        )

    def destroy_keys(self, ids: Collection[bytes], day: str) -> None:
        """Destroy keys of cases and the snapshot's, which gets a new one; ``day`` is an ISO date.

        Old copies of the snapshot cannot be read from then on either.
        """
        self._file.destroy_keys(
            ids, self._fresh(Purpose.SNAPSHOT, self._root, self.generation), day
        )
        self._case_ids.clear()
        for key_id in ids:
            self._seals.pop(key_id, None)
        self._destroyed.update(ids)
        self._singles = {(key.purpose, key.generation): key for key in self._file.of_no_case()}

    def begin_disposal(self, event_id: str, doomed: Iterable[Doomed]) -> None:
        """Note durably what is to go once an event is stored."""
        self._file.begin_disposal(event_id, doomed)

    def disposal(self) -> tuple[str, tuple[Doomed, ...]]:
        """The event and the lines that were noted; an empty id without any."""
        return self._file.disposal()

    def end_disposal(self) -> None:
        """Take the note away."""
        self._file.end_disposal()

    def change_root(self, root: bytes) -> None:
        """Wrap every key with a new root key, and use new keys for what is stored from now on."""
        seal, generation = Seal(root), self.generation + 1
        keys = [
            key._replace(wrapped=seal.close(self._open(key), _bound(self.store, key)))
            for key in self._file.all()
            if key.wrapped is not None
        ]
        fresh = [self._fresh(purpose, seal, generation) for purpose in _RENEWED]
        self._file.rewrap(keys, fresh, generation)
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
        if key.wrapped is None:
            raise StorageError(StorageFault.HALF)
        try:
            return self._root.open(key.wrapped, _bound(self.store, key))
        except SealBrokenError:
            raise StorageError(StorageFault.WRONG_KEY) from None

    def _fresh(
        self, purpose: Purpose, root: Seal, generation: int, tag: bytes | None = None
    ) -> WrappedKey:
        return _made(self.store, purpose, root, generation, tag)


def furnish(file: VaultFile, root: bytes) -> None:
    """Put the first keys of a new store into its empty file."""
    store, generation = file.meta()
    seal = Seal(root)
    file.add(_made(store, purpose, seal, generation) for purpose in (*_RENEWED, *_LASTING))


def _made(
    store: str, purpose: Purpose, root: Seal, generation: int, tag: bytes | None = None
) -> WrappedKey:
    bare = WrappedKey(os.urandom(_ID_BYTES), purpose.value, generation, tag, None)
    return bare._replace(wrapped=root.close(fresh_key(), _bound(store, bare)))


def _bound(store: str, key: WrappedKey) -> bytes:
    return b"\0".join((store.encode(), key.id, key.purpose.encode()))
