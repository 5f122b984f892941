"""The back of a sheet on which nothing stands but that nothing does.

Paper is printed on both sides: what a person sends back must not be the back of what they keep.
"""

from collections.abc import Sequence

from brochures.editions import STANDARD
from brochures.lines import LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import Page, TextMark
from brochures.structure import paragraph
from brochures.styles import LETTER


def with_even_pages(
    pages: Sequence[Page], text: str, breaker: LineBreaker, look: EditionLook = STANDARD
) -> tuple[Page, ...]:
    """The pages, and one more with a sentence where they are an odd number.

    Args:
        pages: At least one.
        text: Says that the page is empty, so that nobody looks for what is missing.
        breaker: Measures it.
        look: Of the edition.
    """
    return tuple(pages) if len(pages) % 2 == 0 else (*pages, empty_page(text, breaker, look))


def empty_page(text: str, breaker: LineBreaker, look: EditionLook = STANDARD) -> Page:
    """A page with one sentence."""
    paper, style = look.paper, LETTER if look is STANDARD else look.prose.text
    lines = breaker.break_text(text, style, paper.content_width_pt, Place(text, text))
    baseline = paper.content_top_pt + style.baseline_pt
    return Page((TextMark(paragraph(), paper.left_pt, baseline, style, lines),))
