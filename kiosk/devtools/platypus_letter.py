"""The same letter by Platypus, made once per person: what our own press is measured against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import segno
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from brochures.file_facts import FileFacts
from brochures.lines import Line, LineBreaker
from brochures.marks import Mark, Modules, Page, TextMark
from brochures.page_writer import PageWriter
from brochures.pdf import join_to_tree, new_canvas
from brochures.structure import Element
from brochures.tag_objects import write_tags
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter
from brochures.typeface import Typeface

_WIDER_PT = 0.5
"""So that a paragraph has the lines that its text has in our files."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph, and where its upper left corner stands.

    Attributes:
        text: In the mark-up of Platypus.
    """

    element: Element | None
    text: str
    style: ParagraphStyle
    x_pt: float
    y_pt: float
    width_pt: float


Story = tuple[tuple[Placed | Mark, ...], ...]
"""Per page what stands on it, in reading order."""


class PlatypusLetter:
    """Makes letters of stories."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface
        self._breaker = LineBreaker(typeface)

    def story(self, pages: Sequence[Page]) -> Story:
        """What stands on pages, in the words of Platypus; no part of what is measured."""
        return tuple(tuple(map(self._placed, page.marks)) for page in pages)

    def pdf(self, story: Story, scanned: str, facts: FileFacts) -> bytes:
        """The tagged file, as one makes it for one person."""
        buffer = BytesIO()
        canvas: Any = new_canvas(buffer, facts, self._typeface)
        tree = TagTree(len(story))
        texts = TextWriter(canvas, tree, self._typeface)
        for number, page in enumerate(story):
            tree.begin_page()
            writer = PageWriter(canvas, tree, texts)
            writer.begin()
            for each in page:
                match each:
                    case Placed():
                        self._draw(each, canvas, tree, writer, texts)
                    case Modules():
                        writer.draw(replace(each, rows=_rows(scanned)))
                    case _:
                        writer.draw(each)
            writer.end()
            canvas.showPage()
            join_to_tree(canvas, number)
        write_tags(canvas, tree, texts.areas)
        canvas.save()
        return buffer.getvalue()

    def _draw(
        self, placed: Placed, canvas: Any, tree: TagTree, writer: PageWriter, texts: TextWriter
    ) -> None:
        writer.content.switch(None if placed.element is None else tree.tag(placed.element))
        paragraph = Paragraph(placed.text, placed.style)
        _width, height = paragraph.wrap(placed.width_pt, placed.y_pt)
        paragraph.drawOn(canvas, placed.x_pt, texts.up(placed.y_pt) - height)

    def _placed(self, mark: Mark) -> Placed | Mark:
        if not isinstance(mark, TextMark):
            return mark
        style = ParagraphStyle(
            "",
            fontName=self._typeface.name(is_bold=mark.style.is_bold),
            fontSize=mark.style.size_pt,
            leading=mark.style.leading_pt,
        )
        text = " ".join("".join(self._marked_up(line, mark)) for line in mark.lines)
        width = max(self._breaker.width_pt(line, mark.style) for line in mark.lines)
        top = mark.baseline_pt - mark.style.size_pt
        return Placed(mark.element, text, style, mark.x_pt, top, width + _WIDER_PT)

    def _marked_up(self, line: Line, mark: TextMark) -> Iterator[str]:
        for run in line:
            text = escape(run.text)
            name = self._typeface.name(is_bold=run.is_bold)
            is_usual = run.is_bold == mark.style.is_bold
            yield text if is_usual else f'<font name="{name}">{text}</font>'


def _rows(text: str) -> tuple[str, ...]:
    code = segno.make_qr(text, version=2, error="q", mode="alphanumeric", mask=2, boost_error=False)
    return tuple("".join("01"[bool(each)] for each in row) for row in code.matrix)
