"""The outside of a stored event: whose number it bears in the clear, what it is under a seal.

Header: ``BK``, version 1, number of the envelope key (2 bytes), length of the device's id
(1 byte), that id, the device's sequence number (8 bytes), keyed fingerprint of the event's id
(16 bytes); whole numbers are big-endian. After it lies the sealed rest, bound to the header and to
the hash of the line before.
"""

from functools import cache
from struct import Struct, error
from typing import NamedTuple

import msgspec

from kiosk.domain.receipt_number import Stored
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


class Inside(msgspec.Struct, frozen=True, array_like=True, gc=False):
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


def read_generation(envelope: bytes, device: str, sequence: int, tag: bytes) -> tuple[int, int]:
    """The number of the envelope key, and the length in bytes of a header that bears these.

    Raises:
        NotAnEnvelopeError: It bears others, or is none.
    """
    try:
        layout = _layout(envelope[_LENGTH_AT])
        magic, generation, _length, *borne = layout.unpack_from(envelope)
        name = device.encode("ascii")
    except (error, IndexError, UnicodeEncodeError):
        raise NotAnEnvelopeError from None
    if magic != _MAGIC or borne != [name, sequence, tag]:
        raise NotAnEnvelopeError
    return generation, layout.size


@cache
def _layout(device_bytes: int) -> Struct:
    return Struct(f">3sHB{device_bytes}sQ16s")


def close_envelope(seal: Seal, header: bytes, previous: bytes, inside: Inside) -> bytes:
    """The envelope as it is stored."""
    return header + seal.close(msgspec.msgpack.encode(inside), header + previous)


def open_envelope(seal: Seal, envelope: bytes, header_bytes: int, previous: bytes) -> Inside:
    """What an envelope says.

    Raises:
        SealBrokenError: Another key, changed bytes, or another line before it.
    """
    return _decode_inside(seal.open(envelope, envelope[:header_bytes] + previous, header_bytes))


_decode_inside = msgspec.msgpack.Decoder(Inside).decode
