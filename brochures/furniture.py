"""What every page carries besides its text: top rule and foot line, both furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from brochures.lines import ROUNDING_PT, LineBreaker, Place
from brochures.marks import Ink, Mark, Page, Stroke, TextMark
from brochures.styles import (
    FOOT_BASELINE_PT,
    LEFT_PT,
    MM,
    RIGHT_PT,
    SMALL,
    SMALL_BOLD,
    TOP_RULE_PT,
    TextStyle,
)

TOP_RULE = Stroke(LEFT_PT, TOP_RULE_PT, RIGHT_PT, TOP_RULE_PT, 1.6, Ink.ACCENT)
FOOT_GAP_PT = 5 * MM


class PaperWords(Protocol):
    """The few words that stand on paper only, from the catalogue ``brochures``."""

    def gettext(self, message: str, /) -> str:
        """The sentence, placeholders still in braces."""
        ...

    def pgettext(self, context: str, message: str, /) -> str:
        """A one-word label in its context."""
        ...


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot line.

    Attributes:
        code: Document and edition, left.
        is_example: Whether EXAMPLE stands in the middle, or right of a long code.
    """

    code: str
    is_example: bool


class FootSetter:
    """Sets foot lines in one document."""

    def __init__(self, breaker: LineBreaker, words: PaperWords) -> None:
        self._breaker = breaker
        self._words = words

    def with_foot(self, pages: Sequence[Page], foot: Foot, first: int = 0) -> tuple[Page, ...]:
        """The pages, each from the one at index ``first`` on with its foot line."""
        return tuple(
            replace(page, marks=(*page.marks, *self.line(foot, number, len(pages))))
            if number > first
            else page
            for number, page in enumerate(pages, start=1)
        )

    def line(self, foot: Foot, number: int, count: int) -> Iterator[Mark]:
        """The foot line of one page, counted from 1."""
        words = self._words
        page = words.gettext("Page {page} of {pages}").format(page=number, pages=count)
        page_x = RIGHT_PT - self._width_pt(page, SMALL)
        free_x = LEFT_PT + self._width_pt(foot.code, SMALL) + FOOT_GAP_PT
        yield self._text(foot.code, SMALL, LEFT_PT, page_x)
        if foot.is_example:
            example = words.gettext("EXAMPLE")
            middle = (LEFT_PT + RIGHT_PT - self._width_pt(example, SMALL_BOLD)) / 2
            yield self._text(example, SMALL_BOLD, max(middle, free_x), page_x)
        yield self._text(page, SMALL, page_x, RIGHT_PT)

    def _width_pt(self, text: str, style: TextStyle) -> float:
        return self._breaker.text_width_pt(text, style)

    def _text(self, text: str, style: TextStyle, x_pt: float, end_pt: float) -> TextMark:
        room = end_pt - x_pt + ROUNDING_PT
        line = self._breaker.one_line(text, style, room, Place(text, text))
        return TextMark(None, x_pt, FOOT_BASELINE_PT, style, (line,))
