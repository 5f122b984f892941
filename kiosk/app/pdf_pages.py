"""How many pages a PDF file of our own has."""

import re
import zlib

_PACKED = re.compile(rb"/Type\s*/ObjStm\b.*?\bstream\r?\n(.*?)endstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")


def pages_of(pdf: bytes) -> int:
    """Pages of a file that the program made; 0 where none is found.

    Objects are read where they stand and where they are packed together (ISO 32000-1, 7.5.7).
    """
    return _pages_in(pdf) + sum(_pages_in(_unpacked(each)) for each in _PACKED.findall(pdf))


def _pages_in(part: bytes) -> int:
    return len(_PAGE.findall(part))


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
