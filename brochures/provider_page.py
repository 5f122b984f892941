"""One provider on one page: a form that is the same for everybody, filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from brochures.editions import STANDARD
from brochures.empty_page import with_even_pages
from brochures.furniture import PaperWords
from brochures.lines import Line, LineBreaker, Place
from brochures.look import EditionLook
from brochures.marks import Frame, Mark, Page, Stroke, TextMark
from brochures.prose import RANK_OF_TITLE
from brochures.provider_columns import Columns
from brochures.provider_form import (
    HEAD_GAP_SHARE,
    LEAST_HEAD_GAP_PT,
    STRIP_GAP_SHARE,
    STRIP_HEAD_AIR_PT,
    STRIP_ROW_AIR_PT,
    UNDER_NAME_PT,
)
from brochures.provider_lines import SetFact, SetProvider, SetStrip
from brochures.provider_setting import setting_for
from brochures.provider_sheets import PageSlots
from brochures.provider_slots import Slots
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
from brochures.tables import CellSetter
from kiosk.domain.document.provider_block import ProviderBlock

FRAME_LINE_PT = 1.1
RULE_LINE_PT = 0.5
STRIP_LINE_PT = 0.7


def provider_pages(
    providers: Sequence[ProviderBlock],
    breaker: LineBreaker,
    words: PaperWords,
    look: EditionLook = STANDARD,
    *,
    is_facing: bool = True,
) -> tuple[Page, ...]:
    """The form of each provider in the order given, one page or whole spreads; may be empty.

    Args:
        providers: In their order.
        breaker: Measures texts.
        words: Of the document's language.
        look: Of the edition.
        is_facing: Whether forms of more than one page fill whole spreads.

    Raises:
        DoesNotFitError: A value is longer than the room that every provider gets.
        MissingGlyphError: The font lacks a character.
    """
    if not providers:
        return ()
    setting = setting_for(providers, breaker, words, look)
    columns, broken, slots = setting.columns, setting.broken, setting.slots
    if look.form.ends_below_facts and slots.page_count == 1:
        look = _shorter(look, slots.pages[0].blank_pt)
    heads = tuple(
        breaker.one_line(part, look.cells.strong, columns.cell_pt, Place(providers[0].name, part))
        for part in slots.strips.parts
    )
    cells = CellSetter(breaker, look.cells)
    forms = (tuple(_Form(each, columns, slots, cells, look).pages(heads)) for each in broken)
    if slots.page_count > 1 and is_facing:
        empty = words.gettext("This page is empty.")
        forms = (with_even_pages(each, empty, breaker, look) for each in forms)
    return tuple(chain.from_iterable(forms))


def _shorter(look: EditionLook, blank_pt: float) -> EditionLook:
    """The frame without what is empty in everybody's, down to its last line."""
    form = look.form
    shorter = replace(
        form,
        height_pt=form.height_pt - blank_pt,
        facts_end_pt=form.facts_end_pt - blank_pt,
        approval_baseline_pt=form.approval_baseline_pt - blank_pt,
    )
    return replace(look, form=shorter)


