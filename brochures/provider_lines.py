"""Breaks the texts of all providers of a brochure into the lines of their forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from brochures.furniture import PaperWords
from brochures.lines import ROUNDING_PT, Line, LineBreaker, Place
from brochures.marks import TICK_ADVANCE_PT
from brochures.provider_form import (
    CELL_COUNT,
    CELL_INDENT_PT,
    INNER_WIDTH_PT,
    LABEL_COLUMN_PT,
    LABEL_GAP_PT,
    LEAST_CELL_INDENT_PT,
    NAME_LINES,
)
from brochures.styles import BOX, BOX_BOLD, PROVIDER_NAME, SMALL, TextStyle
from kiosk.domain.document.provider_block import CoverageCell, CoverageStrip, Fact, ProviderBlock
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.provider import Coverage


@dataclass(frozen=True, slots=True)
class SetFact:
    """One fact, broken into lines."""

    fact: Fact
    label: tuple[Line, ...]
    value: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SetStrip:
    """One row of the coverage strip.

    Attributes:
        cells: Four, or one over the whole width where the provider lacks the service.
        ticks: Per cell, whether a tick stands before the word.
    """

    name: tuple[Line, ...]
    cells: tuple[tuple[Line, ...], ...]
    ticks: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class SetProvider:
    """One provider, broken into lines.

    Attributes:
        owner: One line, or two where the number stands on a line of its own.
    """

    block: ProviderBlock
    name: tuple[Line, ...]
    kind: Line
    owner: tuple[Line, ...]
    approval: Line
    strips: tuple[SetStrip, ...]
    facts: tuple[SetFact, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Decided once for all providers of a brochure.

    Attributes:
        label_pt: Width of the label column; the values get the rest.
        indent_pt: White at both sides of the longest word in a cell of the strip.
        splits_owner: Whether the organisation number stands on a line of its own.
    """

    label_pt: float
    indent_pt: float
    splits_owner: bool

    @property
    def value_pt(self) -> float:
        """Width of the value column."""
        return INNER_WIDTH_PT - self.label_pt

    @property
    def cell_pt(self) -> float:
        """Width of one of the four cells."""
        return self.value_pt / CELL_COUNT


def columns_for(providers: Sequence[ProviderBlock], breaker: LineBreaker) -> Columns:
    """Columns in which the longest label and the longest cell of any provider have room."""
    words = chain.from_iterable(label.split(" ") for each in providers for label in _labels(each))
    widest_label = max(breaker.text_width_pt(word, BOX_BOLD) for word in words) + LABEL_GAP_PT
    widths = (_cell_width_pt(cell, breaker) for each in providers for cell in _cells(each))
    widest_cell = max(widths, default=0)
    left_by_cells = INNER_WIDTH_PT - CELL_COUNT * (widest_cell + 2 * LEAST_CELL_INDENT_PT)
    label_pt = max(widest_label, min(LABEL_COLUMN_PT, left_by_cells))
    cell_pt = (INNER_WIDTH_PT - label_pt) / CELL_COUNT
    indent_pt = (cell_pt - widest_cell) / 2
    owners = (breaker.text_width_pt(provider.owner_line, BOX) for provider in providers)
    return Columns(
        label_pt=label_pt,
        indent_pt=max(LEAST_CELL_INDENT_PT, min(CELL_INDENT_PT, indent_pt)),
        splits_owner=max(owners) > INNER_WIDTH_PT,
    )


class ProviderSetter:
    """Breaks the texts of one provider after another."""

    def __init__(self, columns: Columns, breaker: LineBreaker, words: PaperWords) -> None:
        self._columns = columns
        self._breaker = breaker
        self._words = words

    def set(self, provider: ProviderBlock) -> SetProvider:
        """All lines of a provider.

        Raises:
            DoesNotFitError: The name needs a third line, or a line of the head a second one.
            MissingGlyphError: The font lacks a character.
        """
        words = self._words
        owner: tuple[str, ...] = (provider.owner_line,)
        if self._columns.splits_owner:
            owner = (provider.owner, provider.org_number)
        return SetProvider(
            block=provider,
            name=self._name(provider, Place(provider.name, words.pgettext("field", "Name"))),
            kind=self._line(
                provider.kind_line, BOX, Place(provider.name, words.pgettext("field", "Type"))
            ),
            owner=tuple(
                self._line(text, BOX, Place(provider.name, words.pgettext("field", "Owner")))
                for text in owner
            ),
            approval=self._line(
                provider.approval, SMALL, Place(provider.name, words.pgettext("field", "Approval"))
            ),
            strips=tuple(self._strip(strip, provider.name) for strip in provider.strips),
            facts=tuple(self._fact(fact, provider.name) for fact in provider.facts),
        )

    def _name(self, provider: ProviderBlock, place: Place) -> tuple[Line, ...]:
        lines = self._breaker.break_text(provider.name, PROVIDER_NAME, INNER_WIDTH_PT, place)
        if len(lines) > NAME_LINES:
            raise DoesNotFitError(place.owner, place.field, len(lines) - NAME_LINES)
        return lines

    def _line(self, text: str, style: TextStyle, place: Place) -> Line:
        return self._breaker.one_line(text, style, INNER_WIDTH_PT, place)

    def _strip(self, strip: CoverageStrip, owner: str) -> SetStrip:
        place = Place(owner, strip.service_name)
        name = self._label(strip.service_name, place)
        padding = self._columns.indent_pt + LEAST_CELL_INDENT_PT
        if not strip.cells:
            room = self._columns.value_pt - padding
            return SetStrip(
                name, (self._breaker.break_text(strip.absent, BOX, room, place),), (False,)
            )
        ticks = tuple(cell.comes is Coverage.YES for cell in strip.cells)
        room = self._columns.cell_pt - padding
        cells = tuple(
            self._breaker.break_text(cell.short, BOX, room - has_tick * TICK_ADVANCE_PT, place)
            for cell, has_tick in zip(strip.cells, ticks, strict=True)
        )
        return SetStrip(name, cells, ticks)

    def _fact(self, fact: Fact, owner: str) -> SetFact:
        place = Place(owner, fact.label)
        value = self._breaker.break_text(fact.value, BOX, self._columns.value_pt, place)
        return SetFact(fact, self._label(fact.label, place), value)

    def _label(self, text: str, place: Place) -> tuple[Line, ...]:
        width = self._columns.label_pt - LABEL_GAP_PT
        return self._breaker.break_text(text, BOX_BOLD, width + ROUNDING_PT, place)


def _labels(provider: ProviderBlock) -> Iterator[str]:
    yield from (strip.service_name for strip in provider.strips)
    yield from (fact.label for fact in provider.facts)


def _cells(provider: ProviderBlock) -> Iterator[CoverageCell]:
    yield from chain.from_iterable(strip.cells for strip in provider.strips)


def _cell_width_pt(cell: CoverageCell, breaker: LineBreaker) -> float:
    tick = TICK_ADVANCE_PT if cell.comes is Coverage.YES else 0
    word = breaker.text_width_pt(cell.short, BOX)
    return tick + word + ROUNDING_PT
