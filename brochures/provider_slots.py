"""Heights of the provider form, decided once over all providers of a brochure.

Every field gets the room of its longest value, so the same fact stands at the same height on
every provider's page and nobody's box differs from anybody else's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from brochures.provider_form import (
    FACTS_END_PT,
    FOOT_GAP_SHARE,
    HEAD_GAP_SHARE,
    KIND_TOP_PT,
    LEAST_HEAD_GAP_PT,
    MOST_GAP_PT,
    RULE_SIDES,
    SLOT_AIR_PT,
    STRIP_GAP_SHARE,
    STRIP_HEAD_PT,
    STRIP_ROW_AIR_PT,
    STRIP_ROW_PT,
    ZONE_COUNT,
    zone_of,
)
from brochures.provider_lines import SetFact, SetProvider, SetStrip
from brochures.styles import BOX
from kiosk.domain.document.provider_block import FactKey
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


@dataclass(frozen=True, slots=True)
class Slots:
    """What all provider pages of a brochure have in common; lengths in points.

    Attributes:
        head_lines: Lines under the name.
        row_heights_pt: One per service row of the strip.
        parts: Heads of the strip's four columns; empty when nobody gives any service asked for.
        zones: Line counts of the facts, of the contact, of the own words, of the extras.
        gap_pt: White at each side of a rule.
    """

    head_lines: int
    row_heights_pt: tuple[float, ...]
    parts: tuple[str, ...]
    zones: tuple[tuple[int, ...], ...]
    gap_pt: float


def slots_for(providers: Sequence[SetProvider]) -> Slots:
    """Room for the longest value of every field; what is left is shared by the gaps.

    Args:
        providers: At least one, all with the same fields in the same order.

    Raises:
        DoesNotFitError: The longest values together need more than the frame.
    """
    head_lines = 1 + max(len(provider.owner) for provider in providers)
    rows = _row_heights_pt(providers)
    counts = _line_counts(providers)
    used = KIND_TOP_PT + head_lines * BOX.leading_pt + LEAST_HEAD_GAP_PT + STRIP_HEAD_PT + sum(rows)
    used += sum(counts) * BOX.leading_pt + len(counts) * SLOT_AIR_PT
    left = FACTS_END_PT - used
    if left < 0:
        raise _refusal(providers, -left)
    gap = min(MOST_GAP_PT, left / (HEAD_GAP_SHARE + STRIP_GAP_SHARE + RULE_SIDES + FOOT_GAP_SHARE))
    return Slots(head_lines, rows, _parts(providers), _zones(providers[0], counts), gap)


def _line_counts(providers: Sequence[SetProvider]) -> tuple[int, ...]:
    """Lines of every fact's slot, in the order of the facts."""
    fields = zip(*(provider.facts for provider in providers), strict=True)
    return tuple(
        max(max(len(each.label), len(each.value)) for each in same_field) for same_field in fields
    )


def _zones(provider: SetProvider, counts: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    placed = [(zone_of(each.fact.key), n) for each, n in zip(provider.facts, counts, strict=True)]
    return tuple(tuple(n for at, n in placed if at == zone) for zone in range(ZONE_COUNT))


def _row_heights_pt(providers: Sequence[SetProvider]) -> tuple[float, ...]:
    rows = zip(*(provider.strips for provider in providers), strict=True)
    lines = (max(_strip_lines(strip) for strip in same_service) for same_service in rows)
    return tuple(max(STRIP_ROW_PT, n * BOX.leading_pt + STRIP_ROW_AIR_PT) for n in lines)


def _strip_lines(strip: SetStrip) -> int:
    return max(len(lines) for lines in (strip.name, *strip.cells))


def _parts(providers: Sequence[SetProvider]) -> tuple[str, ...]:
    strips = chain.from_iterable(provider.block.strips for provider in providers)
    return next((tuple(cell.label for cell in strip.cells) for strip in strips if strip.cells), ())


def _refusal(providers: Sequence[SetProvider], over_pt: float) -> DoesNotFitError:
    """Name the value that is furthest above its writer's budget."""
    provider, fact = max(
        ((provider, fact) for provider in providers for fact in provider.facts),
        key=lambda pair: (_over_budget(pair[1]), len(pair[1].value)),
    )
    lines_over = max(1, -int(-over_pt // BOX.leading_pt))
    return DoesNotFitError(provider.block.name, fact.fact.label, lines_over)


def _over_budget(fact: SetFact) -> int:
    return len(fact.value) - _BUDGET_LINES.get(fact.fact.key, 1)
