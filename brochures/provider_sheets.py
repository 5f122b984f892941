"""Shares the facts of all providers of a brochure out on the pages of their forms."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from brochures.look import EditionLook
from brochures.provider_form import (
    FOOT_GAP_SHARE,
    HEAD_GAP_SHARE,
    MOST_GAP_PT,
    OWN_WORDS,
    SLOT_AIR_PT,
    STRIP_GAP_SHARE,
    ZONE_COUNT,
    zone_of,
)
from brochures.styles import MM
from kiosk.domain.document.provider_block import FactKey

LEAST_WHITE_PT = 6 * MM
"""At the rules of a right page together."""

LEAST_GAP_PT = 1 * MM
"""White at a side of a rule, before facts are set closer instead."""

USUAL_LAST = FactKey.COMPETENCE
"""The last fact on a left page, in an edition that has one page where that is enough."""

Cuts = tuple[int, ...]
"""Index of the first fact of each page, and the number of facts."""


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
class FactSheet:
    """The facts of a form, and the room for them; lengths in points.

    Attributes:
        keys: The facts in their order.
        counts: Lines of the slot of each.
        first_top_pt: Where they may begin on the first page, which has name and strip.
        second_top_pt: The same on every further page.
        approval_pt: Height of the lines of approval on the last page, besides one.
        air_pt: White below every fact.
        is_continued: Whether the strip began on a page before.
    """

    look: EditionLook
    keys: tuple[FactKey, ...]
    counts: tuple[int, ...]
    first_top_pt: float
    second_top_pt: float
    approval_pt: float
    air_pt: float = SLOT_AIR_PT
    is_continued: bool = False

    def usual(self) -> Cuts:
        """The pages that the edition has: one, or two that face each other, maybe a third one."""
        end = len(self.counts)
        splits, own = self._splits(), self._own_words
        if self.look.form.last_on_left is None or end in splits:
            return 0, end
        for split in splits:
            if self._left_pt(1, split, end) >= LEAST_WHITE_PT:
                return 0, split, end
        if splits[0] < own < end:
            # What people need to know stays on the facing pages; own words get one of their own.
            return 0, splits[0], own, end
        return 0, splits[0], end

    def further(self) -> Cuts:
        """So many pages as are needed; the last may be too full where one fact fills a page."""
        splits = self._splits()
        return min(self._further(splits[0]), self._further(splits[-1]), key=len)

    def _further(self, split: int) -> Cuts:
        cuts, end = [0, split], len(self.counts)
        while self._left_pt(len(cuts) - 1, cuts[-1], end) < 0:
            stop = self._stop(len(cuts) - 1, cuts[-1])
            if stop == cuts[-1]:
                break
            cuts.append(stop)
        return (*cuts, end)

    def overfull(self, cuts: Cuts) -> Iterator[tuple[int, int, float]]:
        """First fact, end and lacking height of every page without room."""
        for index, (start, end) in enumerate(pairwise(cuts)):
            left = self._left_pt(index, start, end)
            if left < 0:
                yield start, end, -left

    def has_room(self, cuts: Cuts) -> bool:
        """Whether every page has room for its facts."""
        return not any(self.overfull(cuts))

    def is_airy(self, cuts: Cuts) -> bool:
        """Whether no page is so full that strip and rules stand close to the facts."""
        return all(page.gap_pt >= LEAST_GAP_PT for page in self.pages(cuts))

    def pages(self, cuts: Cuts) -> Iterator[PageSlots]:
        """The slots of each page."""
        for index, (start, end) in enumerate(pairwise(cuts)):
            left, zones = self._left_pt(index, start, end), self._zones(start, end)
            above = 0.0 if index else HEAD_GAP_SHARE + STRIP_GAP_SHARE
            shares = above + 2 * (len(zones) - 1) + FOOT_GAP_SHARE
            gap = min(MOST_GAP_PT, left / shares)
            yield PageSlots(start, zones, gap, left - gap * shares)

    @property
    def _own_words(self) -> int:
        """Index of what the provider has written itself."""
        own = (at for at, key in enumerate(self.keys) if zone_of(key) == OWN_WORDS)
        return next(own, len(self.keys))

    def _splits(self) -> tuple[int, ...]:
        """Where the second page may begin: after the edition's last fact, or what has no room.

        Then, in turn, after each fact more that the first page has room for. Below the rest of a
        strip they begin after the last of these.
        """
        end = len(self.counts)
        last = self.look.form.last_on_left or USUAL_LAST
        wished = next((at + 1 for at, key in enumerate(self.keys) if key is last), 0)
        wished = wished or sum(zone_of(key) == 0 for key in self.keys)
        roomy = [at for at in range(end + 1) if self._left_pt(0, 0, at) >= 0]
        if self.is_continued:
            return (max(roomy),)
        first = max((at for at in roomy if at <= wished), default=wished)
        return (first, *(at for at in roomy if wished < at < end))

    def _stop(self, index: int, start: int) -> int:
        """Index after the last fact that a page has room for, own words on another if need be."""
        ends = range(len(self.counts) - 1, start, -1)
        stop = next((end for end in ends if self._left_pt(index, start, end) >= 0), start)
        return self._own_words if start < self._own_words < stop else stop

    def _left_pt(self, index: int, start: int, end: int) -> float:
        """Height that a page has left; below 0 where it has no room."""
        counts = self.counts[start:end]
        leading = self.look.cells.text.leading_pt
        top = self.second_top_pt if index else self.first_top_pt
        used = top + sum(counts) * leading + len(counts) * self.air_pt
        form = self.look.form
        if end == len(self.counts):
            return form.facts_end_pt - self.approval_pt - used
        return form.top_pt + form.height_pt - form.padding_pt - used

    def _zones(self, start: int, end: int) -> tuple[tuple[int, ...], ...]:
        """Line counts by zone, of the zones that have facts on the page."""
        placed = [
            (zone_of(key), count)
            for key, count in zip(self.keys[start:end], self.counts[start:end], strict=True)
        ]
        found = (tuple(count for at, count in placed if at == zone) for zone in range(ZONE_COUNT))
        return tuple(counts for counts in found if counts) or ((),)
