"""What stands on a page, before anything is drawn; lengths in points, y downwards from the top.

Texts and lines are moved by the hundred thousand in a mail-out: they are made anew field by field,
which takes a fraction of the time of ``replace``.
"""

from dataclasses import dataclass, replace
from enum import Enum

from brochures.lines import Line
from brochures.structure import Element
from brochures.styles import MM, TextStyle


class Ink(Enum):
    """The two colours; only the top rule and the houses of the cover have the accent."""

    BLACK = "black"
    ACCENT = "accent"


@dataclass(frozen=True, slots=True)
class TextMark:
    """Lines of one text, left aligned: the only way in which text gets onto a page.

    Attributes:
        element: What it is to somebody who hears it; None for what is repeated on the pages.
        baseline_pt: Baseline of the first line.
        lines: At least one.
    """

    element: Element | None
    x_pt: float
    baseline_pt: float
    style: TextStyle
    lines: tuple[Line, ...]

    def down(self, by_pt: float) -> "TextMark":
        """The same, lower on the page."""
        return TextMark(self.element, self.x_pt, self.baseline_pt + by_pt, self.style, self.lines)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float
    line_pt: float
    ink: Ink = Ink.BLACK

    def down(self, by_pt: float) -> "Stroke":
        """The same, lower on the page."""
        return Stroke(
            self.x0_pt,
            self.y0_pt + by_pt,
            self.x1_pt,
            self.y1_pt + by_pt,
            self.line_pt,
            self.ink,
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """An empty rectangle; nothing is ever filled, so that copies stay readable."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    line_pt: float

    def down(self, by_pt: float) -> "Frame":
        """The same, lower on the page."""
        return replace(self, y_pt=self.y_pt + by_pt)


@dataclass(frozen=True, slots=True)
class Outline:
    """An open line through points, such as a tick or a house.

    Attributes:
        element: The figure that it is a part of; None for what means nothing of its own.
    """

    points_pt: tuple[tuple[float, float], ...]
    line_pt: float
    ink: Ink = Ink.BLACK
    element: Element | None = None

    def down(self, by_pt: float) -> "Outline":
        """The same, lower on the page."""
        return replace(self, points_pt=tuple((x, y + by_pt) for x, y in self.points_pt))


@dataclass(frozen=True, slots=True)
class Bullet:
    """The dot of a list item, drawn so that no font is asked for it.

    Attributes:
        element: The figure that it is a part of; None for what means nothing of its own.
    """

    x_pt: float
    y_pt: float
    radius_pt: float
    element: Element | None = None

    def down(self, by_pt: float) -> "Bullet":
        """The same, lower on the page."""
        return replace(self, y_pt=self.y_pt + by_pt)


@dataclass(frozen=True, slots=True)
class Modules:
    """The black squares of a code for machines, as one figure.

    Attributes:
        x_pt, y_pt: Upper left corner of the first square; the white around it is not counted.
        rows: From the top; each a square a character, ``1`` for black.
        element: None for a code that was read before, on another page.
    """

    x_pt: float
    y_pt: float
    module_pt: float
    rows: tuple[str, ...]
    element: Element | None

    def down(self, by_pt: float) -> "Modules":
        """The same, lower on the page."""
        return replace(self, y_pt=self.y_pt + by_pt)

    @property
    def side_pt(self) -> float:
        """Width and height."""
        return len(self.rows) * self.module_pt


Mark = TextMark | Stroke | Frame | Outline | Bullet | Modules

TICK_ADVANCE_PT = 5.1 * MM
"""From the left edge of a tick to the word that always stands beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        marks: In reading order.
    """

    marks: tuple[Mark, ...]


def unread(mark: Mark) -> Mark:
    """The same, seen only: what was read once is not read again on the next page."""
    if isinstance(mark, TextMark | Outline | Bullet | Modules):
        return replace(mark, element=None)
    return mark


def tick(x_pt: float, baseline_pt: float) -> Outline:
    """A tick standing on a baseline; no meaning of its own, the word stands beside it."""
    steps_mm = ((0.0, -1.6), (1.3, 0.1), (3.9, -3.1))
    points = tuple((x_pt + x * MM, baseline_pt + y * MM) for x, y in steps_mm)
    return Outline(points, 1.6)
