"""The root key of a store, and the ways to it that lie beside the store.

The root key wraps every other key. It is never stored as it is, except in a trial store, which
holds invented people only.
"""

import os
import unicodedata
from dataclasses import dataclass

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.sealing import KEY_BYTES, Seal, SealBrokenError

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What a person types to open the store; spaces count, the way of typing ø does not."""

    text: str

    def as_bytes(self) -> bytes:
        """The same bytes on every keyboard and system."""
        return unicodedata.normalize("NFKC", self.text).encode()


@dataclass(frozen=True, slots=True)
class Trial:
    """Opens a trial store, whose key lies in the open beside it."""


Secret = Passphrase | Trial


class OpenSlot(msgspec.Struct, frozen=True, tag="open"):
    """The root key in the open: for a trial store."""

    generation: int
    root: bytes


class PassphraseSlot(msgspec.Struct, frozen=True, tag="passphrase"):
    """The root key under Argon2id of a passphrase; costs are those of the making."""

    generation: int
    salt: bytes
    memory_kib: int
    iterations: int
    lanes: int
    sealed: bytes


Slot = OpenSlot | PassphraseSlot


@dataclass(frozen=True, slots=True)
class Cost:
    """How slow a passphrase is to try; the second choice of RFC 9106, a seventh of a second."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4


USUAL_COST = Cost()


def open_slot(root: bytes, generation: int) -> OpenSlot:
    """The slot of a trial store."""
    return OpenSlot(generation, root)


def passphrase_slot(
    root: bytes, generation: int, passphrase: Passphrase, store: str, cost: Cost = USUAL_COST
) -> PassphraseSlot:
    """A root key that a passphrase opens."""
    salt = os.urandom(_SALT_BYTES)
    bare = PassphraseSlot(generation, salt, cost.memory_kib, cost.iterations, cost.lanes, b"")
    sealed = Seal(_stretched(passphrase, bare)).close(root, _bound(store, generation))
    return msgspec.structs.replace(bare, sealed=sealed)


def root_key(slot: Slot, secret: Secret, store: str) -> bytes | None:
    """The root key behind a slot; None when the secret is of another kind.

    Raises:
        StorageError: The secret is of this kind, and wrong.
    """
    match slot, secret:
        case OpenSlot(), Trial():
            return slot.root
        case PassphraseSlot(), Passphrase():
            try:
                return Seal(_stretched(secret, slot)).open(
                    slot.sealed, _bound(store, slot.generation)
                )
            except SealBrokenError:
                raise StorageError(StorageFault.WRONG_KEY) from None
        case _:
            return None


def _stretched(passphrase: Passphrase, slot: PassphraseSlot) -> bytes:
    argon2 = Argon2id(
        salt=slot.salt,
        length=KEY_BYTES,
        iterations=slot.iterations,
        lanes=slot.lanes,
        memory_cost=slot.memory_kib,
    )
    return argon2.derive(passphrase.as_bytes())


def _bound(store: str, generation: int) -> bytes:
    return f"{store}/{generation}".encode()
