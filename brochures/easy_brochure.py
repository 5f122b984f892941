"""An easy-read brochure: the core pages, one sentence a line, a form per provider."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from brochures.contact import contact_piece
from brochures.cover import cover
from brochures.editions import EASY_READ
from brochures.empty_page import empty_page
from brochures.flow import Flowed, Piece, Room, flow_evenly
from brochures.furniture import Foot, FootSetter, PaperWords, top_rule
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.nonchoice import nonchoice_pieces
from brochures.overview import OverviewSetter, PageNumbers
from brochures.prose import ProseSetter, under_title
from brochures.provider_page import provider_pages
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import BrochurePart
from kiosk.domain.document.easy_brochure import EasyBrochure

COVER_PAGES = 1


class EasyPages:
    """Lays out one easy-read brochure."""

    def __init__(self, brochure: EasyBrochure, breaker: LineBreaker, words: PaperWords) -> None:
        self._brochure = brochure
        self._breaker = breaker
        self._words = words
        self._look = EASY_READ
        self._setter = ProseSetter(breaker, brochure.title, self._look.prose)
        self._cells = CellSetter(breaker, self._look.cells)
        paper = self._look.paper
        self._room = Room(paper.content_top_pt, paper.content_bottom_pt)

    def pages(self) -> tuple[Page, ...]:
        """All pages with their foot lines.

        Raises:
            DoesNotFitError: A field is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        before = (*self._front, *self._nonchoice, *self._overview(self._numbers()))
        pages = (
            *before,
            *self._to_left(len(before)),
            *self._providers,
            *self._choose,
            *self._ask(),
        )
        code = self._words.gettext("Brochure {code}").format(code=self._brochure.code)
        foot = Foot(code, self._brochure.is_example)
        setter = FootSetter(self._breaker, self._words, self._look)
        return setter.with_foot(pages, foot, COVER_PAGES)

    def _numbers(self) -> PageNumbers:
        """Page numbers; they never change how many pages the overview itself takes."""
        nonchoice = len(self._front) + 1
        unnumbered = self._overview(PageNumbers({}, {}))
        before = len(self._front) + len(self._nonchoice) + len(unnumbered)
        first = before + len(self._to_left(before)) + 1
        choose = first + len(self._providers)
        return PageNumbers(
            {item.id: first + i * self._each for i, item in enumerate(self._brochure.providers)},
            {BrochurePart.NONCHOICE: nonchoice, BrochurePart.CHOOSE: choose},
        )

    @cached_property
    def _front(self) -> tuple[Page, ...]:
        brochure = self._brochure
        told = replace(brochure, subtitle=f"{brochure.subtitle}\n{brochure.easy}")
        return (
            cover(told, self._breaker, self._words, self._look),
            *self._prose(self._setter.prose(brochure.what)),
        )

    @cached_property
    def _nonchoice(self) -> tuple[Page, ...]:
        block = self._brochure.nonchoice
        return self._prose(nonchoice_pieces(block, self._setter, self._breaker, self._look))

    def _overview(self, numbers: PageNumbers) -> tuple[Page, ...]:
        setter = OverviewSetter(self._setter, self._cells, self._look, self._room)
        return self._under_rule(setter.flowed(self._brochure.overview, numbers))

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
