"""Heights of the provider form, decided once over all providers of a brochure.

Every field gets the room of its longest value, so the same fact stands at the same height on
every provider's page and nobody's box differs from anybody else's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from brochures.look import EditionLook
from brochures.provider_form import (
    FOOT_GAP_SHARE,
    HEAD_GAP_SHARE,
    LEAST_HEAD_GAP_PT,
    MOST_GAP_PT,
    OWN_WORDS,
    SLOT_AIR_PT,
    STRIP_GAP_SHARE,
    STRIP_ROW_AIR_PT,
    UNDER_NAME_PT,
    ZONE_COUNT,
    zone_of,
)
from brochures.provider_lines import SetFact, SetProvider, SetStrip
from brochures.styles import MM
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.errors import DoesNotFitError

_BUDGET_LINES = {
    FactKey.OTHERWISE: 2,
    FactKey.EXCEPTIONS: 2,
    FactKey.COMPETENCE: 2,
    FactKey.CONTINUITY: 2,
    FactKey.WISHES: 2,
    FactKey.ACCESSIBILITY: 2,
    FactKey.PRESENTATION: 7,
    FactKey.EXTRAS: 2,
}
"""Lines that writers are told to keep within; one line for the rest."""


LEAST_WHITE_PT = 6 * MM
"""At the rules of a right page together."""


@dataclass(frozen=True, slots=True)
class PageSlots:
    """The facts on one page of the form.

    Attributes:
        start: Index of its first fact.
        zones: Line counts of the facts in each zone, a rule between two zones.
        gap_pt: White at each side of a rule.
        blank_pt: White below the facts, besides a gap.
    """

    start: int
    zones: tuple[tuple[int, ...], ...]
    gap_pt: float
    blank_pt: float


@dataclass(frozen=True, slots=True)
class Slots:
    """What the pages of all providers of a brochure have in common; lengths in points.

    Attributes:
        kind_lines, owner_lines: Lines under the name.
        approval_lines: Lines at the lower edge of the frame.
        second_top_pt: Where the facts of a right page begin, under the repeated name and its rule.
        row_heights_pt: One per service row of the strip.
        parts: Heads of the strip's four columns; empty when nobody gives any service asked for.
        pages: One, or two that face each other, or three where two have no room for all.
    """

    kind_lines: int
    owner_lines: int
    approval_lines: int
    second_top_pt: float
    row_heights_pt: tuple[float, ...]
    parts: tuple[str, ...]
    pages: tuple[PageSlots, ...]


@dataclass(frozen=True, slots=True)
class _Room:
    """The heights that share one page of the form.

    Attributes:
        used_pt: Height that is taken before the first fact, and by more than a line of approval.
        shares: White besides that at the rules, as parts of it.
    """

    used_pt: float
    shares: float


def slots_for(providers: Sequence[SetProvider], look: EditionLook) -> Slots:
    """Room for the longest value of every field; what is left is shared by the gaps.

    Args:
        providers: At least one, all with the same fields in the same order.
        look: Of the edition.

    Raises:
        DoesNotFitError: The longest values together need more than the frame.
    """
    kind, owner, approval = (
        max(len(lines) for lines in same)
        for same in zip(
            *((each.kind, each.owner, each.approval) for each in providers), strict=True
        )
    )
    rows = _row_heights_pt(providers, look)
    leading = look.cells.text.leading_pt
    above = look.form.kind_top_pt + (kind + owner) * leading + LEAST_HEAD_GAP_PT
    first = _Room(above + look.form.strip_head_pt + sum(rows), HEAD_GAP_SHARE + STRIP_GAP_SHARE)
    second_top = _second_top_pt(max(len(each.again) for each in providers), look)
    rooms = [first, *([_Room(second_top, 0)] if look.form.last_on_left else [])]
    taken = (approval - 1) * look.small.leading_pt
    rooms[-1] = replace(rooms[-1], used_pt=rooms[-1].used_pt + taken)
    sheet = _Sheet(providers, look, tuple(rooms))
    return Slots(kind, owner, approval, second_top, rows, _parts(providers), sheet.pages())


def _second_top_pt(name_lines: int, look: EditionLook) -> float:
    name = name_lines * look.small_strong.leading_pt
    return look.form.top_pt + look.form.padding_pt + name + 2 * UNDER_NAME_PT


class _Sheet:
    """Shares the facts of all providers out on the pages of the form."""

    def __init__(
        self, providers: Sequence[SetProvider], look: EditionLook, rooms: tuple[_Room, ...]
    ) -> None:
        self._providers = providers
        self._look = look
        self._rooms = rooms
        self._counts = _line_counts(providers)
        self._keys = [each.fact.key for each in providers[0].facts]

    def pages(self) -> tuple[PageSlots, ...]:
        """The slots of each page."""
        if len(self._rooms) == 1:
            return (self._page(0, 0, len(self._counts)),)
        split, end = self._split(), len(self._counts)
        own = next((at for at, key in enumerate(self._keys) if zone_of(key) == OWN_WORDS), end)
        if self._left_pt(1, split, end) < LEAST_WHITE_PT and split < own < end:
            # What people need to know stays on the facing pages; own words get one of their own.
            own_words = self._page(1, own, end)
            return self._page(0, 0, split), self._page(1, split, own), own_words
        return self._page(0, 0, split), self._page(1, split, end)

    def _split(self) -> int:
        """Index of the first fact on the right page: after the edition's, or what has no room."""
        last = self._look.form.last_on_left
        wished = next((at + 1 for at, key in enumerate(self._keys) if key is last), 0)
        wished = wished or sum(zone_of(key) == 0 for key in self._keys)
        return next((end for end in range(wished, 0, -1) if self._left_pt(0, 0, end) >= 0), wished)

    def _left_pt(self, room: int, start: int, end: int) -> float:
        counts = self._counts[start:end]
        leading = self._look.cells.text.leading_pt
        used = self._rooms[room].used_pt + sum(counts) * leading + len(counts) * SLOT_AIR_PT
        return self._end_pt(room) - used

    def _end_pt(self, room: int) -> float:
        """Where facts end: above the line of approval, which stands on the last page."""
        form = self._look.form
        if room == len(self._rooms) - 1:
            return form.facts_end_pt
        return form.top_pt + form.height_pt - form.padding_pt

    def _page(self, room: int, start: int, end: int) -> PageSlots:
        left = self._left_pt(room, start, end)
        if left < 0:
            raise _refusal(self._providers, self._keys[start:end], -left, self._look)
        zones = self._zones(start, end)
        sides = 2 * (len(zones) - 1)
        shares = self._rooms[room].shares + sides + FOOT_GAP_SHARE
        gap = min(MOST_GAP_PT, left / shares)
        return PageSlots(start, zones, gap, left - gap * shares)

    def _zones(self, start: int, end: int) -> tuple[tuple[int, ...], ...]:
        """Line counts by zone, of the zones that have facts on the page."""
        placed = [
            (zone_of(key), count)
            for key, count in zip(self._keys[start:end], self._counts[start:end], strict=True)
        ]
        found = (tuple(count for at, count in placed if at == zone) for zone in range(ZONE_COUNT))
        return tuple(counts for counts in found if counts) or ((),)


