"""What every page carries besides its text: top rule and foot line, both furniture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from brochures.editions import STANDARD
from brochures.lines import ROUNDING_PT, LineBreaker, Place
from brochures.look import EditionLook, Paper
from brochures.marks import Ink, Mark, Page, Stroke, TextMark
from brochures.styles import MM, TextStyle

FOOT_GAP_PT = 5 * MM


def top_rule(paper: Paper) -> Stroke:
    """The rule above the text of a page."""
    y_pt = paper.top_rule_pt
    return Stroke(paper.left_pt, y_pt, paper.right_pt, y_pt, 1.6, Ink.ACCENT)


TOP_RULE = top_rule(STANDARD.paper)


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

    def __init__(
        self, breaker: LineBreaker, words: PaperWords, look: EditionLook = STANDARD
    ) -> None:
        self._breaker = breaker
        self._words = words
        self._look = look

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
        words, paper, small = self._words, self._look.paper, self._look.small
        page = words.gettext("Page {page} of {pages}").format(page=number, pages=count)
        page_x = paper.right_pt - self._width_pt(page, small)
        free_x = paper.left_pt + self._width_pt(foot.code, small) + FOOT_GAP_PT
        yield self._text(foot.code, small, paper.left_pt, page_x)
        if foot.is_example:
            example, strong = words.gettext("EXAMPLE"), self._look.small_strong
            middle = (paper.left_pt + paper.right_pt - self._width_pt(example, strong)) / 2
            yield self._text(example, strong, max(middle, free_x), page_x)
        yield self._text(page, small, page_x, paper.right_pt)

    def _width_pt(self, text: str, style: TextStyle) -> float:
        return self._breaker.text_width_pt(text, style)

    def _text(self, text: str, style: TextStyle, x_pt: float, end_pt: float) -> TextMark:
        room = end_pt - x_pt + ROUNDING_PT
        line = self._breaker.one_line(text, style, room, Place(text, text))
        return TextMark(None, x_pt, self._look.paper.foot_baseline_pt, style, (line,))
