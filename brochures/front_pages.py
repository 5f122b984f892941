"""What a brochure tells before any provider: on as few pages as its texts need.

Usually each part begins a page, and the notes on order and words stand below the table of all
answers. Where a page is saved they go below what free choice is, or what happens without a choice,
and the second of these begins on the page on which the first ends.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from itertools import product

from brochures.flow import Flowed, Piece, Room, flow_evenly
from brochures.furniture import PaperWords, top_rule
from brochures.lines import LineBreaker
from brochures.look import EditionLook
from brochures.marks import Mark, Page, TextMark
from brochures.nonchoice import nonchoice_pieces
from brochures.overview import OverviewSetter, PageNumbers
from brochures.prose import ProseSetter
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import OverviewTable
from kiosk.domain.document.nonchoice_block import NonchoiceBlock
from kiosk.domain.municipality import Prose

COVER_PAGES = 1
PARTS = 3
NO_NOTE = ("", "")

Pages = tuple[Page, ...]
Keep = Callable[[Hashable, Callable[[], tuple[Pages, ...]]], tuple[Pages, ...]]
"""What is kept under a key, else what is made now; all that the pages depend on is in the key, but
for look and language."""


def nothing_kept(_key: Hashable, made: Callable[[], tuple[Pages, ...]]) -> tuple[Pages, ...]:
    """Every page anew."""
    return made()


@dataclass(frozen=True, slots=True)
class FrontTexts:
    """What is told before any provider.

    Attributes:
        what: What free choice is, and what stays the same; its title first.
        is_before_spreads: Whether providers begin on a left page, so that an empty one may be
            needed.
    """

    what: Prose
    nonchoice: NonchoiceBlock
    overview: OverviewTable
    is_before_spreads: bool


class _Notes(Enum):
    """Below what the notes on order and words stand, the usual place first."""

    OVERVIEW = "overview"
    WHAT = "what"
    NONCHOICE = "nonchoice"


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where texts stand.

    Attributes:
        notes: Below what the notes on order and words stand.
        goes_on: What happens without a choice begins below what free choice is, not on a page of
            its own.
    """

    notes: _Notes
    goes_on: bool


