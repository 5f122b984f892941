"""Which letters the typeface of the papers has, and how wide: read from files without drawing."""

import struct
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

from kiosk.domain.errors import FontFileError
from kiosk.domain.mailing import LINE_SIZE_PT, LINE_WIDTH_MM
from kiosk.domain.window_lines import lines_in_window
from kiosk.i18n.typography import with_hard_spaces

T = TypeVar("T")

_POINTS_PER_MM = 72 / 25.4
_WINDOW_EM = LINE_WIDTH_MM * _POINTS_PER_MM / LINE_SIZE_PT
_ROUNDING_EM = 1e-9

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
        """Whether every letter of a text can be drawn; unseen marks are left out on paper.

        Raises:
            FontFileError: A file is missing or damaged.
        """
        return all(ord(letter) in self._letters for letter in _drawn(text) if not letter.isspace())

    def over_window(self, lines: Sequence[str]) -> tuple[int, ...]:
        """How many characters at the end of each line of an address have no room in the window.

        Raises:
            FontFileError: The file of the regular weight is missing or damaged.
        """
        drawn = [_drawn(with_hard_spaces(each)) for each in lines]
        set_ = lines_in_window(drawn, self._width_em, _WINDOW_EM + _ROUNDING_EM)
        return tuple(max(map(self._over, parts)) for parts in set_)

    def _over(self, drawn: str) -> int:
        widths = accumulate(map(self._widths.of, drawn))
        return sum(width > _WINDOW_EM + _ROUNDING_EM for width in widths)

    def _width_em(self, drawn: str) -> float:
        return sum(map(self._widths.of, drawn))

    @cached_property
    def _widths(self) -> "Widths":
        return _read(self.files[0], Widths)

    @cached_property
    def _letters(self) -> frozenset[int]:
        return frozenset.intersection(*(_read(file, letters_of) for file in self.files))


def _read(file: Path, reading: Callable[[bytes], T]) -> T:
    try:
        return reading(file.read_bytes())
    except (OSError, struct.error, ValueError) as error:
        raise FontFileError(file.name) from error


def _drawn(text: str) -> str:
    """As on paper: composed, and without what nobody sees."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(each for each in composed if unicodedata.category(each) != _UNSEEN)


class Widths:
    """How wide a TrueType file draws its letters (OpenType, tables ``head``, ``hhea``, ``hmtx``)."""

    def __init__(self, font: bytes) -> None:
        """Read them.

        Raises:
            ValueError: A table is missing.
            struct.error: A table is cut off.
        """
        (self._em,) = struct.unpack_from(">H", font, _table(font, b"head") + 18)
        (count,) = struct.unpack_from(">H", font, _table(font, b"hhea") + 34)
        pairs = struct.unpack_from(f">{2 * count}h", font, _table(font, b"hmtx"))
        self._of_glyphs = pairs[::2]
        self._glyphs = glyphs_of(font)

    def of(self, letter: str) -> float:
        """Of one letter, in parts of the size of the type."""
        glyph = min(self._glyphs.get(ord(letter), _MISSING), len(self._of_glyphs) - 1)
        return int(self._of_glyphs[glyph]) / int(self._em)


def letters_of(font: bytes) -> frozenset[int]:
    """Code points for which a TrueType file has a glyph."""
    return frozenset(glyphs_of(font))


def glyphs_of(font: bytes) -> dict[int, int]:
    """The glyph of each code point (OpenType, table ``cmap``)."""
    cmap = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    offsets = {struct.unpack_from(">L", font, cmap + 4 + 8 * each + 4)[0] for each in range(count)}
    found: dict[int, int] = {}
    for offset in sorted(offsets):
        found.update(_mapped(font, cmap + offset))
    return found


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for each in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * each)
        if tag == name:
            return int(offset)
    raise ValueError(name)


def _mapped(font: bytes, start: int) -> Iterable[tuple[int, int]]:
    (kind,) = struct.unpack_from(">H", font, start)
    if kind == _SEGMENTS:
        return _in_segments(font, start)
    return _in_groups(font, start) if kind == _GROUPS else ()


def _in_groups(font: bytes, start: int) -> Iterable[tuple[int, int]]:
    (count,) = struct.unpack_from(">L", font, start + 12)
    for first, last, glyph in struct.iter_unpack(
        ">LLL", font[start + 16 : start + 16 + 12 * count]
    ):
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _in_segments(font: bytes, start: int) -> Iterable[tuple[int, int]]:
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
            drawn = (glyph + delta) & _LAST_SHORT
            if drawn != _MISSING:
                yield code, drawn
