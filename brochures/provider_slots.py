"""Heights of the provider form, decided once over all providers of a brochure.

Every field gets the room of its longest value, so the same fact stands at the same height on
every provider's page and nobody's box differs from anybody else's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brochures.look import EditionLook
from brochures.provider_form import CLOSER_SLOT_AIR_PT, UNDER_NAME_PT
from brochures.provider_lines import SetFact, SetProvider
from brochures.provider_sheets import Cuts, FactSheet, PageSlots
from brochures.provider_strips import StripSlots, strip_slots
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

_TOLD_BY_PROGRAM = frozenset({FactKey.OTHERWISE, FactKey.ZONES, FactKey.CAPACITY, FactKey.START})
"""What grows with services and zones; nobody can write it shorter."""

_PART_LINES = 6
"""So many lines of such a fact stay together where it is too long for a page."""

_LEAST_ASKED_LINES = 3
"""Nobody is asked for fewer lines of a fact than this on one page, or twice as many on two."""


class WrittenTooLongError(DoesNotFitError):
    """A text that somebody has written has no room, and would have if it were shorter."""

    @classmethod
    def like(cls, error: DoesNotFitError) -> "WrittenTooLongError":
        """The same, known to be somebody's own text."""
        return cls(error.owner, error.field, error.lines_over)


@dataclass(frozen=True, slots=True)
class Slots:
    """What the pages of all providers of a brochure have in common; lengths in points.

    Attributes:
        kind_lines, owner_lines: Lines under the name.
        approval_lines: Lines at the lower edge of the frame.
        second_top_pt: Where the facts of a right page begin, under the repeated name and its rule.
        strips: Rows of the strip, and the pages on which they stand.
        pages: Those with facts, the first of them below the last rows of the strip: one, or two
            that face each other, or more where those have no room for all.
        air_pt: White below every fact.
    """

    kind_lines: int
    owner_lines: int
    approval_lines: int
    second_top_pt: float
    strips: StripSlots
    pages: tuple[PageSlots, ...]
    air_pt: float

    @property
    def page_count(self) -> int:
        """Pages of each provider, without an empty one."""
        return len(self.strips.pages) - 1 + len(self.pages)


def slots_for(
    providers: Sequence[SetProvider],
    look: EditionLook,
    *,
    names_above: bool = False,
    may_go_on: bool = True,
) -> Slots:
    """Room for the longest value of every field; what is left is shared by the gaps.

    What the program tells of many services goes on over further pages, for all providers alike; a
    text that somebody has written too long is refused instead.

    Args:
        providers: At least one, all with the same fields in the same order.
        look: Of the edition.
        names_above: Whether services stand above their rows of the strip.
        may_go_on: Whether there may be more pages than the edition's usual ones.

    Raises:
        WrittenTooLongError: The longest values together need more than the frame, and shorter texts
            would not.
        DoesNotFitError: One of them needs more than a page, which ``in_parts`` may help.
    """
    kind, owner, approval = (
        max(len(lines) for lines in same)
        for same in zip(
            *((each.kind, each.owner, each.approval) for each in providers), strict=True
        )
    )
    above = look.form.kind_top_pt + (kind + owner) * look.cells.text.leading_pt
    second_top = _second_top_pt(max(len(each.again) for each in providers), look)
    strips = strip_slots(providers, look, (above, second_top), names_above=names_above)
    sheet = FactSheet(
        look,
        keys=tuple(each.fact.key for each in providers[0].facts),
        counts=_line_counts(providers),
        first_top_pt=strips.end_pt,
        second_top_pt=second_top,
        approval_pt=(approval - 1) * look.small.leading_pt,
        is_continued=len(strips.pages) > 1,
    )
    sheet, cuts = _placed(sheet, providers, may_go_on=may_go_on)
    pages = tuple(sheet.pages(cuts))
    return Slots(kind, owner, approval, second_top, strips, pages, sheet.air_pt)


