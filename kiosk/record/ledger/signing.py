"""Signed statements of a store about itself; strangers check them with the public key alone.

A statement is a text of lines, so that it can be read; nothing in it is secret.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.domain.receipt_number import Stored

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# With so many events since the last checkpoint, the next is due; fewer lie behind the last one.
EVERY = 256
PUBLIC_BYTES = 32

Now = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a device had come.

    Attributes:
        number: From 1, without gaps, in this store.
        place: The device's last event; number 0 before its first.
        hash: Hash of that event; zeros before the first.
        at: UTC, in ISO form, as the machine's clock said.
        signature: Over ``statement``.
    """

    number: int
    place: Stored
    hash: bytes
    at: str
    signature: bytes = b""

    def statement(self, store: str) -> bytes:
        """What is signed."""
        place = self.place
        lines = (str(self.number), place.device, str(place.sequence), self.hash.hex(), self.at)
        return "\n".join(("checkpoint", store, *lines)).encode()


@dataclass(frozen=True, slots=True)
class Erasure:
    """That a payload was erased on purpose.

    Attributes:
        payload_hash: Of the payload that is gone.
        at: UTC, in ISO form.
        signature: Over ``statement``.
    """

    place: Stored
    payload_hash: bytes
    at: str
    signature: bytes = b""

    def statement(self, store: str) -> bytes:
        """What is signed."""
        place = self.place
        lines = (place.device, str(place.sequence), self.payload_hash.hex(), self.at)
        return "\n".join(("erasure", store, *lines)).encode()


class Signer:
    """Signs with Ed25519; the private half is fetched with the first signature."""

    def __init__(self, private: Callable[[], bytes]) -> None:
        """Take the way to the private half, 32 bytes."""
        self._private = private

    @property
    def public(self) -> bytes:
        """What checks the signatures, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, statement: bytes) -> bytes:
        """The signature, 64 bytes."""
        return self._key.sign(statement)

    @cached_property
    def _key(self) -> "Ed25519PrivateKey":
        # Needed by the first checkpoint, not by the first page.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PrivateKey,
        )

        return Ed25519PrivateKey.from_private_bytes(self._private())


def is_signed(statement: bytes, signature: bytes, public: bytes) -> bool:
    """Whether the holder of the private half of ``public`` signed a statement."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, statement)
    except (InvalidSignature, ValueError):
        return False
    return True


def utc_now() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)


def stamp(now: datetime) -> str:
    """A time as statements bear it."""
    return now.astimezone(UTC).isoformat(timespec="seconds")
