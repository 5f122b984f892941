"""Makes plates: draws pages once, in full, and notes where the gaps are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import groupby
from typing import Any

from brochures.file_facts import FileFacts
from brochures.marks import Mark, Modules, Page, TextMark
from brochures.packing import Objects, objects_of
from brochures.page_writer import PageWriter
from brochures.pdf import join_to_tree, new_canvas
from brochures.press.deflate import Ready, ready
from brochures.press.gap_canvas import new_type
from brochures.press.kept_texts import (
    Drawings,
    DrawnLines,
    KeptTexts,
    KeptWriter,
    characters_of,
    seed,
)
from brochures.press.own_marks import Span, nobodys, told
from brochures.press.plate import PLACEHOLDER_MOMENT, Gap, OwnFigure, OwnPage, Plate
from brochures.tag_objects import pdf_text, write_tags
from brochures.tag_tree import Tag, TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

_CONTENTS = re.compile(rb"/Contents (\d+) 0 R")


def engraved(
    pages: Sequence[Page],
    spans: Sequence[Span],
    facts: FileFacts,
    typeface: Typeface,
    kept: Drawings | None = None,
) -> Plate:
    """The plate of these pages, without a word of what is somebody's own.

    Args:
        pages: As they were laid out for somebody.
        spans: What is that person's own; may be empty.
        facts: What the file says about itself; its moment does not count.
        typeface: Of all texts.
        kept: Of other plates; the plate is the same without.

    Raises:
        ValueError: The text of a figure of somebody's own stands in the file more than once.
    """
    facts = replace(facts, issued_at=PLACEHOLDER_MOMENT)
    buffer = BytesIO()
    canvas: Any = new_canvas(buffer, facts, typeface)
    tree = TagTree(len(pages))
    characters = characters_of(pages, spans, typeface)
    states = seed(canvas, typeface, characters)
    kept = kept or Drawings()
    texts = KeptTexts(canvas, tree, typeface, kept.of(characters))
    engraver = _Engraver(canvas, tree, texts, kept.lines)
    for number, page in enumerate(pages):
        tree.begin_page()
        engraver.draw(number, page, _on_page(spans, number))
        canvas.showPage()
        join_to_tree(canvas, number)
    write_tags(canvas, tree, texts.areas)
    types = {
        name: new_type(f"/{state.internalName}", dict(state.assignments))
        for name, state in states.items()
    }
    numbers = canvas._doc.idToObjectNumberAndVersion  # noqa: SLF001
    canvas.save()
    objects = kept.shared(objects_of(buffer.getvalue()))
    at = tuple(numbers[f"Page{number}"][0] for number in range(1, len(pages) + 1))
    contents = tuple(_content_of(objects.bodies[number]) for number in at)
    return Plate(
        facts,
        objects,
        at,
        contents,
        tuple(engraver.gaps[index] for index in range(len(spans))),
        tuple(_own_pages(pages, spans, contents, engraver.codes)),
        tuple(_own_figures(pages, spans, objects)),
        types,
        tuple(_digests(pages, {span.page for span in spans})),
    )


class _Engraver:
    """Draws the pages of one file.

    Attributes:
        gaps: By the indexes of their spans.
        codes: By the indexes of pages with gaps: operators and the indexes of spans.
    """

    def __init__(self, canvas: Any, tree: TagTree, texts: TextWriter, lines: DrawnLines) -> None:
        self._canvas = canvas
        self._tree = tree
        self._texts = texts
        self._lines = lines
        self._kept = dict[Tag, Tag]()
        self.gaps: dict[int, Gap] = {}
        self.codes: dict[int, list[str | int]] = {}

    def draw(self, number: int, page: Page, own: Sequence[tuple[int, Span]]) -> None:
        """Draw a page, begun in the tree, and note its gaps.

        Args:
            number: Its index.
            page: What stands on it.
            own: Its spans from the top, with their indexes.
        """
        writer = KeptWriter(self._canvas, self._tree, self._texts, self._lines)
        code: list[str] = self._canvas._code  # noqa: SLF001
        parts: list[str | int] = [self._canvas._preamble]  # noqa: SLF001
        writer.begin()
        at, written = 0, 0
        for index, span in own:
            for mark in page.marks[at : span.start]:
                writer.draw(mark)
            parts += [*code[written:], index]
            self.gaps[index] = self._gap(span, page.marks[span.start : span.end], writer)
            at, written = span.end, len(code)
        for mark in page.marks[at:]:
            writer.draw(mark)
        writer.end()
        if own:
            self.codes[number] = [*parts, *code[written:]]

    def _gap(self, span: Span, marks: Sequence[Mark], writer: PageWriter) -> Gap:
        """Draw something in the place of own marks; only what belongs to them in the tree stays."""
        owners = self._tree.pages[-1]
        before, first = writer.content.state, len(owners)
        tags = dict[Tag, None]()
        for mark in marks:
            writer.draw(nobodys(mark))
            if isinstance(mark, TextMark | Modules) and mark.element is not None:
                tags[self._tree.tag(mark.element)] = None
        numbers, after = (first, len(owners)), writer.content.state
        return Gap(
            span.down_pt,
            span.shape,
            self._state(before),
            self._state(after),
            numbers,
            tuple(map(self._alone, tags)),
        )

    def _state(self, state: tuple[bool, Tag | None]) -> tuple[bool, Tag | None]:
        is_open, owner = state
        return is_open, None if owner is None else self._alone(owner)

    def _alone(self, tag: Tag) -> Tag:
        """A node that stands for another one and does not keep the whole tree in memory."""
        return self._kept.setdefault(tag, Tag(tag.name, None))


def _on_page(spans: Sequence[Span], number: int) -> list[tuple[int, Span]]:
    """The spans of a page from the top, with their indexes."""
    own = [(index, span) for index, span in enumerate(spans) if span.page == number]
    return sorted(own, key=lambda each: each[1].start)


def _content_of(page: bytes) -> int:
    found = _CONTENTS.search(page)
    if found is None:
        message = "a page without content"
        raise ValueError(message)
    return int(found[1])


def _own_pages(
    pages: Sequence[Page],
    spans: Sequence[Span],
    contents: Sequence[int],
    codes: Mapping[int, Sequence[str | int]],
) -> Iterator[OwnPage]:
    for number, code in codes.items():
        marks, at = pages[number].marks, 0
        says: list[bytes | int] = []
        for index, span in _on_page(spans, number):
            says += [told(number, marks[at : span.start]), index]
            at = span.end
        says.append(told(number, marks[at:]))
        yield OwnPage(number, contents[number], tuple(_ready(code)), tuple(says))


def _ready(code: Sequence[str | int]) -> Iterator[Ready | int]:
    """Neighbouring operators as one piece; each piece and each gap is a line of its own."""
    for is_gap, group in groupby(code, lambda each: isinstance(each, int)):
        if is_gap:
            yield from (each for each in group if isinstance(each, int))
        else:
            yield ready("".join(f"{each}\n" for each in group).encode("latin1"))


def _own_figures(
    pages: Sequence[Page], spans: Sequence[Span], objects: Objects
) -> Iterator[OwnFigure]:
    for span in spans:
        for mark in pages[span.page].marks[span.start : span.end]:
            if isinstance(mark, Modules) and mark.element is not None:
                yield _own_figure(pdf_text(mark.element.alt), objects)


def _own_figure(alt: bytes, objects: Objects) -> OwnFigure:
    found = [
        (number, body)
        for number, body in objects.bodies.items()
        if b"/S/Figure" in body and b"/Alt" + alt in body
    ]
    if len(found) != 1:
        message = "a figure that cannot be found again"
        raise ValueError(message)
    number, body = found[0]
    before, _, after = body.partition(b"/Alt" + alt)
    return OwnFigure(number, before, after)


def _digests(pages: Sequence[Page], own: set[int]) -> Iterator[bytes]:
    for number, page in enumerate(pages):
        yield b"" if number in own else sha256(told(number, page.marks)).digest()
