"""Draws texts and lines that stand in many plates once.

What is drawn of a text follows from its place, its style and the codes of its characters. Plates
whose fonts have the same characters in the same order have the same codes.
"""

from collections.abc import Hashable, Iterable
from typing import Any

from reportlab.pdfbase import pdfmetrics

from brochures.lines import Line
from brochures.marks import Bullet, Frame, Mark, Outline, Stroke, TextMark
from brochures.page_writer import PageWriter
from brochures.press.own_marks import PLACEHOLDER
from brochures.press.plate import Foot
from brochures.press.shelf import Shelf
from brochures.press.type_case import Characters
from brochures.styles import TextStyle
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

ASCII = "".join(map(chr, range(0x20, 0x7F)))
USUAL = f"{ASCII}ÆØÅæøåéü«»–’"
"""Characters that every plate has in both weights. They come first, so that plates with other texts
have the same codes."""

SEED = "".join(map(chr, range(0xC0, 0x180)))
"""Letters of names and addresses that every plate has in the regular weight: those of Norwegian,
Sámi and most others that are written in Latin letters."""

FONTS, TEXTS = 8, 20_000
"""So many are kept: kinds of fonts, and texts of each of them."""

Used = tuple[frozenset[str], frozenset[str]]
"""Characters of the regular weight and of the bold one."""

Drawn = dict[tuple[float, float, TextStyle, tuple[Line, ...]], str]
DrawnLines = dict[Mark, tuple[str, ...]]
DrawnFeet = dict[Hashable, Foot]


class Drawings:
    """What plates have alike.

    Attributes:
        lines: What was drawn of lines and dots.
    """

    def __init__(self) -> None:
        self._kept: Shelf[Drawn] = Shelf(FONTS)
        self._feet: Shelf[DrawnFeet] = Shelf(FONTS)
        self.lines: DrawnLines = {}

    def of(self, characters: Characters) -> Drawn:
        """The texts that are known in such fonts."""
        return self._kept.get(characters, dict)

    def feet(self, characters: Characters) -> DrawnFeet:
        """The ends of pages that are known in such fonts."""
        feet = self._feet.get(characters, dict)
        if len(feet) >= TEXTS:
            feet.clear()
        return feet


class KeptWriter(PageWriter):
    """Draws what ``PageWriter`` draws.

    Args:
        canvas, tree, texts: Of the file.
        lines: Lines of any file that were drawn before; grows.
    """

    def __init__(self, canvas: Any, tree: TagTree, texts: TextWriter, lines: DrawnLines) -> None:
        super().__init__(canvas, tree, texts)
        self._code: list[str] = canvas._code  # noqa: SLF001
        self._lines = lines

    def draw(self, mark: Mark) -> None:
        """As in ``PageWriter``."""
        if not isinstance(mark, Stroke | Frame | Outline | Bullet) or _is_read(mark):
            super().draw(mark)
            return
        # What opens and ends sequences follows from the marks before, and is never kept.
        self.content.switch(None)
        known = self._lines.get(mark)
        if known is not None:
            self._code.extend(known)
            return
        start = len(self._code)
        super().draw(mark)
        if len(self._lines) >= TEXTS:
            self._lines.clear()
        self._lines[mark] = tuple(self._code[start:])


def _is_read(mark: Mark) -> bool:
    return isinstance(mark, Outline | Bullet) and mark.element is not None


class KeptTexts(TextWriter):
    """Draws what ``TextWriter`` draws.

    Args:
        canvas: With the fonts of these characters.
        drawn: Of these characters; grows.
    """

    def __init__(self, canvas: Any, tree: TagTree, typeface: Typeface, drawn: Drawn) -> None:
        super().__init__(canvas, tree, typeface)
        self._drawn = drawn

    def _draw_lines(self, text: Any, mark: TextMark) -> None:
        key = (mark.x_pt, mark.baseline_pt, mark.style, mark.lines)
        known = self._drawn.get(key)
        if known is not None:
            self._canvas._code.append(known)  # noqa: SLF001
            return
        super()._draw_lines(text, mark)
        if len(self._drawn) >= TEXTS:
            self._drawn.clear()
        self._drawn[key] = self._canvas._code[-1]  # noqa: SLF001


def used_in(marks: Iterable[Mark]) -> Used:
    """The characters of texts."""
    used: dict[bool, set[str]] = {False: set(), True: set()}
    for mark in marks:
        if isinstance(mark, TextMark):
            for line in mark.lines:
                for run in line:
                    used[run.is_bold].update(run.text)
    return frozenset(used[False]), frozenset(used[True])


def characters_of(used: Iterable[Used], typeface: Typeface, *, is_struck: bool) -> Characters:
    """The characters of a plate, in the order in which they get their codes.

    Args:
        used: Of its texts; none is there for somebody's own alone.
        typeface: Of the texts.
        is_struck: Whether letters are struck from it, and bring characters of their own.
    """
    regular, bold = (frozenset[str]().union(*each) for each in zip(*used, strict=True))
    first = USUAL if is_struck else PLACEHOLDER
    return (
        _in_order(f"{first}{''.join(sorted(regular))}{SEED * is_struck}", typeface.regular_name),
        _in_order(f"{first}{''.join(sorted(bold))}", typeface.bold_name),
    )


def _in_order(wanted: str, name: str) -> str:
    """Those that the font has, each once."""
    known = pdfmetrics.getFont(name).face.charToGlyph
    return "".join(each for each in dict.fromkeys(wanted) if ord(each) in known)
