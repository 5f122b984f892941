"""The chain over stored bytes: checked without any key, whole after a payload was erased."""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

import msgspec

from kiosk.domain.receipt_number import Stored
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.ledger.envelope import NotAnEnvelopeError, read_generation

GENESIS = bytes(32)
_HASH_BYTES = len(GENESIS)
_BEGINNING = 0, GENESIS


class Link(msgspec.Struct, frozen=True, gc=False):
    """One line of the ledger, as it lies on disk.

    Attributes:
        position: Order in this store, from 1; another store may hold the same event elsewhere.
        device, sequence: Who stored it, and the gapless number there; the envelope begins with the
            same.
        tag: Keyed fingerprint of the event's id, for finding it; the envelope bears the same.
        previous: Hash of the device's line before; zeros for its first.
        hash: See ``hash_of``.
        envelope: Readable header, and what kind of event this is, sealed.
        payload_hash: SHA-256 of the sealed payload, kept when the payload is erased.
        payload: What happened, sealed under the key of the case; None once it was erased.
    """

    position: int
    device: str
    sequence: int
    tag: bytes
    previous: bytes
    hash: bytes
    envelope: bytes
    payload_hash: bytes
    payload: bytes | None

    @property
    def place(self) -> Stored:
        """Device and number."""
        return Stored(self.device, self.sequence)


def hash_of(previous: bytes, envelope: bytes, payload_hash: bytes) -> bytes:
    """SHA-256 of the hash before, the envelope as stored, and the payload's own hash."""
    return sha256(previous + envelope + payload_hash).digest()


class ChainCheck:
    """Checks lines one after the other, in the order of this store."""

    def __init__(
        self, position: int = 0, ends: Mapping[str, tuple[int, bytes]] = MappingProxyType({})
    ) -> None:
        """Begin behind lines that are known already.

        Args:
            position: Of the last of them.
            ends: Per device the last number and its hash up to there.
        """
        self._position = position
        self._ends = dict(ends)

    @property
    def ends(self) -> dict[str, tuple[int, bytes]]:
        """Per device the last number and its hash."""
        return dict(self._ends)

    def take(self, link: Link, *, is_opened: bool = False) -> Damage | None:
        """Check the next line, and go on from it however it is.

        Args:
            link: The line.
            is_opened: Whether both its seals were opened, which proves all but its hash.

        Returns:
            What does not fit; None for a line that is the one that was stored.
        """
        is_same = is_hashed(link) if is_opened else is_whole(link)
        harm = self._harm_of_order(link) if is_same else Harm.CHANGED
        self._position = link.position
        self._ends[link.device] = link.sequence, link.hash
        return None if harm is None else Damage.at(harm, link.place)

    def _harm_of_order(self, link: Link) -> Harm | None:
        last, head = self._ends.get(link.device, _BEGINNING)
        if link.sequence > last + 1:
            return Harm.MISSING
        if link.sequence <= last or link.position != self._position + 1:
            return Harm.OUT_OF_ORDER
        return None if link.previous == head else Harm.REPLACED


def is_whole(link: Link) -> bool:
    """Whether the bytes of a line are those that its hash was made from."""
    if not is_hashed(link):
        return False
    if link.payload is not None and sha256(link.payload).digest() != link.payload_hash:
        return False
    try:
        read_generation(link.envelope, link.device, link.sequence, link.tag)
    except NotAnEnvelopeError:
        return False
    return True


def is_hashed(link: Link) -> bool:
    """Whether the hash of a line is that of its parts, whatever they are."""
    previous, envelope, payload_hash = link.previous, link.envelope, link.payload_hash
    # The hash is over bytes put together: without fixed lengths one could move to a neighbour.
    if not len(previous) == len(payload_hash) == _HASH_BYTES:
        return False
    return link.hash == sha256(previous + envelope + payload_hash).digest()
