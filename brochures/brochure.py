"""A brochure: its pages in the order in which a reader needs them."""

from collections.abc import Iterable
from functools import cached_property

from brochures.comparison import comparison_pieces
from brochures.contact import contact_piece
from brochures.cover import cover
from brochures.flow import Flowed, Piece, flow_compactly, flow_evenly
from brochures.furniture import TOP_RULE, Foot, FootSetter, PaperWords
from brochures.lines import LineBreaker
from brochures.marks import Page
from brochures.nonchoice import nonchoice_pieces
from brochures.overview import PageNumbers, overview_pieces
from brochures.prose import ProseSetter, lower, under_title
from brochures.provider_page import provider_pages
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import Brochure, BrochurePart

COVER_PAGES = 1


class BrochurePages:
    """Lays out one brochure."""

    def __init__(self, brochure: Brochure, breaker: LineBreaker, words: PaperWords) -> None:
        self._brochure = brochure
        self._breaker = breaker
        self._words = words
        self._setter = ProseSetter(breaker, brochure.title)
        self._cells = CellSetter(breaker)

    def pages(self) -> tuple[Page, ...]:
        """All pages with their foot lines.

        Raises:
            DoesNotFitError: A field is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        pages = (
            *self._front,
            *self._nonchoice,
            *self._overview(self._numbers()),
            *self._providers,
            *self._comparisons,
            *self._choose,
            *self._privacy(),
        )
        code = self._words.gettext("Brochure {code}").format(code=self._brochure.code)
        foot = Foot(code, self._brochure.is_example)
        return FootSetter(self._breaker, self._words).with_foot(pages, foot, COVER_PAGES)

    def _numbers(self) -> PageNumbers:
        """Page numbers; they never change how many pages the overview itself takes."""
        nonchoice = len(self._front) + 1
        unnumbered = self._overview(PageNumbers({}, {}))
        first = len(self._front) + len(self._nonchoice) + len(unnumbered) + 1
        choose = first + len(self._providers) + len(self._comparisons)
        return PageNumbers(
            {provider.id: first + i for i, provider in enumerate(self._brochure.providers)},
            {BrochurePart.NONCHOICE: nonchoice, BrochurePart.CHOOSE: choose},
        )

    @cached_property
    def _front(self) -> tuple[Page, ...]:
        prose = (*self._brochure.what, *lower(self._brochure.same))
        return (
            cover(self._brochure, self._breaker, self._words),
            *self._prose(self._setter.prose(prose)),
        )

    @cached_property
    def _nonchoice(self) -> tuple[Page, ...]:
        block = self._brochure.nonchoice
        return self._prose(nonchoice_pieces(block, self._setter, self._breaker))

    def _overview(self, numbers: PageNumbers) -> tuple[Page, ...]:
        table = self._brochure.overview
        return self._flowed(overview_pieces(table, numbers, self._setter, self._cells))

    @cached_property
    def _providers(self) -> tuple[Page, ...]:
        return provider_pages(self._brochure.providers, self._breaker, self._words)

    @cached_property
    def _comparisons(self) -> tuple[Page, ...]:
        return tuple(
            page
            for comparison in self._brochure.comparisons
            for pieces in comparison_pieces(comparison, self._setter, self._cells, self._words)
            for page in self._flowed(pieces)
        )

    @cached_property
    def _choose(self) -> tuple[Page, ...]:
        brochure = self._brochure
        title = self._words.gettext("How to choose, switch and complain")
        how = under_title(title, brochure.choose, brochure.switch, brochure.complain)
        pages = self._prose(self._setter.prose(how))
        together = self._prose(self._setter.prose((*how, *lower(brochure.questions))))
        if len(together) == len(pages):
            return together
        return (*pages, *self._prose(self._setter.prose(brochure.questions)))

    def _privacy(self) -> tuple[Page, ...]:
        title = self._words.gettext("Ask us")
        contact = contact_piece(title, self._brochure.contact, self._breaker, self._setter.owner)
        pieces = (*self._setter.prose(self._brochure.privacy), contact)
        return self._prose(pieces)

    def _prose(self, pieces: Iterable[Piece]) -> tuple[Page, ...]:
        return _under_rule(flow_evenly(tuple(pieces), self._setter.owner))

    def _flowed(self, pieces: Iterable[Piece]) -> tuple[Page, ...]:
        return _under_rule(flow_compactly(tuple(pieces), self._setter.owner))


def _under_rule(flowed: Flowed) -> tuple[Page, ...]:
    return tuple(Page((TOP_RULE, *marks)) for marks in flowed.pages)
