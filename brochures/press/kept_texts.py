"""Draws texts and lines that stand in many plates once.

What is drawn of a text follows from its place, its style and the codes of its characters. Plates
whose fonts have the same characters in the same order have the same codes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from reportlab.pdfbase import pdfmetrics

from brochures.lines import Line
from brochures.marks import Bullet, Frame, Mark, Outline, Page, Stroke, TextMark
from brochures.packing import Objects
from brochures.page_writer import PageWriter
from brochures.press.own_marks import PLACEHOLDER, Span
from brochures.press.shelf import Shelf
from brochures.styles import TextStyle
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

SEED = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x180)))) + "–’"
"""Letters of names and addresses that every plate has: those of Norwegian, Sámi and most others
that are written in Latin letters."""

ASCII = 0x7F - 0x20
"""So many of them, the first ones, in the bold weight too: codes are set in it."""

FONTS, TEXTS, BODIES = 8, 20_000, 512
"""So many are kept: kinds of fonts, texts of each of them, and long objects."""

LONG = 400
"""Bytes of an object that is worth being shared."""

Characters = tuple[str, str]
"""Of the regular weight and of the bold one, in the order in which they get their codes."""

Drawn = dict[tuple[float, float, TextStyle, tuple[Line, ...]], str]
DrawnLines = dict[Mark, tuple[str, ...]]


class Drawings:
    """What plates have alike.

    Attributes:
        lines: What was drawn of lines and dots.
    """

    def __init__(self) -> None:
        self._kept: Shelf[Drawn] = Shelf(FONTS)
        self.lines: DrawnLines = {}
        self._bodies: Shelf[bytes] = Shelf(BODIES)

    def shared(self, objects: Objects) -> Objects:
        """The same objects; those that are long and alike in several plates are in memory once."""
        bodies = {
            number: self._bodies.get(body, partial(_itself, body)) if len(body) > LONG else body
            for number, body in objects.bodies.items()
        }
        return replace(objects, bodies=bodies)

    def of(self, characters: Characters) -> Drawn:
        """The texts that are known in such fonts."""
        return self._kept.get(characters, dict)


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
        canvas: Whose fonts have got their characters by ``seed``.
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


def _itself(body: bytes) -> bytes:
    return body


def characters_of(pages: Sequence[Page], spans: Sequence[Span], typeface: Typeface) -> Characters:
    """The characters of pages, and those of ``SEED`` where letters are struck from them.

    None is there for somebody's own alone, and the order of the pages does not count.
    """
    seeded = SEED if spans else ""
    used: dict[bool, set[str]] = {False: set(PLACEHOLDER), True: set(PLACEHOLDER)}
    for number, page in enumerate(pages):
        own = [range(span.start, span.end) for span in spans if span.page == number]
        for mark in _others(page, own):
            for line in mark.lines:
                for run in line:
                    used[run.is_bold].update(run.text)
    return (
        _in_order(used[False], seeded, typeface.regular_name),
        _in_order(used[True], seeded[:ASCII], typeface.bold_name),
    )


def seed(canvas: Any, typeface: Typeface, characters: Characters) -> Mapping[str, Any]:
    """Give the characters their codes before anything is drawn.

    Returns:
        The fonts of the file, by their names; for the time until it is saved.
    """
    document, states = canvas._doc, dict[str, Any]()  # noqa: SLF001
    names = (typeface.regular_name, typeface.bold_name)
    for name, known in zip(names, characters, strict=True):
        font = pdfmetrics.getFont(name)
        font.splitString(known, document)
        font.getSubsetInternalName(0, document)
        states[name] = font.state[document]
    return states


def _others(page: Page, own: Sequence[range]) -> Iterator[TextMark]:
    for index, mark in enumerate(page.marks):
        if isinstance(mark, TextMark) and not any(index in each for each in own):
            yield mark


def _in_order(used: Iterable[str], seeded: str, name: str) -> str:
    """Those of the pages first: they have room in the first subset."""
    known = pdfmetrics.getFont(name).face.charToGlyph
    ordered = dict.fromkeys((*sorted(used), *seeded))
    return "".join(each for each in ordered if ord(each) in known)
