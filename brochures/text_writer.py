"""Draws texts inside their marked content, and makes their addresses work on screen."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reportlab.pdfbase import pdfdoc

from brochures.addresses import MAIL, reachable
from brochures.lines import Line, Run, text_of
from brochures.marked_content import MarkedContent
from brochures.marks import TextMark
from brochures.structure import Kind
from brochures.tag_tree import RANK_OF_PARTS, Tag, TagTree
from brochures.typeface import Typeface

PRINTED = 4
"""The flag that PDF/A asks of every annotation: it is there on paper too."""


@dataclass(frozen=True, slots=True)
class _Link:
    """The link that the last run belonged to; at the end of its address a space ends it."""

    tag: Tag
    owner: Tag
    uri: str
    text: str
    is_cut: bool


_NO_LINK = _Link(Tag("", None), Tag("", None), "", "", is_cut=False)


class TextWriter:
    """Draws the texts of one file, page after page.

    Attributes:
        areas: ReportLab's references to the annotations, in the order of the tree's areas.
    """

    def __init__(self, canvas: Any, tree: TagTree, typeface: Typeface) -> None:
        self._canvas = canvas
        self._tree = tree
        self._typeface = typeface
        self._headings = 0
        self._last = _NO_LINK
        self._height_pt: float = canvas._pagesize[1]  # noqa: SLF001
        self.areas: list[Any] = []

    def up(self, y_pt: float) -> float:
        """PDF counts from the bottom of the page."""
        return self._height_pt - y_pt

    def draw(self, mark: TextMark, content: MarkedContent) -> None:
        """Draw a text on the page that ``content`` is of."""
        text = self._canvas.beginText()
        if mark.element is None:
            content.switch(None)
            self._draw_lines(text, mark)
            return
        owner = self._tree.tag(mark.element)
        if mark.element.kind is Kind.HEADING and mark.element.rank <= RANK_OF_PARTS:
            self._list_as_content(mark, owner)
        if any(run.uri for line in mark.lines for run in line):
            # Sequences must not cross the edge of a text object: they begin and end inside it.
            content.close()
            self._draw_links(text, mark, owner, content)
        else:
            content.switch(owner)
            self._draw_lines(text, mark)

    def _draw_lines(self, text: Any, mark: TextMark) -> None:
        for index, line in enumerate(mark.lines):
            text.setTextOrigin(mark.x_pt, self.up(_baseline_pt(mark, index)))
            for run in _with_end(line):
                self._out(text, run, mark)
        self._canvas.drawText(text)

    def _draw_links(self, text: Any, mark: TextMark, owner: Tag, content: MarkedContent) -> None:
        at: Tag | None = None
        for index, line in enumerate(mark.lines):
            baseline = _baseline_pt(mark, index)
            text.setTextOrigin(mark.x_pt, self.up(baseline))
            x_pt = mark.x_pt
            for run in _with_end(line):
                tag = self._tag(run, owner)
                if tag is not at:
                    content.change_inside(text, tag)
                    at = tag
                self._out(text, run, mark)
                end_pt = x_pt + self._width_pt(run, mark)
                if run.uri:
                    self._add_area(run, tag, mark, (x_pt, end_pt, baseline))
                x_pt = end_pt
        content.close_inside(text)
        self._canvas.drawText(text)

    def _out(self, text: Any, run: Run, mark: TextMark) -> None:
        text.setFont(self._typeface.name(is_bold=run.is_bold), mark.style.size_pt)
        text.textOut(run.text)

    def _width_pt(self, run: Run, mark: TextMark) -> float:
        return self._typeface.width_pt(run.text, mark.style.size_pt, is_bold=run.is_bold)

    def _tag(self, run: Run, owner: Tag) -> Tag:
        """The owner of a run: a link is a part of its text, one even where it is broken."""
        if not run.uri:
            self._last = _NO_LINK
            return owner
        last = self._last
        if (last.uri, last.owner) == (run.uri, owner):
            self._last = replace(last, text=last.text + run.text, is_cut=last.is_cut or run.is_cut)
        else:
            self._last = _Link(owner.grow("Link"), owner, run.uri, run.text, run.is_cut)
        if self._last.is_cut:
            self._last.tag.actual = self._last.text
        return self._last.tag

    def _add_area(
        self, run: Run, tag: Tag, mark: TextMark, ends_pt: tuple[float, float, float]
    ) -> None:
        """Make an address work on screen; on paper it looks like the text around it."""
        left, right, baseline = ends_pt
        size = mark.style.size_pt
        bottom = self.up(baseline + 0.3 * size)
        self._canvas.linkURL(
            reachable(run.uri),
            (left, bottom, right, bottom + 1.1 * size),
            relative=0,
            thickness=0,
            F=PRINTED,
            StructParent=self._tree.area(tag),
            Contents=pdfdoc.PDFString(run.uri.removeprefix(MAIL)),
        )
        self.areas.append(self._canvas._annotationrefs[-1])  # noqa: SLF001

    def _list_as_content(self, mark: TextMark, tag: Tag) -> None:
        """Name the headings of pages and parts in the file's table of contents."""
        self._headings += 1
        key = f"heading-{self._headings}"
        top = self.up(mark.baseline_pt - mark.style.leading_pt)
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        title = " ".join(text_of(line) for line in mark.lines)
        self._canvas.addOutlineEntry(title, key, level=int(tag.name[1:]) - 1)


def _baseline_pt(mark: TextMark, line: int) -> float:
    return mark.baseline_pt + line * mark.style.leading_pt


def _with_end(line: Line) -> Iterator[Run]:
    """The runs, and the space that the end of a line stands for, so that no words stick together.

    It is not part of an address, and a line that ends inside a word has none.
    """
    if not line or line[-1].is_cut:
        yield from line
        return
    *rest, last = line
    yield from rest
    if last.uri:
        yield last
        yield Run(" ", last.is_bold)
    else:
        yield Run(last.text + " ", last.is_bold)
