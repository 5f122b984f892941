"""The front page: who sends it, the question, what it holds for, how to get it otherwise."""

from collections.abc import Iterator

from brochures.furniture import TOP_RULE, PaperWords
from brochures.houses import houses
from brochures.lines import Line, LineBreaker, Place
from brochures.marks import Mark, Page, TextMark
from brochures.structure import Element, heading, paragraph
from brochures.styles import (
    BOX,
    CONTENT_WIDTH_PT,
    COVER_OFFER,
    COVER_SCOPE,
    COVER_SENDER,
    COVER_SUBTITLE,
    COVER_TITLE,
    LEFT_PT,
    MM,
    TextStyle,
)
from kiosk.domain.document.brochure import Brochure
from kiosk.domain.errors import DoesNotFitError

SENDER_BASELINE_PT = 26.6 * MM
EXAMPLE_BASELINE_PT = 34.3 * MM
TITLE_BASELINE_PT = 78.1 * MM
TITLE_BOTTOM_PT = 170 * MM
SUBTITLE_GAP_PT = 5.2 * MM
SCOPE_GAP_PT = 6 * MM
OFFER_BASELINE_PT = 227.3 * MM
OFFER_BOTTOM_PT = 260 * MM
OFFER_WIDTH_PT = 166 * MM
APPROVED_BASELINE_PT = 272.2 * MM


def cover(brochure: Brochure, breaker: LineBreaker, words: PaperWords) -> Page:
    """The cover; it has no foot line, its last line names the edition.

    Raises:
        DoesNotFitError: A text runs into the houses or into the text below it.
        MissingGlyphError: The font lacks a character.
    """
    setter = _Cover(brochure, breaker)
    marks = (TOP_RULE, *setter.sender(words), *setter.question(), *houses(), *setter.foot())
    return Page(marks)


class _Cover:
    def __init__(self, brochure: Brochure, breaker: LineBreaker) -> None:
        self._brochure = brochure
        self._breaker = breaker

    def sender(self, words: PaperWords) -> Iterator[Mark]:
        """The municipality, and the warning of an example."""
        name = self._breaker.one_line(
            self._brochure.municipality, COVER_SENDER, CONTENT_WIDTH_PT, self._place("municipality")
        )
        yield _mark((name,), COVER_SENDER, SENDER_BASELINE_PT)
        if self._brochure.is_example:
            text = words.gettext(
                "EXAMPLE. The municipality, the providers and all facts are invented."
            )
            warning = self._breaker.one_line(text, BOX, CONTENT_WIDTH_PT, self._place(text))
            yield _mark((warning,), BOX, EXAMPLE_BASELINE_PT)

    def question(self) -> Iterator[Mark]:
        """The question, and under it what the brochure is about."""
        brochure, place = self._brochure, self._place("title")
        lines = self._breaker.balanced(brochure.title, COVER_TITLE, CONTENT_WIDTH_PT, place)
        yield _mark(lines, COVER_TITLE, TITLE_BASELINE_PT, heading(1))
        end = TITLE_BASELINE_PT - COVER_TITLE.baseline_pt + len(lines) * COVER_TITLE.leading_pt
        for text, style, gap in (
            (brochure.subtitle, COVER_SUBTITLE, SUBTITLE_GAP_PT),
            (brochure.scope, COVER_SCOPE, SCOPE_GAP_PT),
        ):
            lines = self._breaker.break_text(text, style, CONTENT_WIDTH_PT, self._place(text))
            yield _mark(lines, style, end + gap + style.baseline_pt)
            end += gap + len(lines) * style.leading_pt
        self._refuse_over(end - TITLE_BOTTOM_PT, "scope", COVER_SCOPE)

    def foot(self) -> Iterator[Mark]:
        """Other forms of the brochure, and the edition on the last line."""
        brochure, place = self._brochure, self._place("other_forms")
        offer = self._breaker.break_text(brochure.other_forms, COVER_OFFER, OFFER_WIDTH_PT, place)
        yield _mark(offer, COVER_OFFER, OFFER_BASELINE_PT)
        end = OFFER_BASELINE_PT + (len(offer) - 1) * COVER_OFFER.leading_pt
        self._refuse_over(end - OFFER_BOTTOM_PT, place.field, COVER_OFFER)
        place = self._place("approved")
        approved = self._breaker.break_text(brochure.approved, BOX, CONTENT_WIDTH_PT, place)
        above_last = (len(approved) - 1) * BOX.leading_pt
        yield _mark(approved, BOX, APPROVED_BASELINE_PT - above_last)

    def _place(self, field: str) -> Place:
        return Place(self._brochure.title, field)

    def _refuse_over(self, over_pt: float, field: str, style: TextStyle) -> None:
        if over_pt > 0:
            lines_over = int(over_pt // style.leading_pt) + 1
            raise DoesNotFitError(self._brochure.title, field, lines_over)


def _mark(
    lines: tuple[Line, ...], style: TextStyle, baseline_pt: float, element: Element | None = None
) -> TextMark:
    return TextMark(element or paragraph(), LEFT_PT, baseline_pt, style, lines)
