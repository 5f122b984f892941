"""Cells and rows of the tables; a tick always has its word beside it."""

from collections.abc import Iterator

from brochures.editions import STANDARD
from brochures.lines import Line, LineBreaker, Place
from brochures.look import CellLook
from brochures.marks import TICK_ADVANCE_PT, Mark, TextMark, tick
from brochures.structure import Element
from brochures.styles import TextStyle


class CellSetter:
    """Sets the cells of one document's tables.

    Attributes:
        look: In what they are set.
    """

    def __init__(self, breaker: LineBreaker, look: CellLook = STANDARD.cells) -> None:
        self._breaker = breaker
        self.look = look

    def lines(
        self, text: str, width_pt: float, place: Place, *, has_tick: bool = False
    ) -> tuple[Line, ...]:
        """A value as it breaks in its column."""
        room = width_pt - (TICK_ADVANCE_PT if has_tick else 0)
        return self._breaker.break_text(text, self.look.text, room, place)

    def label_lines(self, text: str, width_pt: float, place: Place) -> tuple[Line, ...]:
        """A label as it breaks in its column."""
        return self._breaker.break_text(text, self.look.strong, width_pt, place)

    def width_pt(self, text: str, style: TextStyle) -> float:
        """Width of a text on one line."""
        return self._breaker.text_width_pt(text, style)

    def value_marks(
        self,
        element: Element,
        x_pt: float,
        baseline_pt: float,
        lines: tuple[Line, ...],
        *,
        has_tick: bool = False,
    ) -> Iterator[Mark]:
        """A value, with its tick before the word."""
        if has_tick:
            yield tick(x_pt, baseline_pt)
            x_pt += TICK_ADVANCE_PT
        yield TextMark(element, x_pt, baseline_pt, self.look.text, lines)

    def label_mark(
        self, element: Element, x_pt: float, baseline_pt: float, lines: tuple[Line, ...]
    ) -> TextMark:
        """A label or a table head."""
        return TextMark(element, x_pt, baseline_pt, self.look.strong, lines)

    def centred_baseline_pt(self, top_pt: float, height_pt: float, line_count: int) -> float:
        """First baseline of lines that stand in the middle of a row."""
        text = self.look.text
        return top_pt + (height_pt - line_count * text.leading_pt) / 2 + text.baseline_pt

    def block_height_pt(self, line_count: int) -> float:
        """Height of lines."""
        return line_count * self.look.text.leading_pt