def in_parts(providers: Sequence[SetProvider]) -> tuple[SetProvider, ...]:
    """The same with what the program tells at length in parts, as many for everybody."""
    counts = _line_counts(providers)
    keys = (each.fact.key for each in providers[0].facts)
    parts = [
        -(-count // _PART_LINES) if key in _TOLD_BY_PROGRAM else 1
        for key, count in zip(keys, counts, strict=True)
    ]
    return tuple(replace(each, facts=tuple(_cut(each.facts, parts))) for each in providers)


def _cut(facts: Sequence[SetFact], parts: Sequence[int]) -> Iterator[SetFact]:
    for fact, count in zip(facts, parts, strict=True):
        if count == 1:
            yield fact
            continue
        yield replace(fact, value=fact.value[:_PART_LINES])
        for part in range(1, count):
            rest = fact.value[part * _PART_LINES : (part + 1) * _PART_LINES]
            yield SetFact(fact.fact, (), rest, goes_on=True)


def _second_top_pt(name_lines: int, look: EditionLook) -> float:
    name = name_lines * look.small_strong.leading_pt
    return look.form.top_pt + look.form.padding_pt + name + 2 * UNDER_NAME_PT


def _placed(
    sheet: FactSheet, providers: Sequence[SetProvider], *, may_go_on: bool
) -> tuple[FactSheet, Cuts]:
    """The facts, closer to each other where that saves pages, and where the pages turn.

    Further pages are for what nobody wrote too long.
    """
    closer = replace(sheet, air_pt=CLOSER_SLOT_AIR_PT)
    usual, tight = sheet.usual(), closer.usual()
    if sheet.has_room(usual) and len(usual) <= len(tight) and sheet.is_airy(usual):
        return sheet, usual
    if closer.has_room(tight):
        return closer, tight
    shorter = replace(closer, counts=tuple(_asked_for(sheet, len(providers[0].strips))))
    if shorter.has_room(shorter.usual()):
        raise WrittenTooLongError.like(_refusal(providers, closer, tight))
    further = sheet.further()
    if not may_go_on or not sheet.has_room(further):
        raise _refusal(providers, sheet, tight if not may_go_on else further)
    return sheet, further


def _asked_for(sheet: FactSheet, services: int) -> Iterator[int]:
    """Lines of every fact's slot if all writers kept to the most that they can be asked for."""
    pages = 1 if sheet.look.form.last_on_left is None else 2
    for key, count in zip(sheet.keys, sheet.counts, strict=True):
        most = pages * max(_LEAST_ASKED_LINES, _BUDGET_LINES.get(key, 1))
        most *= services if key is FactKey.EXCEPTIONS else 1
        yield count if key in _TOLD_BY_PROGRAM else min(count, most)


def _line_counts(providers: Sequence[SetProvider]) -> tuple[int, ...]:
    """Lines of every fact's slot, in the order of the facts."""
    fields = zip(*(provider.facts for provider in providers), strict=True)
    return tuple(
        max(max(len(each.label), len(each.value)) for each in same_field) for same_field in fields
    )


def _refusal(providers: Sequence[SetProvider], sheet: FactSheet, cuts: Cuts) -> DoesNotFitError:
    """Name the value that is furthest above its writer's budget, one of the full page if any is."""
    start, end, over_pt = next(sheet.overfull(cuts))
    keys, leading = sheet.keys[start:end], sheet.look.cells.text.leading_pt
    lines_over = max(1, -int(-over_pt // leading))
    facts = [(provider, fact) for provider in providers for fact in provider.facts]
    written = [pair for pair in facts if _over_budget(pair[1]) > 0]
    here = [pair for pair in facts if pair[1].fact.key in keys]
    found = [pair for pair in here if pair in written] or written or here or facts
    provider, fact = max(found, key=lambda pair: (_over_budget(pair[1]), len(pair[1].value)))
    return DoesNotFitError(provider.block.name, fact.fact.label, lines_over)


def _over_budget(fact: SetFact) -> int:
    """Lines more than a writer is told to keep within; 0 for what nobody can write shorter."""
    key = fact.fact.key
    return 0 if key in _TOLD_BY_PROGRAM else len(fact.value) - _BUDGET_LINES.get(key, 1)
