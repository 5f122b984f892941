"""What every page carries besides its text: top rule and foot line, both furniture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from brochures.lines import LineBreaker, Place
from brochures.marks import Ink, Mark, Page, Role, Stroke, TextMark
from brochures.styles import (
    FOOT_BASELINE_PT,
    LEFT_PT,
    RIGHT_PT,
    SMALL,
    SMALL_BOLD,
    TOP_RULE_PT,
    TextStyle,
)

TOP_RULE = Stroke(LEFT_PT, TOP_RULE_PT, RIGHT_PT, TOP_RULE_PT, 1.6, Ink.ACCENT)


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
        is_example: Whether EXAMPLE stands in the middle.
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
            replace(page, marks=(*page.marks, *self._foot(foot, number, len(pages))))
            if number > first
            else page
            for number, page in enumerate(pages, start=1)
        )

    def _foot(self, foot: Foot, number: int, count: int) -> tuple[Mark, ...]:
        words = self._words
        page = words.gettext("Page {page} of {pages}").format(page=number, pages=count)
        texts = [self._text(foot.code, SMALL, 0), self._text(page, SMALL, 1)]
        if foot.is_example:
            texts.insert(1, self._text(words.gettext("EXAMPLE"), SMALL_BOLD, 0.5))
        return tuple(texts)

    def _text(self, text: str, style: TextStyle, share: float) -> TextMark:
        """A text at the left (0), in the middle (0.5) or at the right (1) of the line."""
        line = self._breaker.one_line(text, style, RIGHT_PT - LEFT_PT, Place(text, ""))
        x_pt = LEFT_PT + share * (RIGHT_PT - LEFT_PT - self._breaker.width_pt(line, style))
        return TextMark(Role.FURNITURE, x_pt, FOOT_BASELINE_PT, style, (line,))