class FrontPages:
    """Lays out the pages after the cover and before the providers of one brochure.

    Args:
        texts: What they tell.
        setter: Of the document's prose.
        breaker: Measures texts.
        words: Of the document's language.
        look: Of the edition.
        keep: As of ``BrochurePages``.
    """

    def __init__(
        self,
        texts: FrontTexts,
        setter: ProseSetter,
        breaker: LineBreaker,
        words: PaperWords,
        look: EditionLook,
        keep: Keep = nothing_kept,
    ) -> None:
        self._texts = texts
        self._setter = setter
        self._breaker = breaker
        self._words = words
        self._look = look
        self._keep = keep
        self._room = Room(look.paper.content_top_pt, look.paper.content_bottom_pt)
        self._overviews = OverviewSetter(setter, CellSetter(breaker, look.cells), look, self._room)
        self._made: dict[Hashable, Pages] = {}

    @property
    def what(self) -> Pages:
        """What free choice is, and all that goes on below it."""
        return self._what(self._plan)

    @property
    def nonchoice(self) -> Pages:
        """What happens without a choice; empty where it is among the pages of ``what``."""
        return self._nonchoice(self._plan)

    def overview(self, numbers: PageNumbers) -> Pages:
        """All answers; its page count does not depend on the numbers."""
        return self._overview(self._plan, self._texts.overview, numbers)

    @property
    def count(self) -> int:
        """Pages with the cover, without an empty one."""
        return self._count(self._plan)

    @property
    def nonchoice_number(self) -> int:
        """The page on which it begins to be told what happens without a choice."""
        if self.nonchoice:
            return COVER_PAGES + len(self.what) + 1
        (title,) = self._setter.title(self._texts.nonchoice.title).marks
        numbered = enumerate(self.what, COVER_PAGES + 1)
        return next(at for at, page in numbered if any(_are_alike(title, m) for m in page.marks))

    @cached_property
    def _plan(self) -> _Plan:
        """The usual one, unless another saves a page."""
        usual = _Plan(_Notes.OVERVIEW, goes_on=False)
        if self._count(usual) == COVER_PAGES + PARTS:
            return usual
        plans = [_Plan(notes, goes_on) for goes_on, notes in product((False, True), _Notes)]
        return min(plans, key=self._taken)

    def _taken(self, plan: _Plan) -> int:
        """Pages, with the empty one."""
        count = self._count(plan)
        return count + (1 - count % 2) * self._texts.is_before_spreads

    def _count(self, plan: _Plan) -> int:
        parts = self._what(plan), self._nonchoice(plan), self._unnumbered(plan)
        return COVER_PAGES + sum(map(len, parts))

    def _unnumbered(self, plan: _Plan) -> Pages:
        """The overview, the same in every order: all its rows are equally high."""
        rows = sorted(self._texts.overview.rows, key=lambda row: row.name)
        table = replace(self._texts.overview, rows=tuple(rows))
        key = ("overview", plan.notes is _Notes.OVERVIEW)
        return self._once(key, lambda: self._overview(plan, table, PageNumbers({}, {})))

    def _what(self, plan: _Plan) -> Pages:
        told = self._told_of(plan, _Notes.WHAT)
        below = self._told_below(plan) if plan.goes_on else None

        def made() -> Pages:
            key = ("what", self._setter.owner, self._texts.what, told, below)
            return self._one(key, lambda: self._set(self._what_pieces(plan)))

        return self._once(("what", plan), made)

    def _what_pieces(self, plan: _Plan) -> Iterable[Piece]:
        yield from self._setter.prose(self._texts.what)
        yield from self._notes_of(plan, _Notes.WHAT)
        if plan.goes_on:
            title, *others = self._nonchoice_pieces(plan)
            yield replace(title, gap_pt=self._look.prose.headings[0].leading_pt)
            yield from others

    def _nonchoice(self, plan: _Plan) -> Pages:
        if plan.goes_on:
            return ()

        def made() -> Pages:
            key = ("nonchoice", self._setter.owner, self._told_below(plan))
            return self._one(key, lambda: self._set(self._nonchoice_pieces(plan)))

        return self._once(("nonchoice", plan), made)

    def _nonchoice_pieces(self, plan: _Plan) -> Iterable[Piece]:
        block = self._texts.nonchoice
        yield from nonchoice_pieces(block, self._setter, self._breaker, self._words, self._look)
        yield from self._notes_of(plan, _Notes.NONCHOICE)

    def _told_below(self, plan: _Plan) -> Hashable:
        """What the pages about what happens without a choice depend on."""
        return self._texts.nonchoice, self._told_of(plan, _Notes.NONCHOICE)

    def _told_of(self, plan: _Plan, place: _Notes) -> Hashable:
        overview = self._texts.overview
        return (overview.about_order, overview.how_to_read) if plan.notes is place else ()

    def _notes_of(self, plan: _Plan, place: _Notes) -> Iterable[Piece]:
        return self._overviews.notes(self._texts.overview) if plan.notes is place else ()

    def _overview(self, plan: _Plan, table: OverviewTable, numbers: PageNumbers) -> Pages:
        if plan.notes is not _Notes.OVERVIEW:
            table = replace(table, about_order=NO_NOTE, how_to_read=NO_NOTE)
        places = (numbers.providers, numbers.parts)
        key = ("overview", self._setter.owner, table, *(tuple(each.items()) for each in places))
        return self._one(key, lambda: self._under_rule(self._overviews.flowed(table, numbers)))

    def _once(self, key: Hashable, made: Callable[[], Pages]) -> Pages:
        """Pages of this brochure, made when they are asked for first."""
        if key not in self._made:
            self._made[key] = made()
        return self._made[key]

    def _one(self, key: Hashable, made: Callable[[], Pages]) -> Pages:
        """Pages that are kept together."""
        (pages,) = self._keep(key, lambda: (made(),))
        return pages

    def _set(self, pieces: Iterable[Piece]) -> Pages:
        return self._under_rule(flow_evenly(tuple(pieces), self._setter.owner, self._room))

    def _under_rule(self, flowed: Flowed) -> Pages:
        rule = top_rule(self._look.paper)
        return tuple(Page((rule, *marks)) for marks in flowed.pages)


def _are_alike(one: Mark, other: Mark) -> bool:
    """Whether two texts are the same, in the same type."""
    return (
        isinstance(one, TextMark)
        and isinstance(other, TextMark)
        and (one.lines, one.style) == (other.lines, other.style)
    )
