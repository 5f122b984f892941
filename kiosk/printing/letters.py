"""Which letters the typeface of the papers has, read from the font files without drawing."""

import struct
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_UNSEEN = "Cf"
_SEGMENTS, _GROUPS = 4, 12
_MISSING = 0
_LAST_SHORT = 0xFFFF


@dataclass(frozen=True)
class FontLetters:
    """Implements ``PaperLetters``; the files are read with the first text.

    Attributes:
        files: TrueType files of every weight; a letter counts that all of them have.
    """

    files: tuple[Path, ...]

    def can_print(self, text: str) -> bool:
        """Whether every letter of a text can be drawn; unseen marks are left out on paper."""
        composed = unicodedata.normalize("NFC", text)
        return all(
            ord(letter) in self._letters or unicodedata.category(letter) == _UNSEEN
            for letter in composed
            if not letter.isspace()
        )

    @cached_property
    def _letters(self) -> frozenset[int]:
        return frozenset.intersection(*(letters_of(file.read_bytes()) for file in self.files))


def letters_of(font: bytes) -> frozenset[int]:
    """Code points for which a TrueType file has a glyph (OpenType, table ``cmap``)."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    offsets = {struct.unpack_from(">L", font, cmap + 4 + 8 * each + 4)[0] for each in range(count)}
    found: set[int] = set()
    for offset in offsets:
        found.update(_mapped(font, cmap + offset))
    return frozenset(found)


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for each in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * each)
        if tag == name:
            return int(offset)
    raise ValueError(name)


def _mapped(font: bytes, start: int) -> Iterable[int]:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == _SEGMENTS:
        return _in_segments(font, start)
    return _in_groups(font, start) if kind == _GROUPS else ()


def _in_groups(font: bytes, start: int) -> Iterable[int]:
    (count,) = struct.unpack_from(">L", font, start + 12)
    for first, last, _ in struct.iter_unpack(">LLL", font[start + 16 : start + 16 + 12 * count]):
        yield from range(first, last + 1)


def _in_segments(font: bytes, start: int) -> Iterable[int]:
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    # Four arrays of one number a segment: ends, (a gap of two bytes), begins, deltas, offsets.
    arrays = [start + 14, *(start + 16 + doubled * each for each in (1, 2, 3))]
    for step in range(0, doubled, 2):
        last, first, delta, offset = (
            struct.unpack_from(">H", font, array + step)[0] for array in arrays
        )
        for code in range(first, min(last, _LAST_SHORT - 1) + 1):
            glyph = code
            if offset:
                place = arrays[3] + step + offset + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, place)
                if glyph == _MISSING:
                    continue
            if (glyph + delta) & _LAST_SHORT != _MISSING:
                yield code
