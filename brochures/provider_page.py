"""One provider on one page: a form that is the same for everybody, filled in."""

from collections.abc import Iterator, Sequence

from brochures.furniture import PaperWords
from brochures.lines import Line, LineBreaker, Place
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.prose import RANK_OF_TITLE
from brochures.provider_form import (
    APPROVAL_BASELINE_PT,
    FRAME_HEIGHT_PT,
    FRAME_TOP_PT,
    FRAME_WIDTH_PT,
    HEAD_GAP_SHARE,
    INNER_WIDTH_PT,
    KIND_TOP_PT,
    LEAST_HEAD_GAP_PT,
    PADDING_PT,
    SLOT_AIR_PT,
    STRIP_GAP_SHARE,
    STRIP_HEAD_AIR_PT,
    STRIP_HEAD_PT,
    zone_of,
)
from brochures.provider_lines import (
    Columns,
    ProviderSetter,
    SetFact,
    SetProvider,
    SetStrip,
    columns_for,
)
from brochures.provider_slots import Slots, slots_for
from brochures.structure import (
    Element,
    head_row,
    heading,
    labelled,
    named_row,
    new_list,
    new_table,
    paragraph,
)
from brochures.styles import BOX, BOX_BOLD, LEFT_PT, PROVIDER_NAME, SMALL
from brochures.tables import block_height_pt, centred_baseline_pt, label_mark, value_marks
from kiosk.domain.document.provider_block import ProviderBlock

FRAME_LINE_PT = 1.1
RULE_LINE_PT = 0.5
STRIP_LINE_PT = 0.7
X_PT = LEFT_PT + PADDING_PT


def provider_pages(
    providers: Sequence[ProviderBlock], breaker: LineBreaker, words: PaperWords
) -> tuple[Page, ...]:
    """One page per provider in the order given; may be empty.

    Raises:
        DoesNotFitError: A value is longer than the room that every provider gets.
        MissingGlyphError: The font lacks a character.
    """
    if not providers:
        return ()
    columns = columns_for(providers, breaker)
    setter = ProviderSetter(columns, breaker, words)
    broken = tuple(setter.set(provider) for provider in providers)
    slots = slots_for(broken)
    heads = tuple(
        breaker.one_line(part, BOX_BOLD, columns.cell_pt, Place(providers[0].name, part))
        for part in slots.parts
    )
    frame = Frame(LEFT_PT, FRAME_TOP_PT, FRAME_WIDTH_PT, FRAME_HEIGHT_PT, FRAME_LINE_PT)
    return tuple(Page((frame, *_Form(each, columns, slots).marks(heads))) for each in broken)


class _Form:
    """Fills the form from the top."""

    def __init__(self, provider: SetProvider, columns: Columns, slots: Slots) -> None:
        self._provider = provider
        self._columns = columns
        self._slots = slots
        self._value_x_pt = X_PT + columns.label_pt
        self._y_pt = KIND_TOP_PT

    def marks(self, heads: Sequence[Line]) -> Iterator[Mark]:
        """Everything inside the frame, reading order."""
        yield from self._head()
        yield from self._strips(heads)
        yield from self._facts()
        approval = (self._provider.approval,)
        yield TextMark(paragraph(), X_PT, APPROVAL_BASELINE_PT, SMALL, approval)

    def _head(self) -> Iterator[Mark]:
        provider = self._provider
        name_baseline = FRAME_TOP_PT + PADDING_PT + PROVIDER_NAME.cap_height_pt
        name = heading(RANK_OF_TITLE)
        yield TextMark(name, X_PT, name_baseline, PROVIDER_NAME, provider.name)
        baseline = self._y_pt + BOX.baseline_pt
        yield TextMark(paragraph(), X_PT, baseline, BOX, (provider.kind,))
        yield TextMark(paragraph(), X_PT, baseline + BOX.leading_pt, BOX, provider.owner)
        self._y_pt += block_height_pt(self._slots.head_lines)

    def _strips(self, heads: Sequence[Line]) -> Iterator[Mark]:
        slots = self._slots
        self._y_pt += LEAST_HEAD_GAP_PT + HEAD_GAP_SHARE * slots.gap_pt + STRIP_HEAD_PT
        table = new_table()
        above = self._y_pt - STRIP_HEAD_AIR_PT
        elements = head_row(table, len(heads), has_corner=True)
        for index, (element, head) in enumerate(zip(elements, heads, strict=True)):
            yield label_mark(element, self._cell_x_pt(index), above, (head,))
        height = sum(slots.row_heights_pt)
        yield Frame(self._value_x_pt, self._y_pt, self._columns.value_pt, height, STRIP_LINE_PT)
        rows = zip(self._provider.strips, slots.row_heights_pt, strict=True)
        for number, (strip, height) in enumerate(rows):
            if number:
                end = self._value_x_pt + self._columns.value_pt
                yield Stroke(self._value_x_pt, self._y_pt, end, self._y_pt, STRIP_LINE_PT)
            columns = max(1, len(heads)) // len(strip.cells)
            yield from self._strip(strip, height, named_row(table, [columns] * len(strip.cells)))
            self._y_pt += height
        self._y_pt += STRIP_GAP_SHARE * slots.gap_pt

    def _strip(
        self, strip: SetStrip, height_pt: float, row: tuple[Element, tuple[Element, ...]]
    ) -> Iterator[Mark]:
        """Four cells, or one over all of them where the provider lacks the service."""
        top = self._y_pt
        head, cells = row
        baseline = centred_baseline_pt(top, height_pt, len(strip.name))
        yield label_mark(head, X_PT, baseline, strip.name)
        values = zip(cells, strip.cells, strip.ticks, strict=True)
        for index, (cell, lines, has_tick) in enumerate(values):
            baseline = centred_baseline_pt(top, height_pt, len(lines))
            x_pt = self._cell_x_pt(index)
            yield from value_marks(cell, x_pt, baseline, lines, has_tick=has_tick)
            if index:
                left = self._cell_x_pt(index) - self._columns.indent_pt
                yield Stroke(left, top, left, top + height_pt, STRIP_LINE_PT)

    def _facts(self) -> Iterator[Mark]:
        """The four zones, a rule between them."""
        gap, end = self._slots.gap_pt, X_PT + INNER_WIDTH_PT
        facts_read = new_list()
        for zone, line_counts in enumerate(self._slots.zones):
            if zone:
                self._y_pt += gap
                yield Stroke(X_PT, self._y_pt, end, self._y_pt, RULE_LINE_PT)
                self._y_pt += gap
            facts = (each for each in self._provider.facts if zone_of(each.fact.key) == zone)
            for fact, line_count in zip(facts, line_counts, strict=True):
                yield from self._fact(fact, facts_read)
                self._y_pt += block_height_pt(line_count) + SLOT_AIR_PT

    def _fact(self, fact: SetFact, facts_read: Element) -> Iterator[Mark]:
        baseline = self._y_pt + BOX.baseline_pt
        label, value = labelled(facts_read, fact.fact.language)
        yield label_mark(label, X_PT, baseline, fact.label)
        yield TextMark(value, self._value_x_pt, baseline, BOX, fact.value)

    def _cell_x_pt(self, index: int) -> float:
        return self._value_x_pt + index * self._columns.cell_pt + self._columns.indent_pt
