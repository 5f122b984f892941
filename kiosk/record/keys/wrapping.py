"""Keys sealed by the root key: how they are made, and what the seal binds them to."""

import os
from collections.abc import Collection
from enum import Enum

import msgspec

from kiosk.record.keys.sealing import Seal, SealBrokenError, fresh_key
from kiosk.record.keys.vault_file import VaultFile, WrappedKey

_ID_BYTES = 16
_DIGEST_BYTES = 32


class Purpose(Enum):
    """What a key is for."""

    ENVELOPES = "envelopes"
    NO_CASE = "no_case"
    CASE = "case"
    FINDING = "finding"
    SIGNING = "signing"
    SNAPSHOT = "snapshot"
    SLOTS = "slots"


# Made anew with every root key; the others last as long as the store.
RENEWED = (Purpose.ENVELOPES, Purpose.NO_CASE, Purpose.SNAPSHOT)
_LASTING = (Purpose.FINDING, Purpose.SIGNING)


def furnish(file: VaultFile, root: bytes) -> None:
    """Put the first keys of a new store into its empty file."""
    store, generation = file.meta()
    seal = Seal(root)
    file.add(fresh_wrapped(store, purpose, seal, generation) for purpose in (*RENEWED, *_LASTING))


def fresh_wrapped(
    store: str, purpose: Purpose, root: Seal, generation: int, tag: bytes | None = None
) -> WrappedKey:
    """A new key; ``generation`` is the number of the root key, ``tag`` that of a case."""
    bare = WrappedKey(os.urandom(_ID_BYTES), purpose.value, generation, tag, None)
    return bare._replace(wrapped=root.close(fresh_key(), _bound(store, bare)))


def slots_note(
    store: str, digests: Collection[bytes], root: Seal, earlier: WrappedKey | None
) -> WrappedKey:
    """Which slots lie beside the keys, wrapped like a key; in place of an earlier note."""
    bare = earlier or WrappedKey(os.urandom(_ID_BYTES), Purpose.SLOTS.value, 1, None, None)
    return bare._replace(wrapped=root.close(b"".join(sorted(digests)), _bound(store, bare)))


def digests_in(note: bytes) -> frozenset[bytes]:
    """What such a note tells once it is opened."""
    return frozenset(note[at : at + _DIGEST_BYTES] for at in range(0, len(note), _DIGEST_BYTES))


def opened(store: str, key: WrappedKey, root: Seal) -> bytes:
    """The key itself.

    Raises:
        SealBrokenError: It is gone, another root key wraps it, or anything beside it was changed.
    """
    return root.open(key.wrapped or b"", _bound(store, key))


def wrapped_anew(store: str, key: WrappedKey, old: Seal, new: Seal) -> WrappedKey:
    """The same key under another root key, or the proof that it was destroyed.

    Raises:
        SealBrokenError: It is damaged.
    """
    if key.wrapped is not None:
        return key._replace(wrapped=new.close(opened(store, key, old), _bound(store, key)))
    # What nobody proved before is not proved now.
    return destroyed(store, key, new) if is_destroyed(store, key, old) else key


def destroyed(store: str, key: WrappedKey, root: Seal) -> WrappedKey:
    """What is left of a key once it is destroyed: the proof that this was meant."""
    bare = key._replace(wrapped=None, tag=None)
    return bare._replace(proof=root.close(b"", _bound(store, bare, "destroyed")))


def is_destroyed(store: str, key: WrappedKey, root: Seal) -> bool:
    """Whether the proof holds that a key was destroyed on purpose."""
    try:
        root.open(key.proof or b"", _bound(store, key, "destroyed"))
    except SealBrokenError:
        return False
    return True


def _bound(store: str, key: WrappedKey, what: str = "key") -> bytes:
    """All that stands beside a key in the open."""
    return msgspec.msgpack.encode((what, store, key.id, key.purpose, key.generation, key.tag))
