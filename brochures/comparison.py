"""One service side by side: at most three columns of one width, rows as high as the highest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from brochures.flow import Piece
from brochures.furniture import PaperWords
from brochures.lines import Line, Place
from brochures.look import EditionLook
from brochures.marks import Mark, Stroke
from brochures.prose import ProseSetter
from brochures.structure import Element, head_row, named_row, new_table
from brochures.styles import MM
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import Comparison

CELL_INDENT_PT = 2.4 * MM
CELL_AIR_PT = 4 * MM
"""What a column is wider than its text."""
LABEL_AIR_PT = 1.5 * MM
ROW_AIR_PT = 3.4 * MM
AFTER_TITLE_PT = 2.4 * MM
BEFORE_TABLE_PT = 4.4 * MM
BEFORE_NOTE_PT = 1.6 * MM
LINE_PT = 0.5
HEAD_LINE_PT = 1.1


def even_parts(count: int, most: int) -> tuple[range, ...]:
    """Columns in tables of as even size as possible, larger ones first, order unbroken."""
    tables = max(1, -(-count // most))
    small, extra = divmod(count, tables)
    sizes = (small + (index < extra) for index in range(tables))
    return tuple(range(*ends) for ends in pairwise(accumulate(sizes, initial=0)))


def comparison_pieces(
    comparison: Comparison,
    setter: ProseSetter,
    cells: CellSetter,
    words: PaperWords,
    look: EditionLook,
) -> tuple[tuple[Piece, ...], ...]:
    """One sequence of pieces per table; each table begins a page."""
    table = _Table(comparison, cells, look)
    parts = even_parts(len(comparison.columns), look.table.most_columns)
    pages = []
    for number, columns in enumerate(parts, start=1):
        title = comparison.title
        if len(parts) > 1:
            title = words.gettext("{title} ({part} of {parts})").format(
                title=title, part=number, parts=len(parts)
            )
        pieces = [setter.title(title), *setter.paragraph(comparison.lead, AFTER_TITLE_PT)]
        pieces.extend(table.pieces(columns))
        width = look.table.note_width_pt
        pieces.extend(setter.paragraph(comparison.note, BEFORE_NOTE_PT, look.small, width))
        pages.append(tuple(pieces))
    return tuple(pages)


@dataclass(frozen=True)
class _Table:
    """All columns of a service, so that a row is equally high in each of its tables."""

    comparison: Comparison
    cells: CellSetter
    look: EditionLook

    def pieces(self, columns: range) -> Iterator[Piece]:
        """Head and rows for some of the columns."""
        table = new_table()
        head = self._head(columns, table)
        yield head
        for index, _row in enumerate(self.comparison.rows):
            marks = tuple(self._row(index, columns, table))
            yield Piece(self._heights[index], marks, repeats=head)

    @cached_property
    def _heads(self) -> tuple[tuple[Line, ...], ...]:
        names = self.comparison.columns
        return tuple(
            self.cells.label_lines(name, self._text_pt, self._place(name)) for name in names
        )

    @cached_property
    def _labels(self) -> tuple[tuple[Line, ...], ...]:
        return tuple(
            self.cells.label_lines(
                label, self.look.table.label_pt - LABEL_AIR_PT, self._place(label)
            )
            for label, _values in self.comparison.rows
        )

    @cached_property
    def _values(self) -> tuple[tuple[tuple[Line, ...], ...], ...]:
        return tuple(
            tuple(
                self.cells.lines(
                    text, self._text_pt, self._place(label), has_tick=self._has_tick(row, column)
                )
                for column, text in enumerate(values)
            )
            for row, (label, values) in enumerate(self.comparison.rows)
        )

    @cached_property
    def _heights(self) -> tuple[float, ...]:
        return tuple(
            self.cells.block_height_pt(max(len(lines) for lines in (label, *values))) + self._air_pt
            for label, values in zip(self._labels, self._values, strict=True)
        )

    def _head(self, columns: range, table: Element) -> Piece:
        lines = [self._heads[column] for column in columns]
        height = self.cells.block_height_pt(max(len(each) for each in self._heads)) + self._air_pt
        cells = head_row(table, len(lines), has_corner=True)
        marks: list[Mark] = [
            self.cells.label_mark(
                cell, self._left_pt(place) + CELL_INDENT_PT, self._baseline_pt(), each
            )
            for place, (cell, each) in enumerate(zip(cells, lines, strict=True))
        ]
        marks.extend(self._grid(len(columns), height, HEAD_LINE_PT))
        return Piece(height, tuple(marks), BEFORE_TABLE_PT, keeps_next=True)

    def _row(self, row: int, columns: range, table: Element) -> Iterator[Mark]:
        baseline = self._baseline_pt()
        name, cells = named_row(table, [1] * len(columns))
        yield self.cells.label_mark(name, self.look.paper.left_pt, baseline, self._labels[row])
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            yield from self.cells.value_marks(
                cell,
                self._left_pt(place) + CELL_INDENT_PT,
                baseline,
                self._values[row][column],
                has_tick=self._has_tick(row, column),
            )
        yield from self._grid(len(columns), self._heights[row], LINE_PT)

    def _has_tick(self, row: int, column: int) -> bool:
        ticks = self.comparison.tick_rows[row] if self.comparison.tick_rows else ()
        return ticks[column] if ticks else False

    def _place(self, field: str) -> Place:
        return Place(self.comparison.title, field)

    @property
    def _text_pt(self) -> float:
        """Width of a text in a column."""
        return self.look.table.column_pt - CELL_AIR_PT

    @property
    def _air_pt(self) -> float:
        """White above and below the lines of a row, both together."""
        return ROW_AIR_PT * self.look.table.air

    def _baseline_pt(self) -> float:
        return self._air_pt / 2 + self.cells.look.text.baseline_pt

    def _left_pt(self, place: int) -> float:
        table = self.look.table
        return self.look.paper.left_pt + table.label_pt + place * table.column_pt

    def _grid(self, columns: int, height_pt: float, line_pt: float) -> Iterator[Mark]:
        """The lines left of each column and under the row."""
        for place in range(columns):
            yield Stroke(self._left_pt(place), 0, self._left_pt(place), height_pt, LINE_PT)
        left, right = self.look.paper.left_pt, self._left_pt(columns)
        yield Stroke(left, height_pt, right, height_pt, line_pt)
