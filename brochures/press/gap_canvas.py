"""As much of ReportLab's canvas as a person's own marks need, with the fonts of a plate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportlab.lib.rl_accel import fp_str

from brochures.editions import A4

_HARD_SPACE, _SPACE = 0xA0, 0x20
_LAST = 0xFF
"""Code of a subset."""
_LEADING = 1.2
"""Of the size; ReportLab's, which nothing here goes by."""

_fp = lru_cache(maxsize=4096)(fp_str)
_ESCAPED = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | {
    **{code: chr(code) for code in range(32, 127)},
    **{ord(each): f"\\{each}" for each in "()\\"},
}


@dataclass(frozen=True, slots=True)
class Type:
    """How a font of the file writes: with codes of one byte, in several subsets.

    Attributes:
        name: In the page's resources, before the number of the subset.
        codes: By character; the number of the subset is in the upper byte.
        first: What stands in the file for the characters of the first subset.
        characters: Those of the first subset.
    """

    name: str
    codes: Mapping[int, int]
    first: Mapping[int, str]
    characters: frozenset[str]


class OffPlateError(Exception):
    """Something of this person's has no place on the plate; it is for a plate of their own."""


class GapCanvas:
    """As much of ReportLab's canvas as own marks need, with the fonts of a plate."""

    def __init__(self, types: Mapping[str, Type]) -> None:
        self._types = types
        self._code: list[str] = []
        self._pagesize = (A4.width_pt, A4.height_pt)

    def beginText(self) -> "GapText":  # noqa: N802
        """As in ReportLab."""
        return GapText(self._types)

    def drawText(self, text: "GapText") -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(" ".join(("BT", *text._code, "ET")))  # noqa: SLF001

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"{_fp(width)} w")

    def setStrokeGray(self, gray: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"{_fp(gray)} G")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """As in ReportLab."""
        self._code.append(f"n {_fp(x0)} {_fp(y0)} m {_fp(x1)} {_fp(y1)} l S")

    def rect(self, x: float, y: float, width: float, height: float) -> None:
        """As in ReportLab."""
        self._code.append(f"n {_fp(x)} {_fp(y)} {_fp(width)} {_fp(height)} re S")


class GapText:
    """A text on such a canvas."""

    def __init__(self, types: Mapping[str, Type]) -> None:
        self._types = types
        self._code: list[str] = []
        self._font = ""
        self._size = 0.0

    def setTextOrigin(self, x: float, y: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._code.append(f"1 0 0 1 {_fp(x)} {_fp(y)} Tm")

    def setFont(self, name: str, size: float) -> None:  # noqa: N802
        """As in ReportLab."""
        self._font, self._size = name, size

    def textOut(self, text: str) -> None:  # noqa: N802
        """As in ReportLab."""
        type_ = self._types[self._font]
        size = f"{_fp(self._size)} Tf {_fp(self._size * _LEADING)} TL"
        for subset, shown in _in_subsets(text, type_):
            self._code.append(f"{type_.name}+{subset} {size} ({shown}) Tj")


def new_type(name: str, codes: Mapping[int, int]) -> Type:
    """A font that writes with these codes."""
    codes = {**codes, _HARD_SPACE: codes[_SPACE]}
    first = {character: _ESCAPED[code] for character, code in codes.items() if code <= _LAST}
    return Type(name, codes, first, frozenset(map(chr, first)))


def _in_subsets(text: str, type_: Type) -> list[tuple[int, str]]:
    if type_.characters.issuperset(text):
        return [(0, text.translate(type_.first))]
    found: list[tuple[int, str]] = []
    for character in map(ord, text):
        code = type_.codes.get(character)
        if code is None:
            raise OffPlateError
        subset, shown = code >> 8, _ESCAPED[code & _LAST]
        if found and found[-1][0] == subset:
            shown = found.pop()[1] + shown
        found.append((subset, shown))
    return found
