"""Compresses what is equal in many streams once (RFC 1950 and 1951).

A part that was compressed by itself and ends on a whole byte can stand in any stream: only its sum
of check has to be counted anew.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_HEADER = b"\x78\x9c"
_END = b"\x03\x00"
"""A last block without content."""

_SMALL_WINDOW, _LITTLE = -12, 6
"""What is somebody's own is short: it takes longer to make room for more than to compress it."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A part of a stream, compressed.

    Attributes:
        content: As it is before that.
    """

    content: bytes
    blocks: bytes


Parts = tuple[Ready | int, ...]
"""What is ready, and in between the numbers of what is not."""


def ready(content: bytes) -> Ready:
    """A part for many streams."""
    return Ready(content, _blocks(content, zlib.compressobj(wbits=-zlib.MAX_WBITS)))


def joined(parts: Sequence[Ready | int], rest: Sequence[bytes]) -> bytes:
    """A stream of ready parts and of the rest, which is compressed now."""
    blocks, check = [_HEADER], 1
    for part in parts:
        if isinstance(part, Ready):
            blocks.append(part.blocks)
            check = zlib.adler32(part.content, check)
        else:
            content = rest[part]
            blocks.append(_blocks(content, zlib.compressobj(wbits=_SMALL_WINDOW, memLevel=_LITTLE)))
            check = zlib.adler32(content, check)
    return b"".join((*blocks, _END, check.to_bytes(4, "big")))


def _blocks(content: bytes, packer: "zlib._Compress") -> bytes:
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
