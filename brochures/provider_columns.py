"""The columns of the provider form, decided once over all providers of a brochure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from brochures.lines import ROUNDING_PT, LineBreaker
from brochures.look import EditionLook
from brochures.marks import TICK_ADVANCE_PT
from brochures.provider_form import CELL_COUNT, LABEL_GAP_EM, LEAST_CELL_INDENT_PT
from kiosk.domain.document.provider_block import CoverageCell, ProviderBlock
from kiosk.domain.provider import Coverage

_Told = TypeVar("_Told")


@dataclass(frozen=True, slots=True)
class Columns:
    """Decided once for all providers of a brochure.

    Attributes:
        inner_pt: Width inside the frame.
        label_pt: Width of the label column; the values get the rest.
        indent_pt: White at both sides of the longest word in a cell of the strip.
        splits_owner: Whether the organisation number stands on a line of its own.
        names_above: Whether services stand above their rows of the strip, not beside them.
    """

    inner_pt: float
    label_pt: float
    indent_pt: float
    splits_owner: bool
    names_above: bool = False

    @property
    def value_pt(self) -> float:
        """Width of the value column."""
        return self.inner_pt - self.label_pt

    @property
    def cell_pt(self) -> float:
        """Width of one of the four cells."""
        return self.value_pt / CELL_COUNT


def columns_for(
    providers: Sequence[ProviderBlock],
    breaker: LineBreaker,
    look: EditionLook,
    *,
    is_wide: bool = False,
    names_above: bool = False,
) -> Columns:
    """Columns in which the longest label and the longest cell of any provider have room.

    Args:
        providers: At least one.
        breaker: Measures the texts.
        look: Of the edition.
        is_wide: Whether the values get all that the labels do not need.
        names_above: Whether services stand above their rows even where there is room beside them.
    """
    inner = look.paper.content_width_pt - 2 * look.form.padding_pt
    cells = look.cells
    least_cell = max(
        (_least_cell_pt(cell, breaker, look) for cell in _all(providers, _cells)), default=0
    )
    widest_label = _label_pt(_all(providers, _labels), breaker, look)
    beside_pt = CELL_COUNT * (least_cell + 2 * LEAST_CELL_INDENT_PT)
    names_above = names_above or inner - widest_label < beside_pt
    if names_above:
        widest_label = _label_pt(_all(providers, _fact_labels), breaker, look)
    widths = (_cell_width_pt(cell, breaker, look) for cell in _all(providers, _cells))
    widest_cell = max(widths, default=0)
    left_by_cells = inner - CELL_COUNT * (widest_cell + 2 * LEAST_CELL_INDENT_PT)
    usual_label = 0 if is_wide else look.form.label_pt
    label_pt = max(widest_label, min(usual_label, left_by_cells))
    cell_pt = (inner - label_pt) / CELL_COUNT
    indent_pt = (cell_pt - widest_cell) / 2
    owners = (breaker.text_width_pt(provider.owner_line, cells.text) for provider in providers)
    return Columns(
        inner_pt=inner,
        label_pt=label_pt,
        indent_pt=max(LEAST_CELL_INDENT_PT, min(look.form.cell_indent_pt, indent_pt)),
        splits_owner=max(owners) > inner,
        names_above=names_above,
    )


def _labels(provider: ProviderBlock) -> Iterator[str]:
    yield from (strip.service_name for strip in provider.strips)
    yield from _fact_labels(provider)


def _fact_labels(provider: ProviderBlock) -> Iterator[str]:
    yield from (fact.label for fact in provider.facts)


def _cells(provider: ProviderBlock) -> Iterator[CoverageCell]:
    yield from chain.from_iterable(strip.cells for strip in provider.strips)


def _all(
    providers: Sequence[ProviderBlock], told: Callable[[ProviderBlock], Iterator[_Told]]
) -> Iterator[_Told]:
    return chain.from_iterable(map(told, providers))


def _label_pt(labels: Iterator[str], breaker: LineBreaker, look: EditionLook) -> float:
    """Width of a column in which no word of a label is broken."""
    strong = look.cells.strong
    words = chain.from_iterable(label.split(" ") for label in labels)
    widest = max(breaker.text_width_pt(word, strong) for word in words)
    return widest + LABEL_GAP_EM * strong.size_pt


def _least_cell_pt(cell: CoverageCell, breaker: LineBreaker, look: EditionLook) -> float:
    """Width that the words of a cell need if each has a line."""
    tick = TICK_ADVANCE_PT if cell.comes is Coverage.YES else 0
    words = (breaker.text_width_pt(word, look.cells.text) for word in cell.short.split())
    return tick + max(words, default=0) + ROUNDING_PT


def _cell_width_pt(cell: CoverageCell, breaker: LineBreaker, look: EditionLook) -> float:
    tick = TICK_ADVANCE_PT if cell.comes is Coverage.YES else 0
    word = breaker.text_width_pt(cell.short, look.cells.text)
    return tick + word + ROUNDING_PT
