"""The root key of a store, and the ways to it that lie beside the store.

The root key wraps every other key. It is never stored as it is, except in a trial store, which
holds invented people only.
"""

import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from kiosk.domain.errors import StorageError, StorageFault
from kiosk.record.keys.sealing import KEY_BYTES, Seal, SealBrokenError

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What a person types to open the store; spaces count, the way of typing ø does not."""

    text: str = field(repr=False)

    def as_bytes(self) -> bytes:
        """The same bytes on every keyboard and system."""
        return unicodedata.normalize("NFKC", self.text).encode()


@dataclass(frozen=True, slots=True)
class Trial:
    """Opens a trial store, whose key lies in the open beside it."""


@dataclass(frozen=True, slots=True)
class EscrowKey:
    """The private half that the municipality keeps away from the machine; 32 bytes."""

    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyringKey:
    """The key that the operating system keeps for the one who is signed in; 32 bytes."""

    key: bytes = field(repr=False)


Secret = Passphrase | Trial | EscrowKey | KeyringKey


# Wider than anything that was ever written here; what lies outside is damage.
_Number = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]
_Memory = Annotated[int, msgspec.Meta(ge=8, le=4 * 1024 * 1024)]
_Times = Annotated[int, msgspec.Meta(ge=1, le=1024)]
_Lanes = Annotated[int, msgspec.Meta(ge=1, le=255)]
_Salt = Annotated[bytes, msgspec.Meta(min_length=8)]
_Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]


class OpenSlot(msgspec.Struct, frozen=True, tag="open"):
    """The root key in the open: for a trial store."""

    generation: _Number
    root: _Key


class PassphraseSlot(msgspec.Struct, frozen=True, tag="passphrase"):
    """The root key under Argon2id of a passphrase; costs are those of the making."""

    generation: _Number
    salt: _Salt
    memory_kib: _Memory
    iterations: _Times
    lanes: _Lanes
    sealed: bytes


class EscrowSlot(msgspec.Struct, frozen=True, tag="escrow"):
    """The root key for the municipality's escrow key, whose public half stays here.

    Attributes:
        proof: Made with the root key: who has none cannot put a public half of their own here,
            which the next root key would be wrapped for.
    """

    generation: _Number
    public: _Key
    sealed: bytes
    proof: bytes


class KeyringSlot(msgspec.Struct, frozen=True, tag="keyring"):
    """The root key under a key in the keyring of the operating system."""

    generation: _Number
    sealed: bytes


Slot = OpenSlot | PassphraseSlot | EscrowSlot | KeyringSlot


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
    root: bytes, generation: int, passphrase: Passphrase, store: str
) -> PassphraseSlot:
    """A root key that a passphrase opens."""
    cost, salt = USUAL_COST, os.urandom(_SALT_BYTES)
    bare = PassphraseSlot(generation, salt, cost.memory_kib, cost.iterations, cost.lanes, b"")
    sealed = Seal(_stretched(passphrase, bare)).close(root, _bound(store, generation))
    return msgspec.structs.replace(bare, sealed=sealed)


def escrow_slot(root: bytes, generation: int, public: bytes, store: str) -> EscrowSlot:
    """A root key that the private half of an escrow key opens."""
    from kiosk.record.keys.escrow import wrap  # noqa: PLC0415  seldom needed, and felt at the start

    bound = _bound(store, generation)
    return EscrowSlot(generation, public, wrap(root, public, bound), _proof(root, public, bound))


def is_own_escrow(slot: EscrowSlot, root: bytes, store: str) -> bool:
    """Whether somebody who has the root key put this public half here."""
    return hmac.compare_digest(
        slot.proof, _proof(root, slot.public, _bound(store, slot.generation))
    )


def _proof(root: bytes, public: bytes, bound: bytes) -> bytes:
    # A key of its own, since the root key itself seals.
    key = hmac.digest(root, b"kiosk escrow proof", "sha256")
    return hmac.digest(key, b"\0".join((bound, public)), "sha256")


def keyring_slot(root: bytes, generation: int, key: bytes, store: str) -> KeyringSlot:
    """A root key that a key in the keyring opens."""
    return KeyringSlot(generation, Seal(key).close(root, _bound(store, generation)))


def root_key(slot: Slot, secret: Secret, store: str) -> bytes | None:
    """The root key behind a slot; None when the secret is of another kind.

    Raises:
        StorageError: The secret is of this kind, and wrong; or the slot is damaged.
    """
    bound = _bound(store, slot.generation)
    try:
        match slot, secret:
            case OpenSlot(), Trial():
                return slot.root
            case PassphraseSlot(), Passphrase():
                return Seal(_stretched(secret, slot)).open(slot.sealed, bound)
            case EscrowSlot(), EscrowKey():
                return _unwrapped(slot, secret, bound)
            case KeyringSlot(), KeyringKey():
                return Seal(secret.key).open(slot.sealed, bound)
            case _:
                return None
    except SealBrokenError:
        raise StorageError(_WRONG[type(secret)]) from None


_WRONG = {
    Passphrase: StorageFault.WRONG_KEY,
    EscrowKey: StorageFault.WRONG_ESCROW,
    KeyringKey: StorageFault.KEYRING_LOST,
}


def _unwrapped(slot: EscrowSlot, escrow: EscrowKey, bound: bytes) -> bytes:
    from kiosk.record.keys.escrow import unwrap  # noqa: PLC0415  seldom needed, and felt at the start

    return unwrap(slot.sealed, escrow.private, bound)


def _stretched(passphrase: Passphrase, slot: PassphraseSlot) -> bytes:
    # A trial store has no passphrase, and its start should not wait for this.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    try:
        argon2 = Argon2id(
            salt=slot.salt,
            length=KEY_BYTES,
            iterations=slot.iterations,
            lanes=slot.lanes,
            memory_cost=slot.memory_kib,
        )
        return argon2.derive(passphrase.as_bytes())
    except (ValueError, OverflowError, MemoryError):
        # Costs that nobody wrote: no passphrase was tried.
        raise StorageError(StorageFault.HALF) from None


def _bound(store: str, generation: int) -> bytes:
    return f"{store}/{generation}".encode()
