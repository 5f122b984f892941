"""The outside of a stored event: whose number it bears in the clear, what it is under a seal.

Header: ``BK``, version 1, number of the envelope key (2 bytes), length of the device's id
(1 byte), that id, the device's sequence number (8 bytes), keyed fingerprint of the event's id
(16 bytes); whole numbers are big-endian. After it lies the sealed rest, bound to the header and to
the hash of the line before.
"""

from functools import cache, lru_cache
from struct import Struct, error
from typing import NamedTuple

import msgspec

from kiosk.domain.event import Stored
from kiosk.record.keys.sealing import Seal

_MAGIC = b"BK\x01"
_START = Struct(">3sHB")
_LENGTH_AT = _START.size - 1
_END = Struct(">Q16s")


class Header(NamedTuple):
    """The readable beginning of an envelope.

    Attributes:
        place: Device and number of the event.
        generation: Number of the envelope key.
        tag: Keyed fingerprint of the event's id, 16 bytes.
    """

    place: Stored
    generation: int
    tag: bytes

    def as_bytes(self) -> bytes:
        """As it is stored."""
        device = self.place.device.encode("ascii")
        start = _START.pack(_MAGIC, self.generation, len(device))
        return start + device + _END.pack(self.place.sequence, self.tag)


class Inside(NamedTuple):
    """What the seal of an envelope hides.

    Attributes:
        id: Id of the event.
        kind: Kind of the event, also one that this version does not know.
        schema: Version of the payload's form.
        key: Id of the key that the payload is sealed with.
    """

    id: str
    kind: str
    schema: int
    key: bytes


class NotAnEnvelopeError(ValueError):
    """The bytes do not begin like an envelope."""


# Whoever checks a line and opens it asks twice.
@lru_cache(maxsize=4)
def read_header(envelope: bytes) -> tuple[Header, int]:
    """The header, and its length in bytes.

    Raises:
        NotAnEnvelopeError: It is none, or one of a later version.
    """
    try:
        layout = _layout(envelope[_LENGTH_AT])
        magic, generation, _length, device, sequence, tag = layout.unpack_from(envelope)
        place = Stored(device.decode("ascii"), sequence)
    except (error, IndexError, UnicodeDecodeError):
        raise NotAnEnvelopeError from None
    if magic != _MAGIC:
        raise NotAnEnvelopeError
    return Header(place, generation, tag), layout.size


@cache
def _layout(device_bytes: int) -> Struct:
    return Struct(f">3sHB{device_bytes}sQ16s")


def close_envelope(seal: Seal, header: bytes, previous: bytes, inside: Inside) -> bytes:
    """The envelope as it is stored."""
    plain = msgspec.msgpack.encode((inside.id, inside.kind, inside.schema, inside.key))
    return header + seal.close(plain, header + previous)


def open_envelope(seal: Seal, envelope: bytes, header_bytes: int, previous: bytes) -> Inside:
    """What an envelope says.

    Raises:
        SealBrokenError: Another key, changed bytes, or another line before it.
    """
    header = envelope[:header_bytes]
    plain = seal.open(envelope[header_bytes:], header + previous)
    return Inside(*msgspec.msgpack.decode(plain, type=tuple[str, str, int, bytes]))
