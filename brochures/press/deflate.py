"""Compresses what is equal in many streams once (RFC 1950 and 1951).

A part that was compressed by itself and ends on a whole byte can stand in any stream: only its sum
of check has to be counted anew.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from struct import Struct

_HEADER = b"\x78\x9c"
_END = b"\x03\x00"
"""A last block without content."""

_SMALL_WINDOW, _LITTLE = -12, 6
"""What is somebody's own is short: it takes longer to make room for more than to compress it."""


_SMALL_WINDOW, _LITTLE = -12, 6
"""What is somebody's own is short: it takes longer to make room for more than to compress it."""

_AS_IT_IS = 100
"""So few bytes are not worth to be compressed."""

_STORED = Struct("<BHH")
_PRIME = 65521


@dataclass(frozen=True, slots=True)
class Ready:
    """A part of a stream, compressed.

    Attributes:
        blocks: As they stand in the stream.
        check: Adler-32 of the content.
        length: Of the content.
    """

    blocks: bytes
    check: int
    length: int


Parts = tuple[Ready | int, ...]
"""What is ready, and in between the numbers of what is not."""


def ready(content: bytes) -> Ready:
    """A part for many streams."""
    return _ready(content, zlib.compressobj(wbits=-zlib.MAX_WBITS))


def little(content: bytes) -> Ready:
    """A part for one stream or two; a short one."""
    if len(content) <= _AS_IT_IS:
        blocks = _STORED.pack(0, len(content), len(content) ^ 0xFFFF) + content
        return Ready(blocks, zlib.adler32(content), len(content))
    return _ready(content, zlib.compressobj(wbits=_SMALL_WINDOW, memLevel=_LITTLE))


def joined(parts: Sequence[Ready | int], rest: Sequence[Ready]) -> bytes:
    """A stream of parts and of the rest, which is called by its numbers."""
    blocks, check = [_HEADER], 1
    for each in parts:
        part = each if isinstance(each, Ready) else rest[each]
        blocks.append(part.blocks)
        check = _sum(check, part)
    return b"".join((*blocks, _END, check.to_bytes(4, "big")))


def _sum(check: int, part: Ready) -> int:
    """Adler-32 of a content with a part behind it."""
    low, high = check & 0xFFFF, check >> 16
    next_low = (low + (part.check & 0xFFFF) - 1) % _PRIME
    next_high = (high + (part.check >> 16) + part.length * (low - 1)) % _PRIME
    return next_high << 16 | next_low


def _ready(content: bytes, packer: "zlib._Compress") -> Ready:
    blocks = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    return Ready(blocks, zlib.adler32(content), len(content))
