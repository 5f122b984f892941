"""A brochure: its pages in the order in which a reader needs them."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain

from brochures.comparison import comparison_pages
from brochures.contact import contact_piece
from brochures.cover import cover
from brochures.editions import STANDARD
from brochures.empty_page import empty_page
from brochures.flow import Flowed, Piece, Room, flow_evenly
from brochures.front_pages import (
    COVER_PAGES,
    FrontPages,
    FrontTexts,
    Keep,
    Pages,
    nothing_kept,
)
from brochures.furniture import Foot, FootSetter, PaperWords, top_rule
from brochures.imposition import sheet_count, whole_sheets
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.marks import Mark, Page
from brochures.overview import PageNumbers
from brochures.prose import ProseSetter, lower, under_title
from brochures.provider_page import provider_pages
from brochures.provider_strips import strip_heads
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import Brochure, BrochurePart, Comparison, OverviewTable

SIDES = 2
"""Of a sheet that is not folded."""

NO_OVERVIEW = OverviewTable("", "", (), (), ("", ""), ("", ""))

Part = tuple[Pages, bool]
"""Pages that share no element with others, and whether they are the same in every order."""


class BrochurePages:
    """Lays out one brochure in one edition."""

    def __init__(
        self,
        brochure: Brochure,
        breaker: LineBreaker,
        words: PaperWords,
        look: EditionLook = STANDARD,
        keep: Keep = nothing_kept,
    ) -> None:
        self._brochure = brochure
        self._keep = keep
        self._breaker = breaker
        self._words = words
        self._look = look
        self._setter = ProseSetter(breaker, brochure.title, look.prose)
        self._cells = CellSetter(breaker, look.cells)
        paper = look.paper
        self._room = Room(paper.content_top_pt, paper.content_bottom_pt)

    def pages(self) -> tuple[Page, ...]:
        """All pages with their foot lines.

        Raises:
            DoesNotFitError: A field is longer than its room.
            MissingGlyphError: The font lacks a character.
        """
        parts = [pages for pages, _ in self.parts()]
        pages = self._with_back(tuple(chain.from_iterable(parts[:-1])), parts[-1])
        lines = (self.foot_line(number, len(pages)) for number in range(1, len(pages) + 1))
        return tuple(
            replace(page, marks=(*page.marks, *line)) if line else page
            for page, line in zip(pages, lines, strict=True)
        )

    def parts(self) -> tuple[Part, ...]:
        """The same without foot lines and without what only a booklet has, in reading order."""
        return (
            (self._cover, False),
            (self._front.what, True),
            (self._front.nonchoice, True),
            (self._overview, False),
            (self._to_left(self._front.count), True),
            *((pages, True) for pages in self._each_provider),
            *((pages, False) for pages in self._comparisons),
            (self._choose, True),
            (self._privacy(), True),
        )

    def foot_line(self, number: int, count: int) -> tuple[Mark, ...]:
        """The foot line of a page, counted from 1; empty on the cover."""
        if number <= COVER_PAGES:
            return ()
        code = self._words.gettext("Brochure {code}").format(code=self._brochure.code)
        foot = Foot(code, self._brochure.is_example)
        return tuple(FootSetter(self._breaker, self._words, self._look).line(foot, number, count))

    def _one(self, key: Hashable, made: Callable[[], Pages]) -> Pages:
        """Pages that are kept together."""
        (pages,) = self._keep(key, lambda: (made(),))
        return pages

    def _with_back(self, pages: tuple[Page, ...], back: tuple[Page, ...]) -> tuple[Page, ...]:
        """What is empty on the sheets of a booklet stands before its last text, not inside."""
        if not self._look.is_folded:
            return (*pages, *back)
        filled = whole_sheets((*pages, *back), self._empty_page)
        return (*pages, *filled[len(pages) + len(back) - 1 : -1], *back)

    @cached_property
    def _numbers(self) -> PageNumbers:
        before, each_provider = self._front.count, self._each_provider
        first = before + len(self._to_left(before)) + 1
        each = len(each_provider[0]) if each_provider else 0
        choose = first + sum(map(len, (*each_provider, *self._comparisons)))
        return PageNumbers(
            {item.id: first + i * each for i, item in enumerate(self._brochure.providers)},
            {BrochurePart.NONCHOICE: self._front.nonchoice_number, BrochurePart.CHOOSE: choose},
        )

    def _to_left(self, pages_before: int) -> tuple[Page, ...]:
        """An empty page where facing pages would else begin on the right."""
        if pages_before % 2 or not self._has_spreads:
            return ()
        return self._one("empty", lambda: (self._empty_page(),))

    @property
    def _has_spreads(self) -> bool:
        return self._is_facing and any(len(pages) > 1 for pages in self._each_provider)

    @cached_property
    def _is_facing(self) -> bool:
        """Whether the pages of a form face each other.

        Those of a single provider do not where that asks for a sheet more: nobody else's pages are
        seen beside them.
        """
        if len(self._brochure.providers) != 1:
            return True
        return self._sheets(is_facing=True) <= self._sheets(is_facing=False)

    def _sheets(self, *, is_facing: bool) -> int:
        """Of the brochure of a single provider."""
        (form,) = self._forms(is_facing=is_facing)
        is_spread = is_facing and len(form) > 1
        before = self._front_before(is_spread=is_spread).count
        before += is_spread and 1 - before % 2
        rest = (form, *self._comparisons, self._choose, self._privacy())
        count = before + sum(map(len, rest))
        return sheet_count(count) if self._look.is_folded else -(-count // SIDES)

    def _empty_page(self) -> Page:
        return empty_page(self._words.gettext("This page is empty."), self._breaker, self._look)

    @cached_property
    def _cover(self) -> Pages:
        # What is kept for every order can depend on none.
        brochure = replace(
            self._brochure,
            providers=(),
            comparisons=(),
            overview=NO_OVERVIEW,
            what=(),
            same=(),
            choose=(),
            switch=(),
            complain=(),
            questions=(),
            privacy=(),
            contact=(),
        )
        setters = self._breaker, self._words, self._look
        return self._one(("cover", brochure), lambda: (cover(brochure, *setters),))

    @cached_property
    def _front(self) -> FrontPages:
        return self._front_before(is_spread=self._has_spreads)

    def _front_before(self, *, is_spread: bool) -> FrontPages:
        """What comes before providers whose pages face each other, or do not."""
        brochure = self._brochure
        what = (*brochure.what, *lower(brochure.same))
        texts = FrontTexts(what, brochure.nonchoice, brochure.overview, is_spread)
        setters = self._setter, self._breaker, self._words, self._look
        return FrontPages(texts, *setters, self._keep)

    @property
    def _overview(self) -> Pages:
        return self._front.overview(self._numbers)

    @cached_property
    def _each_provider(self) -> tuple[Pages, ...]:
        """The pages of each provider, as many as everybody's."""
        return self._forms(is_facing=self._is_facing)

    def _forms(self, *, is_facing: bool) -> tuple[Pages, ...]:
        providers, count = self._brochure.providers, len(self._brochure.providers)
        if not providers:
            return ()
        setters = self._breaker, self._words, self._look
        pages = partial(provider_pages, is_facing=is_facing)
        if self._keep is nothing_kept or len(set(strip_heads(providers))) > 1:
            return _cut(pages(providers, *setters), count)
        # A form is the same in every order: its room is that of the longest value of anybody.
        ordered = tuple(sorted(providers, key=lambda each: each.id))
        key = ("providers", ordered, is_facing)
        forms = self._keep(key, lambda: _cut(pages(ordered, *setters), count))
        kept = {provider.id: form for provider, form in zip(ordered, forms, strict=True)}
        return tuple(kept[provider.id] for provider in providers)

    @cached_property
    def _comparisons(self) -> tuple[Pages, ...]:
        return tuple(
            self._one(("comparison", self._setter.owner, each), partial(self._set, each))
            for each in self._brochure.comparisons
        )

    def _set(self, comparison: Comparison) -> Pages:
        setters = self._setter, self._cells, self._words, self._look
        return comparison_pages(comparison, *setters, self._prose)

    @cached_property
    def _choose(self) -> tuple[Page, ...]:
        brochure = self._brochure
        parts = (brochure.choose, brochure.switch, brochure.complain, brochure.questions)
        return self._one(("choose", self._setter.owner, parts), self._set_choose)

    def _set_choose(self) -> tuple[Page, ...]:
        brochure = self._brochure
        title = self._words.gettext("How to choose, switch and complain")
        how = under_title(title, brochure.choose, brochure.switch, brochure.complain)
        pages = self._prose(self._setter.prose(how))
        together = self._prose(self._setter.prose((*how, *lower(brochure.questions))))
        questions = self._prose(self._setter.prose(brochure.questions))
        if len(together) < len(pages) + len(questions):
            return together
        return (*pages, *questions)

    def _privacy(self) -> tuple[Page, ...]:
        title = self._words.gettext("Ask us")
        lines, owner = self._brochure.contact, self._setter.owner
        contact = contact_piece(title, lines, self._breaker, owner, self._look)
        pieces = (*self._setter.prose(self._brochure.privacy), contact)
        key = ("privacy", owner, self._brochure.privacy, lines)
        return self._one(key, lambda: self._prose(pieces))

    def _prose(self, pieces: Iterable[Piece]) -> tuple[Page, ...]:
        return self._under_rule(flow_evenly(tuple(pieces), self._setter.owner, self._room))

    def _under_rule(self, flowed: Flowed) -> tuple[Page, ...]:
        rule = top_rule(self._look.paper)
        return tuple(Page((rule, *marks)) for marks in flowed.pages)


def _cut(pages: Pages, count: int) -> tuple[Pages, ...]:
    each = len(pages) // count
    return tuple(pages[at * each : (at + 1) * each] for at in range(count))
