"""Draws what stands on a page, each mark inside the content that belongs to its element."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from reportlab.lib.rl_accel import fp_str

from brochures.marked_content import MarkedContent
from brochures.marks import Bullet, Frame, Ink, Mark, Modules, Outline, Page, Stroke, TextMark
from brochures.structure import Element
from brochures.tag_tree import TagTree
from brochures.text_writer import TextWriter

ACCENT_RGB = (14 / 255, 74 / 255, 92 / 255)
ROUND = 1
_BLACK = re.compile("1+")
_TOGETHER = 5
"""Squares that are drawn from memory: there are few ways in which so many can be black."""


class PageWriter:
    """Draws one page, begun in the tree."""

    def __init__(self, canvas: Any, tree: TagTree, texts: TextWriter) -> None:
        self._canvas = canvas
        self._tree = tree
        self._texts = texts
        self._up = texts.up
        self._content = MarkedContent(canvas, tree)

    @property
    def content(self) -> MarkedContent:
        """The sequences of the page."""
        return self._content

    def write(self, page: Page) -> None:
        """Everything on the page, in the order in which it is read."""
        self.begin()
        for mark in page.marks:
            self.draw(mark)
        self.end()

    def begin(self) -> None:
        """What every page begins with."""
        self._canvas.setLineJoin(ROUND)
        self._canvas.setFillGray(0)

    def end(self) -> None:
        """After the last mark."""
        self._content.close()

    def draw(self, mark: Mark) -> None:
        """The next mark of the page."""
        canvas = self._canvas
        match mark:
            case TextMark():
                self._texts.draw(mark, self._content)
            case Stroke():
                self._begin(None, mark.line_pt, mark.ink)
                canvas.line(mark.x0_pt, self._up(mark.y0_pt), mark.x1_pt, self._up(mark.y1_pt))
            case Frame():
                self._begin(None, mark.line_pt)
                bottom = self._up(mark.y_pt + mark.height_pt)
                canvas.rect(mark.x_pt, bottom, mark.width_pt, mark.height_pt)
            case Outline():
                self._begin(mark.element, mark.line_pt, mark.ink, mark.points_pt)
                self._outline(mark)
            case Bullet():
                x_pt, y_pt, radius = mark.x_pt, mark.y_pt, mark.radius_pt
                ends = ((x_pt - radius, y_pt - radius), (x_pt + radius, y_pt + radius))
                self._begin(mark.element, 0, points_pt=ends)
                canvas.circle(x_pt, self._up(y_pt), radius, stroke=0, fill=1)
            case Modules():
                corner = (mark.x_pt + mark.side_pt, mark.y_pt + mark.side_pt)
                self._begin(mark.element, 0, points_pt=((mark.x_pt, mark.y_pt), corner))
                self._squares(mark)

    def _squares(self, mark: Modules) -> None:
        """All squares as one shape, so that no line of white comes between them."""
        side, top = fp_str(mark.module_pt), fp_str(mark.x_pt, self._up(mark.y_pt))
        rows = (
            _squares(number, at, row[at : at + _TOGETHER])
            for number, row in enumerate(mark.rows)
            for at in range(0, len(row), _TOGETHER)
        )
        self._canvas._code.append(f"q {side} 0 0 -{side} {top} cm\n{''.join(rows)} f Q")  # noqa: SLF001

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
            tag.reach((x_pt, self._up(y_pt)) for x_pt, y_pt in points_pt)
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
        path.moveTo(x_pt, self._up(y_pt))
        for x_pt, y_pt in rest:
            path.lineTo(x_pt, self._up(y_pt))
        self._canvas.drawPath(path)


@lru_cache(maxsize=1 << 14)
def _squares(row: int, at: int, squares: str) -> str:
    """Rectangles for some squares of a row, a side of a square as the unit."""
    return "".join(
        f"{at + black.start()} {row} {black.end() - black.start()} 1 re "
        for black in _BLACK.finditer(squares)
    )
