"""Draws pages as a PDF file: same pages, same moment, same bytes."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from brochures.file_facts import FileFacts, describe
from brochures.marked_content import MarkedContent
from brochures.marks import Bullet, Frame, Ink, Mark, Modules, Outline, Page, Stroke, TextMark
from brochures.streams import mend_streams
from brochures.structure import Element
from brochures.styles import PAGE_HEIGHT_PT, PAGE_WIDTH_PT
from brochures.tag_objects import write_tags
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter, up
from brochures.tongues import LANGUAGE_TAGS
from brochures.typeface import Typeface

ACCENT_RGB = (14 / 255, 74 / 255, 92 / 255)
ROUND = 1
_BLACK = re.compile("1+")
PDF_VERSION = (1, 7)

# ReportLab has no switch per file: without it streams grow by a quarter for seven-bit lines.
rl_config.useA85 = 0
mend_streams()


def pdf_bytes(pages: Sequence[Page], facts: FileFacts, typeface: Typeface) -> bytes:
    """The finished file; the same arguments give the same bytes in every process."""
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(PAGE_WIDTH_PT, PAGE_HEIGHT_PT),
        pageCompression=1,
        invariant=1,
        initialFontName=typeface.regular_name,
        lang=LANGUAGE_TAGS[facts.language],
        pdfVersion=PDF_VERSION,
    )
    describe(canvas, facts)
    tree = TagTree(len(pages))
    texts = TextWriter(canvas, tree, typeface)
    for number, page in enumerate(pages):
        tree.begin_page()
        _PageWriter(canvas, tree, texts).write(page)
        canvas.showPage()
        _join_to_tree(canvas, number)
    write_tags(canvas, tree, texts.areas)
    canvas.save()
    return buffer.getvalue()


def _join_to_tree(canvas: Any, number: int) -> None:
    """Say under which key the tree knows the page, and that Tab follows the tree."""
    page = canvas._doc.Pages.pages[-1]  # noqa: SLF001
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = "/S"


class _PageWriter:
    """Draws one page, begun in the tree."""

    def __init__(self, canvas: Any, tree: TagTree, texts: TextWriter) -> None:
        self._canvas = canvas
        self._tree = tree
        self._texts = texts
        self._content = MarkedContent(canvas, tree)

    def write(self, page: Page) -> None:
        """Everything on the page, in the order in which it is read."""
        self._canvas.setLineJoin(ROUND)
        self._canvas.setFillGray(0)
        for mark in page.marks:
            self._draw(mark)
        self._content.close()

    def _draw(self, mark: Mark) -> None:
        canvas = self._canvas
        match mark:
            case TextMark():
                self._texts.draw(mark, self._content)
            case Stroke():
                self._begin(None, mark.line_pt, mark.ink)
                canvas.line(mark.x0_pt, up(mark.y0_pt), mark.x1_pt, up(mark.y1_pt))
            case Frame():
                self._begin(None, mark.line_pt)
                bottom = up(mark.y_pt + mark.height_pt)
                canvas.rect(mark.x_pt, bottom, mark.width_pt, mark.height_pt)
            case Outline():
                self._begin(mark.element, mark.line_pt, mark.ink, mark.points_pt)
                self._outline(mark)
            case Bullet():
                x_pt, y_pt, radius = mark.x_pt, mark.y_pt, mark.radius_pt
                ends = ((x_pt - radius, y_pt - radius), (x_pt + radius, y_pt + radius))
                self._begin(mark.element, 0, points_pt=ends)
                canvas.circle(x_pt, up(y_pt), radius, stroke=0, fill=1)
            case Modules():
                corner = (mark.x_pt + mark.side_pt, mark.y_pt + mark.side_pt)
                self._begin(mark.element, 0, points_pt=((mark.x_pt, mark.y_pt), corner))
                self._squares(mark)

    def _squares(self, mark: Modules) -> None:
        """Neighbours in a row as one rectangle, so that no line of white comes between them."""
        side = mark.module_pt
        for number, row in enumerate(mark.rows, start=1):
            bottom = up(mark.y_pt + number * side)
            for black in _BLACK.finditer(row):
                width = (black.end() - black.start()) * side
                x_pt = mark.x_pt + black.start() * side
                self._canvas.rect(x_pt, bottom, width, side, stroke=0, fill=1)

    def _begin(
        self,
        element: Element | None,
        line_pt: float,
        ink: Ink = Ink.BLACK,
        points_pt: Iterable[tuple[float, float]] = (),
    ) -> None:
        """What is drawn now with this pen is an artifact, or a part of a figure."""
        tag = None if element is None else self._tree.tag(element)
        if tag is not None:
            tag.reach((x_pt, up(y_pt)) for x_pt, y_pt in points_pt)
        self._content.switch(tag)
        if not line_pt:
            return
        self._canvas.setLineWidth(line_pt)
        match ink:
            case Ink.BLACK:
                self._canvas.setStrokeGray(0)
            case Ink.ACCENT:
                self._canvas.setStrokeColorRGB(*ACCENT_RGB)

    def _outline(self, mark: Outline) -> None:
        path = self._canvas.beginPath()
        (x_pt, y_pt), *rest = mark.points_pt
        path.moveTo(x_pt, up(y_pt))
        for x_pt, y_pt in rest:
            path.lineTo(x_pt, up(y_pt))
        self._canvas.drawPath(path)
