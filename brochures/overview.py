"""All options on one page, before any details: rows of one height, one type for all names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from brochures.editions import AFTER_HEADING_PT, BEFORE_HEADING_PT
from brochures.flow import Flowed, Piece, Room, flow, flow_compactly, flow_evenly
from brochures.lines import Line, Place
from brochures.look import EditionLook
from brochures.marks import Mark, Stroke
from brochures.overview_columns import columns_of, counted, with_room
from brochures.prose import ProseSetter
from brochures.structure import head_row, named_row, new_table
from brochures.styles import MM
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import BrochurePart, OverviewRow, OverviewTable
from kiosk.domain.errors import DoesNotFitError
from kiosk.domain.service import ProviderId

ROW_AIR_PT = 2.6 * MM
LEAST_ROW_AIR_PT = 1.3 * MM
ROW_AIR_PARTS = (1.0, 0.75, 0.5, 0.25, 0.0)
"""Rows are set closer in these steps until all stands on one page; the same for all rows."""
MOST_NAMED_HEADINGS = 4
"""Of a table in which services are counted only where their names have no room: of two of them."""
BEFORE_TABLE_PT = 5 * MM
HEAD_AIR_PT = 3 * MM


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
class _Cell:
    """A cell, broken into lines."""

    lines: tuple[Line, ...]
    has_tick: bool = False


@dataclass(frozen=True, slots=True)
class OverviewSetter:
    """Sets the page of all options.

    Attributes:
        setter: Of its headings and paragraphs.
        cells: Of its table.
        room: The part of a page that it may fill.
    """

    setter: ProseSetter
    cells: CellSetter
    look: EditionLook
    room: Room

    def flowed(self, table: OverviewTable, numbers: PageNumbers) -> Flowed:
        """On one page where closer rows make that possible; the table is cut only if it must be.

        Raises:
            DoesNotFitError: A name or another word is wider than its column.
            MissingGlyphError: The font lacks a character.
        """
        ways = [with_room(table, self.cells, self.look.paper)]
        if (short := counted(table)) is not table:
            ways.append(short)
        refused: DoesNotFitError | None = None
        found: list[Flowed] = []
        for way in ways:
            try:
                found.append(self._flowed(way, numbers))
            except DoesNotFitError as error:
                refused = error
                continue
            # Which of two services somebody gives is told, whatever room that takes.
            if len(found[-1].pages) == 1 or len(table.headings) <= MOST_NAMED_HEADINGS:
                break
        if refused is not None and not found:
            raise refused
        return min(found, key=lambda each: len(each.pages))

    def notes(self, table: OverviewTable) -> Iterator[Piece]:
        """What is told of the order and of words, under headings; may be empty."""
        for title, text in filter(any, (table.about_order, table.how_to_read)):
            yield self.setter.heading(title, BEFORE_HEADING_PT)
            yield from self.setter.paragraph(text, AFTER_HEADING_PT)

    def _flowed(self, table: OverviewTable, numbers: PageNumbers) -> Flowed:
        setter, owner = self.setter, self.setter.owner
        lead = setter.paragraph(table.lead, self.look.prose.after_title_pt)
        above, below = (setter.title(table.title), *lead), tuple(self.notes(table))
        rows = _Table(table, numbers, self.cells, self.look)
        ways: list[tuple[Piece, ...]] = []
        for part in ROW_AIR_PARTS:
            ways.append((*above, *rows.pieces(part), *below))
            flowed = flow_compactly(ways[-1], owner, self.room)
            if len(flowed.pages) == 1:
                return flowed
        whole = next(filter(None, map(self._with_whole_table, ways)), ())
        even = (flow_evenly(each, owner, self.room) for each in ([whole] if whole else ways))
        return min(even, key=lambda flowed: len(flowed.pages))

    def _with_whole_table(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces with a table that is never cut; empty where it has no room on one page."""
        last = max(at for at, piece in enumerate(pieces) if piece.repeats)
        flowed = flow(pieces[: last + 1], self.setter.owner, self.room)
        if len(flowed.pages) > 1:
            return ()
        return (*(replace(piece, keeps_next=True) for piece in pieces[:last]), *pieces[last:])


