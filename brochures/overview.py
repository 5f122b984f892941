"""All options on one page, before any details: rows of one height, one type for all names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from brochures.flow import Piece
from brochures.lines import Line, Place
from brochures.marks import TICK_ADVANCE_PT, Mark, Stroke
from brochures.prose import AFTER_HEADING_PT, AFTER_TITLE_PT, BEFORE_HEADING_PT, ProseSetter
from brochures.styles import BOX, CONTENT_WIDTH_PT, LEFT_PT, MM, RIGHT_PT
from brochures.tables import (
    CellSetter,
    block_height_pt,
    centred_baseline_pt,
    label_mark,
    value_marks,
)
from kiosk.domain.document import BrochurePart, OverviewRow, OverviewTable
from kiosk.domain.service import ProviderId

ROW_HEIGHT_PT = 15.5 * MM
ROW_AIR_PT = 2.6 * MM
BEFORE_TABLE_PT = 5 * MM
HEAD_AIR_PT = 3 * MM
COLUMN_GAP_PT = 3.6 * MM
ROOMY_NAME_PT = 75 * MM
"""A narrower first column is avoided by breaking the heads of the service columns."""


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """Where the parts of this brochure stand."""

    providers: Mapping[ProviderId, int]
    parts: Mapping[BrochurePart, int]

    def of(self, row: OverviewRow) -> str:
        """The number printed in a row; empty where the row refers to no page."""
        if row.page_of is not None:
            return str(self.providers.get(row.page_of, ""))
        return str(self.parts.get(row.see, "")) if row.see is not None else ""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and text widths, first column to last."""

    lefts_pt: tuple[float, ...]
    widths_pt: tuple[float, ...]


def overview_pieces(
    table: OverviewTable, numbers: PageNumbers, setter: ProseSetter, cells: CellSetter
) -> Iterator[Piece]:
    """The page in reading order."""
    yield setter.title(table.title)
    yield from setter.paragraph(table.lead, AFTER_TITLE_PT)
    yield from _Table(table, numbers, cells).pieces()
    for title, text in (table.about_order, table.how_to_read):
        yield setter.heading(title, BEFORE_HEADING_PT)
        yield from setter.paragraph(text, AFTER_HEADING_PT)


class _Table:
    def __init__(self, table: OverviewTable, numbers: PageNumbers, cells: CellSetter) -> None:
        self._table = table
        self._numbers = numbers
        self._cells = cells
        self._columns = _columns(table, cells)

    def pieces(self) -> Iterator[Piece]:
        """The head, then one row per option, all as high as the highest."""
        head = self._head()
        yield head
        names = [self._name(row) for row in self._table.rows]
        lines = max((len(name) for name in names), default=1)
        height = max(ROW_HEIGHT_PT, block_height_pt(lines) + ROW_AIR_PT)
        for row, name in zip(self._table.rows, names, strict=True):
            yield Piece(height, tuple(self._row(row, name, height)), repeats=head)

    def _head(self) -> Piece:
        columns = self._columns
        heads = [
            self._cells.label_lines(text, width, Place(self._table.title, text))
            for text, width in zip(self._table.headings, columns.widths_pt, strict=True)
        ]
        count = max(len(lines) for lines in heads)
        height = block_height_pt(count) + HEAD_AIR_PT
        marks: list[Mark] = [
            label_mark(left, BOX.baseline_pt + (count - len(lines)) * BOX.leading_pt, lines)
            for left, lines in zip(columns.lefts_pt, heads, strict=True)
        ]
        marks.append(Stroke(LEFT_PT, height, RIGHT_PT, height, 1.1))
        return Piece(height, tuple(marks), BEFORE_TABLE_PT, keeps_next=True)

    def _name(self, row: OverviewRow) -> tuple[Line, ...]:
        width = self._columns.widths_pt[0]
        return self._cells.label_lines(row.name, width, Place(self._table.title, row.name))

    def _row(self, row: OverviewRow, name: tuple[Line, ...], height_pt: float) -> Iterator[Mark]:
        columns = self._columns
        yield label_mark(LEFT_PT, centred_baseline_pt(0, height_pt, len(name)), name)
        values = (*row.cells, self._numbers.of(row))
        ticks = (*(row.ticks or (False,) * len(row.cells)), False)
        cells = zip(values, ticks, columns.lefts_pt[1:], columns.widths_pt[1:], strict=True)
        for text, has_tick, left, width in cells:
            place = Place(self._table.title, row.name)
            lines = self._cells.lines(text, width, place, has_tick=has_tick)
            baseline = centred_baseline_pt(0, height_pt, len(lines))
            yield from value_marks(left, baseline, lines, has_tick=has_tick)
        yield Stroke(LEFT_PT, height_pt, RIGHT_PT, height_pt, 0.5)


def _columns(table: OverviewTable, cells: CellSetter) -> _Columns:
    """The service columns as wide as their heads, the names get the rest."""
    heads = table.headings[1:]
    values = [_value_width_pt(table, index, cells) for index in range(len(heads))]
    whole = [
        max(cells.label_width_pt(head), value) for head, value in zip(heads, values, strict=True)
    ]
    words = [
        max(cells.word_width_pt(head), value) for head, value in zip(heads, values, strict=True)
    ]
    widths = whole if _name_width_pt(whole) >= ROOMY_NAME_PT else words
    return _placed(_name_width_pt(widths), widths)


def _value_width_pt(table: OverviewTable, index: int, cells: CellSetter) -> float:
    """Width that the values of a column need so that no word is broken; 0 for page numbers."""
    return max(
        (
            cells.value_word_width_pt(row.cells[index]) + TICK_ADVANCE_PT * any(row.ticks)
            for row in table.rows
            if index < len(row.cells)
        ),
        default=0,
    )


def _name_width_pt(widths_pt: list[float]) -> float:
    return CONTENT_WIDTH_PT - sum(width + COLUMN_GAP_PT for width in widths_pt)


def _placed(first_pt: float, rest_pt: list[float]) -> _Columns:
    lefts = [LEFT_PT]
    for width in (first_pt, *rest_pt[:-1]):
        lefts.append(lefts[-1] + width + COLUMN_GAP_PT)
    return _Columns(tuple(lefts), (first_pt, *rest_pt))