class _Form:
    """Fills the form from the top."""

    def __init__(
        self,
        provider: SetProvider,
        columns: Columns,
        slots: Slots,
        cells: CellSetter,
        look: EditionLook,
    ) -> None:
        self._provider = provider
        self._columns = columns
        self._slots = slots
        self._strip_slots = slots.strips
        self._cells = cells
        self._look = look
        self._form = look.form
        self._text = look.cells.text
        self._x_pt = look.paper.left_pt + look.form.padding_pt
        self._value_x_pt = self._x_pt + columns.label_pt
        self._y_pt = look.form.kind_top_pt
        self._table = new_table()
        self._facts_read = new_list()
        self._value = paragraph()

    def pages(self, heads: Sequence[Line]) -> Iterator[Page]:
        """One page, or two that face each other and maybe further ones, reading order."""
        first, *others = self._slots.pages
        *before, last = self._slots.strips.pages
        columns = head_row(self._table, len(heads), has_corner=True)
        named = [
            self._cells.label_mark(element, self._cell_x_pt(index), 0, (head,))
            for index, (element, head) in enumerate(zip(columns, heads, strict=True))
        ]
        marks = [*self._head()]
        for rows in before:
            yield self._framed((*marks, *self._strips(named, rows)))
            named = [replace(mark, element=None) for mark in named]
            self._y_pt = self._slots.second_top_pt
            marks = [*self._name_again()]
        marks += [*self._strips(named, last, first.gap_pt), *self._facts(first)]
        for page in others:
            yield self._framed(marks)
            self._y_pt = self._slots.second_top_pt
            marks = [*self._name_again(), *self._facts(page)]
        approval, small = self._provider.approval, self._look.small
        above_last = (self._slots.approval_lines - 1) * small.leading_pt
        baseline = self._form.approval_baseline_pt - above_last
        marks.append(TextMark(paragraph(), self._x_pt, baseline, small, approval))
        yield self._framed(marks)

    def _framed(self, marks: Sequence[Mark]) -> Page:
        paper, form = self._look.paper, self._form
        width = paper.content_width_pt
        frame = Frame(paper.left_pt, form.top_pt, width, form.height_pt, FRAME_LINE_PT)
        return Page((frame, *marks))

    def _name(self) -> TextMark:
        form = self._form
        baseline = form.top_pt + form.padding_pt + form.name.cap_height_pt
        name = heading(RANK_OF_TITLE)
        return TextMark(name, self._x_pt, baseline, form.name, self._provider.name)

    def _name_again(self) -> Iterator[Mark]:
        """The name on the right page; read aloud on the left one only."""
        style, form = self._look.small_strong, self._form
        baseline = form.top_pt + form.padding_pt + style.cap_height_pt
        yield TextMark(None, self._x_pt, baseline, style, self._provider.again)
        y_pt = self._slots.second_top_pt - UNDER_NAME_PT
        yield Stroke(self._x_pt, y_pt, self._x_pt + self._columns.inner_pt, y_pt, RULE_LINE_PT)

    def _head(self) -> Iterator[Mark]:
        provider = self._provider
        yield self._name()
        baseline = self._y_pt + self._text.baseline_pt
        yield TextMark(paragraph(), self._x_pt, baseline, self._text, provider.kind)
        slots, block_height_pt = self._slots, self._cells.block_height_pt
        if provider.owner:
            below = baseline + block_height_pt(slots.kind_lines)
            yield TextMark(paragraph(), self._x_pt, below, self._text, provider.owner)
        self._y_pt += block_height_pt(slots.kind_lines + slots.owner_lines)

    def _strips(self, heads: Sequence[TextMark], rows: range, gap_pt: float = 0) -> Iterator[Mark]:
        """The rows of a page below their heads, which are read aloud the first time only."""
        self._y_pt += LEAST_HEAD_GAP_PT + HEAD_GAP_SHARE * gap_pt + self._form.strip_head_pt
        yield from (head.down(self._y_pt - STRIP_HEAD_AIR_PT) for head in heads)
        for number in rows:
            strip, height = self._provider.strips[number], self._strip_slots.row_heights_pt[number]
            columns = max(1, len(heads)) // len(strip.cells)
            row = named_row(self._table, [columns] * len(strip.cells))
            yield from self._strip_edge(number, rows)
            yield from self._strip(strip, height, row)
            self._y_pt += height
        self._y_pt += STRIP_GAP_SHARE * gap_pt

    def _strip_edge(self, number: int, rows: range) -> Iterator[Mark]:
        """What holds the cells of a row together: one frame for all rows, or one for each."""
        heights, width = self._strip_slots.row_heights_pt, self._columns.value_pt
        self._y_pt += self._strip_slots.name_heights_pt[number]
        if self._columns.names_above:
            yield Frame(self._value_x_pt, self._y_pt, width, heights[number], STRIP_LINE_PT)
        elif number > rows.start:
            end = self._value_x_pt + width
            yield Stroke(self._value_x_pt, self._y_pt, end, self._y_pt, STRIP_LINE_PT)
        else:
            height = sum(heights[rows.start : rows.stop])
            yield Frame(self._value_x_pt, self._y_pt, width, height, STRIP_LINE_PT)

    def _strip(
        self, strip: SetStrip, height_pt: float, row: tuple[Element, tuple[Element, ...]]
    ) -> Iterator[Mark]:
        """Four cells, or one over all of them where the provider lacks the service."""
        top = self._y_pt
        head, cells = row
        baseline = self._cells.centred_baseline_pt(top, height_pt, len(strip.name))
        if self._columns.names_above:
            style = self._look.cells.strong
            lowest = top - STRIP_ROW_AIR_PT - (style.leading_pt - style.baseline_pt)
            baseline = lowest - (len(strip.name) - 1) * style.leading_pt
        yield self._cells.label_mark(head, self._x_pt, baseline, strip.name)
        values = zip(cells, strip.cells, strip.ticks, strict=True)
        for index, (cell, lines, has_tick) in enumerate(values):
            baseline = self._cells.centred_baseline_pt(top, height_pt, len(lines))
            x_pt = self._cell_x_pt(index)
            yield from self._cells.value_marks(cell, x_pt, baseline, lines, has_tick=has_tick)
            if index:
                left = self._cell_x_pt(index) - self._columns.indent_pt
                yield Stroke(left, top, left, top + height_pt, STRIP_LINE_PT)

    def _facts(self, page: PageSlots) -> Iterator[Mark]:
        """The zones of a page, a rule between them."""
        gap, end = page.gap_pt, self._x_pt + self._columns.inner_pt
        facts = iter(self._provider.facts[page.start :])
        for zone, line_counts in enumerate(page.zones):
            if zone:
                self._y_pt += gap
                yield Stroke(self._x_pt, self._y_pt, end, self._y_pt, RULE_LINE_PT)
                self._y_pt += gap
            for line_count, fact in zip(line_counts, facts, strict=False):
                yield from self._fact(fact)
                self._y_pt += self._cells.block_height_pt(line_count) + self._slots.air_pt

    def _fact(self, fact: SetFact) -> Iterator[Mark]:
        baseline = self._y_pt + self._text.baseline_pt
        if not fact.goes_on:
            label, self._value = labelled(self._facts_read, fact.fact.language)
            yield self._cells.label_mark(label, self._x_pt, baseline, fact.label)
        if fact.value:
            yield TextMark(self._value, self._value_x_pt, baseline, self._text, fact.value)

    def _cell_x_pt(self, index: int) -> float:
        return self._value_x_pt + index * self._columns.cell_pt + self._columns.indent_pt
