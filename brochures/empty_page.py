"""The back of a sheet on which nothing stands but that nothing does.

Paper is printed on both sides: what a person sends back must not be the back of what they keep.
"""

from collections.abc import Sequence

from brochures.lines import LineBreaker, Place
from brochures.marks import Page, TextMark
from brochures.structure import paragraph
from brochures.styles import CONTENT_TOP_PT, CONTENT_WIDTH_PT, LEFT_PT, LETTER


def with_even_pages(pages: Sequence[Page], text: str, breaker: LineBreaker) -> tuple[Page, ...]:
    """The pages, and one more with a sentence where they are an odd number.

    Args:
        pages: At least one.
        text: Says that the page is empty, so that nobody looks for what is missing.
        breaker: Measures it.
    """
    return tuple(pages) if len(pages) % 2 == 0 else (*pages, empty_page(text, breaker))


def empty_page(text: str, breaker: LineBreaker) -> Page:
    """A page with one sentence."""
    lines = breaker.break_text(text, LETTER, CONTENT_WIDTH_PT, Place(text, text))
    baseline = CONTENT_TOP_PT + LETTER.baseline_pt
    return Page((TextMark(paragraph(), LEFT_PT, baseline, LETTER, lines),))
