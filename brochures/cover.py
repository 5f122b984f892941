"""The front page: who sends it, the question, what it holds for, how to get it otherwise."""

from collections.abc import Iterator
from typing import Protocol

from brochures.furniture import PaperWords, top_rule
from brochures.houses import houses
from brochures.lines import Line, LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import Mark, Page, TextMark
from brochures.structure import Element, heading, paragraph
from brochures.styles import MM, TextStyle
from kiosk.domain.errors import DoesNotFitError

ABOVE_APPROVED_PT = 2 * MM
"""White above the lines that tell who approved, besides their leading."""

SENDER_LINES = 2
"""Of a municipality's name: some have one in each of three languages."""


class CoverTexts(Protocol):
    """What stands on a cover; see ``Brochure``."""

    @property
    def municipality(self) -> str:
        """Who sends it."""
        ...

    @property
    def is_example(self) -> bool:
        """Whether everything is invented."""
        ...

    @property
    def title(self) -> str:
        """The question."""
        ...

    @property
    def subtitle(self) -> str:
        """What the brochure is about; a line feed begins another line."""
        ...

    @property
    def scope(self) -> str:
        """Services and zone."""
        ...

    @property
    def short_scope(self) -> str:
        """The same without the names of services; may be empty."""
        ...

    @property
    def other_forms(self) -> str:
        """How to get it in another form."""
        ...

    @property
    def approved(self) -> str:
        """Which brochure it is, and who answers for it."""
        ...


def cover(brochure: CoverTexts, breaker: LineBreaker, words: PaperWords, look: EditionLook) -> Page:
    """The cover; it has no foot line, its last line names the edition.

    Raises:
        DoesNotFitError: A text runs into the houses or into the text below it.
        MissingGlyphError: The font lacks a character.
    """
    setter = _Cover(brochure, breaker, look)
    try:
        return setter.page(words, brochure.scope)
    except DoesNotFitError:
        if not brochure.short_scope:
            raise
    return setter.page(words, brochure.short_scope)


class _Cover:
    def __init__(self, brochure: CoverTexts, breaker: LineBreaker, look: EditionLook) -> None:
        self._brochure = brochure
        self._breaker = breaker
        self._look = look.cover
        self._paper = look.paper
        self._line = look.cells.text
        self._width_pt = look.paper.content_width_pt
        self._left_pt = look.paper.left_pt

    def page(self, words: PaperWords, scope: str) -> Page:
        """The page with these services and this zone; errors as in ``cover``."""
        sender = self._sender(words)
        *_, last = sender
        end_pt = last.baseline_pt + len(last.lines) * last.style.leading_pt
        return Page((top_rule(self._paper), *sender, *self._below_sender(scope, end_pt)))

    def _sender(self, words: PaperWords) -> tuple[TextMark, ...]:
        """The municipality, and the warning of an example."""
        look, place = self._look, self._place("municipality")
        name = self._brochure.municipality
        lines = self._breaker.balanced(name, look.sender, self._width_pt, place)
        if len(lines) > SENDER_LINES:
            raise DoesNotFitError(place.owner, place.field, len(lines) - SENDER_LINES)
        marks = [self._mark(lines, look.sender, look.sender_baseline_pt)]
        lower_pt = (len(lines) - 1) * look.sender.leading_pt
        if self._brochure.is_example:
            text = words.gettext(
                "EXAMPLE. The municipality, the providers and all facts are invented."
            )
            place = self._place(text)
            warning = self._breaker.break_text(text, self._line, self._width_pt, place)
            marks.append(self._mark(warning, self._line, look.example_baseline_pt + lower_pt))
        return tuple(marks)

    def _below_sender(self, scope: str, sender_pt: float) -> Iterator[Mark]:
        """The question, the picture, other forms of the brochure, and the edition last.

        Args:
            scope: Services and zone.
            sender_pt: Where the lines above end; the question begins below them.
        """
        look, text = self._look, self._line
        brochure, break_text = self._brochure, self._breaker.break_text
        place = self._place("other_forms")
        offer = break_text(brochure.other_forms, look.offer, look.offer_width_pt, place)
        approved = break_text(brochure.approved, text, self._width_pt, self._place("approved"))
        above_last = (len(approved) - 1) * text.leading_pt
        approved_pt = look.approved_baseline_pt - above_last
        offer_pt = look.offer_baseline_pt
        lowest = min(look.offer_bottom_pt, approved_pt - text.leading_pt - ABOVE_APPROVED_PT)
        # Where the offer takes many lines it goes up, and the picture with it.
        up_pt = max(0.0, offer_pt + (len(offer) - 1) * look.offer.leading_pt - lowest)
        yield from self._question(scope, up_pt, sender_pt)
        yield from (each.down(-up_pt) for each in houses(look.houses, self._paper))
        yield self._mark(offer, look.offer, offer_pt - up_pt)
        yield self._mark(approved, text, approved_pt)

    def _question(self, scope: str, up_pt: float, sender_pt: float) -> Iterator[Mark]:
        """The question, and under it what the brochure is about, above a picture so far up.

        It goes up itself where it has no room else.
        """
        brochure, look, width = self._brochure, self._look, self._width_pt
        title, place = look.title, self._place("title")
        lines = self._breaker.balanced(brochure.title, title, width, place)
        marks = [self._mark(lines, title, look.title_baseline_pt, heading(1))]
        end = look.title_baseline_pt - title.baseline_pt + len(lines) * title.leading_pt
        for text, style, gap in (
            (brochure.subtitle, look.subtitle, look.subtitle_gap_pt),
            (scope, look.scope, look.scope_gap_pt),
        ):
            lines = self._breaker.break_text(text, style, width, self._place(text))
            marks.append(self._mark(lines, style, end + gap + style.baseline_pt))
            end += gap + len(lines) * style.leading_pt
        free_pt = look.title_baseline_pt - title.cap_height_pt - sender_pt
        self._refuse_over(end - look.title_bottom_pt - free_pt, "scope", look.scope)
        self._refuse_over(end - look.title_bottom_pt + up_pt - free_pt, "other_forms", look.offer)
        higher_pt = max(0.0, end - look.title_bottom_pt + up_pt)
        yield from (mark.down(-higher_pt) for mark in marks)

    def _place(self, field: str) -> Place:
        return Place(self._brochure.title, field)

    def _refuse_over(self, over_pt: float, field: str, style: TextStyle) -> None:
        if over_pt > 0:
            lines_over = int(over_pt // style.leading_pt) + 1
            raise DoesNotFitError(self._brochure.title, field, lines_over)

    def _mark(
        self,
        lines: tuple[Line, ...],
        style: TextStyle,
        baseline_pt: float,
        element: Element | None = None,
    ) -> TextMark:
        return TextMark(element or paragraph(), self._left_pt, baseline_pt, style, lines)
