"""An easy-read brochure: the core pages, one sentence a line, a form per provider."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from brochures.contact import contact_piece
from brochures.cover import cover
from brochures.editions import EASY_READ
from brochures.empty_page import empty_page
from brochures.flow import Flowed, Piece, Room, flow_evenly
from brochures.front_pages import COVER_PAGES, FrontPages, FrontTexts
from brochures.furniture import Foot, FootSetter, PaperWords, top_rule
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.overview import PageNumbers
from brochures.prose import ProseSetter, under_title
from brochures.provider_page import provider_pages
from kiosk.domain.document.brochure import BrochurePart
from kiosk.domain.document.easy_brochure import EasyBrochure


class EasyPages:
    """Lays out one easy-read brochure."""

    def __init__(self, brochure: EasyBrochure, breaker: LineBreaker, words: PaperWords) -> None:
        self._brochure = brochure
        self._breaker = breaker
        self._words = words
        self._look = EASY_READ
        self._setter = ProseSetter(breaker, brochure.title, self._look.prose)
        paper = self._look.paper
        self._room = Room(paper.content_top_pt, paper.content_bottom_pt)

    def pages(self) -> tuple[Page, ...]:
        """All pages with their foot lines.

        Raises:
            DoesNotFitError: A field is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        front = self._front
        pages = (
            self._cover,
            *front.what,
            *front.nonchoice,
            *front.overview(self._numbers()),
            *self._to_left(front.count),
            *self._providers,
            *self._choose,
            *self._ask(),
        )
        code = self._words.gettext("Brochure {code}").format(code=self._brochure.code)
        foot = Foot(code, self._brochure.is_example)
        setter = FootSetter(self._breaker, self._words, self._look)
        return setter.with_foot(pages, foot, COVER_PAGES)

    def _numbers(self) -> PageNumbers:
        front = self._front
        first = front.count + len(self._to_left(front.count)) + 1
        choose = first + len(self._providers)
        return PageNumbers(
            {item.id: first + i * self._each for i, item in enumerate(self._brochure.providers)},
            {BrochurePart.NONCHOICE: front.nonchoice_number, BrochurePart.CHOOSE: choose},
        )

    @property
    def _cover(self) -> Page:
        brochure = self._brochure
        told = replace(brochure, subtitle=f"{brochure.subtitle}\n{brochure.easy}")
        return cover(told, self._breaker, self._words, self._look)

    @cached_property
    def _front(self) -> FrontPages:
        brochure = self._brochure
        texts = FrontTexts(
            brochure.what, brochure.nonchoice, brochure.overview, is_before_spreads=self._each > 1
        )
        return FrontPages(texts, self._setter, self._breaker, self._words, self._look)

    @cached_property
    def _providers(self) -> tuple[Page, ...]:
        return provider_pages(self._brochure.providers, self._breaker, self._words, self._look)

    @property
    def _each(self) -> int:
        """Pages of each provider."""
        return len(self._providers) // max(1, len(self._brochure.providers))

    def _to_left(self, pages_before: int) -> tuple[Page, ...]:
        """An empty page where facing pages would else begin on the right."""
        if pages_before % 2 or self._each <= 1:
            return ()
        return (empty_page(self._words.gettext("This page is empty."), self._breaker, self._look),)

    @cached_property
    def _choose(self) -> tuple[Page, ...]:
        brochure = self._brochure
        title = self._words.gettext("How to choose and switch")
        return self._prose(self._setter.prose(under_title(title, brochure.choose, brochure.switch)))

    def _ask(self) -> tuple[Page, ...]:
        title, lines = self._words.gettext("Ask us"), self._brochure.contact
        contact = contact_piece(title, lines, self._breaker, self._setter.owner, self._look)
        return self._prose((*self._setter.prose(self._brochure.ask), contact))

    def _prose(self, pieces: Iterable[Piece]) -> tuple[Page, ...]:
        return self._under_rule(flow_evenly(tuple(pieces), self._setter.owner, self._room))

    def _under_rule(self, flowed: Flowed) -> tuple[Page, ...]:
        rule = top_rule(self._look.paper)
        return tuple(Page((rule, *marks)) for marks in flowed.pages)