def _line_counts(providers: Sequence[SetProvider]) -> tuple[int, ...]:
    """Lines of every fact's slot, in the order of the facts."""
    fields = zip(*(provider.facts for provider in providers), strict=True)
    return tuple(
        max(max(len(each.label), len(each.value)) for each in same_field) for same_field in fields
    )


def _row_heights_pt(providers: Sequence[SetProvider], look: EditionLook) -> tuple[float, ...]:
    rows = zip(*(provider.strips for provider in providers), strict=True)
    lines = (max(_strip_lines(strip) for strip in same_service) for same_service in rows)
    least, leading = look.form.strip_row_pt, look.cells.text.leading_pt
    return tuple(max(least, n * leading + STRIP_ROW_AIR_PT) for n in lines)


def _strip_lines(strip: SetStrip) -> int:
    return max(len(lines) for lines in (strip.name, *strip.cells))


def _parts(providers: Sequence[SetProvider]) -> tuple[str, ...]:
    return next(strip_heads([provider.block for provider in providers]), ())


def strip_heads(providers: Sequence[ProviderBlock]) -> Iterator[tuple[str, ...]]:
    """The heads of every strip that has cells; those of a pack are all alike."""
    strips = chain.from_iterable(provider.strips for provider in providers)
    return (tuple(cell.label for cell in strip.cells) for strip in strips if strip.cells)


def _refusal(
    providers: Sequence[SetProvider], keys: Sequence[FactKey], over_pt: float, look: EditionLook
) -> DoesNotFitError:
    """Name the value that is furthest above its writer's budget; the name if a page has no facts."""
    lines_over = max(1, -int(-over_pt // look.cells.text.leading_pt))
    found = [
        (provider, fact)
        for provider in providers
        for fact in provider.facts
        if fact.fact.key in keys
    ]
    if not found:
        return DoesNotFitError(providers[0].block.name, providers[0].block.kind_line, lines_over)
    provider, fact = max(found, key=lambda pair: (_over_budget(pair[1]), len(pair[1].value)))
    return DoesNotFitError(provider.block.name, fact.fact.label, lines_over)


def _over_budget(fact: SetFact) -> int:
    return len(fact.value) - _BUDGET_LINES.get(fact.fact.key, 1)