class _Table:
    def __init__(
        self, table: OverviewTable, numbers: PageNumbers, cells: CellSetter, look: EditionLook
    ) -> None:
        self._table = table
        self._numbers = numbers
        self._cells = cells
        self._paper = look.paper
        self._least_pt = look.table.row_height_pt
        self._air_pt = max(LEAST_ROW_AIR_PT, ROW_AIR_PT * look.table.air)
        self._columns = columns_of(table, cells, look.paper)
        self._element = new_table()

    def pieces(self, air_part: float) -> Iterator[Piece]:
        """The head, then one row per option, all as high as the highest.

        Args:
            air_part: How much of the white that rows may do without they have, from 0 to 1.
        """
        head, rows = self._head, self._rows
        yield head
        lines = max((len(cell.lines) for row in rows for cell in row), default=1)
        text_pt = self._cells.block_height_pt(lines)
        usual, least = max(self._least_pt, text_pt + self._air_pt), text_pt + LEAST_ROW_AIR_PT
        height = least + air_part * (usual - least)
        for row in rows:
            yield Piece(height, tuple(self._row(row, height)), repeats=head)

    @cached_property
    def _rows(self) -> tuple[tuple[_Cell, ...], ...]:
        """The cells of every row."""
        return tuple(self._cells_of(row) for row in self._table.rows)

    @cached_property
    def _head(self) -> Piece:
        columns = self._columns
        heads = [
            self._cells.label_lines(text, width, Place(self._table.title, text))
            for text, width in zip(self._table.headings, columns.widths_pt, strict=True)
        ]
        count = max(len(lines) for lines in heads)
        height = self._cells.block_height_pt(count) + HEAD_AIR_PT
        elements, text = head_row(self._element, len(heads)), self._cells.look.text
        marks: list[Mark] = [
            self._cells.label_mark(
                cell, left, text.baseline_pt + (count - len(lines)) * text.leading_pt, lines
            )
            for cell, left, lines in zip(elements, columns.lefts_pt, heads, strict=True)
        ]
        marks.append(self._line(height, 1.1))
        return Piece(height, tuple(marks), BEFORE_TABLE_PT, keeps_next=True)

    def _cells_of(self, row: OverviewRow) -> tuple[_Cell, ...]:
        widths = self._columns.widths_pt
        place = Place(self._table.title, row.name)
        name = _Cell(self._cells.label_lines(row.name, widths[0], place))
        values = (*row.cells, self._numbers.of(row))
        ticks = (*(row.ticks or (False,) * len(row.cells)), False)
        return (
            name,
            *(
                _Cell(self._cells.lines(text, width, place, has_tick=has_tick), has_tick)
                for text, has_tick, width in zip(values, ticks, widths[1:], strict=True)
            ),
        )

    def _row(self, row: tuple[_Cell, ...], height_pt: float) -> Iterator[Mark]:
        (name, name_left), *values = zip(row, self._columns.lefts_pt, strict=True)
        head, elements = named_row(self._element, [1] * len(values))
        setter = self._cells
        yield setter.label_mark(head, name_left, self._baseline_pt(name, height_pt), name.lines)
        for (cell, left), element in zip(values, elements, strict=True):
            baseline = self._baseline_pt(cell, height_pt)
            yield from setter.value_marks(
                element, left, baseline, cell.lines, has_tick=cell.has_tick
            )
        yield self._line(height_pt, 0.5)

    def _baseline_pt(self, cell: _Cell, height_pt: float) -> float:
        return self._cells.centred_baseline_pt(0, height_pt, len(cell.lines))

    def _line(self, y_pt: float, line_pt: float) -> Stroke:
        return Stroke(self._paper.left_pt, y_pt, self._paper.right_pt, y_pt, line_pt)
