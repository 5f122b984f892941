"""The chain over stored bytes: checked without any key, whole after a payload was erased."""

from dataclasses import dataclass
from hashlib import sha256

from kiosk.domain.event import Stored
from kiosk.record.envelope import NotAnEnvelopeError, read_header

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the ledger, as it lies on disk.

    Attributes:
        position: Order in this store, from 1; another store may hold the same event elsewhere.
        place: Device and gapless number on that device; the envelope begins with the same.
        tag: Keyed fingerprint of the event's id, for finding it; not part of the chain.
        previous: Hash of the device's line before; zeros for its first.
        hash: See ``hash_of``.
        envelope: Readable header, and what kind of event this is, sealed.
        payload_hash: SHA-256 of the sealed payload, kept when the payload is erased.
        payload: What happened, sealed under the key of the case; None once it was erased.
    """

    position: int
    place: Stored
    tag: bytes
    previous: bytes
    hash: bytes
    envelope: bytes
    payload_hash: bytes
    payload: bytes | None


def hash_of(previous: bytes, envelope: bytes, payload_hash: bytes) -> bytes:
    """SHA-256 of the hash before, the envelope as stored, and the payload's own hash."""
    return sha256(previous + envelope + payload_hash).digest()


class ChainBrokenError(Exception):
    """A line is not the one that was stored, or one is missing before it.

    Attributes:
        place: Device and number of the line that does not fit.
    """

    def __init__(self, place: Stored) -> None:
        super().__init__(f"{place.device} {place.sequence}")
        self.place = place


class ChainCheck:
    """Checks lines one after the other, each device's in the order of its numbers."""

    def __init__(self) -> None:
        self._ends: dict[str, tuple[int, bytes]] = {}

    @property
    def ends(self) -> dict[str, tuple[int, bytes]]:
        """Per device the last number and its hash."""
        return dict(self._ends)

    def take(self, link: Link) -> None:
        """Check the next line.

        Raises:
            ChainBrokenError: It does not follow, or its bytes are not those of its hash.
        """
        device, sequence = link.place.device, link.place.sequence
        last, head = self._ends.get(device, (0, GENESIS))
        follows = sequence == last + 1 and link.previous == head
        if not (follows and is_whole(link)):
            raise ChainBrokenError(link.place)
        self._ends[device] = sequence, link.hash


def is_whole(link: Link) -> bool:
    """Whether the bytes of a line are those that its hash was made from."""
    if link.hash != hash_of(link.previous, link.envelope, link.payload_hash):
        return False
    if link.payload is not None and sha256(link.payload).digest() != link.payload_hash:
        return False
    try:
        place, _generation, _length = read_header(link.envelope)
    except NotAnEnvelopeError:
        return False
    return place == link.place
