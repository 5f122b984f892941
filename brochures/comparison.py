"""One service side by side: columns of one width, rows as high as the highest, nobody alone."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, pairwise

from brochures.flow import Piece
from brochures.furniture import PaperWords
from brochures.lines import Line, Place
from brochures.look import EditionLook, TableForm, TableLook
from brochures.marks import Mark, Page, Stroke
from brochures.prose import ProseSetter
from brochures.structure import Element, head_row, named_row, new_table
from brochures.styles import MM
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import Comparison
from kiosk.domain.errors import DoesNotFitError

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


KEPT_ROWS = 2
"""Rows that never stand without another one, under the head and above the note."""

Flow = Callable[[tuple[Piece, ...]], tuple[Page, ...]]


def even_parts(count: int, most: int) -> tuple[range, ...]:
    """Columns in tables of as even size as possible, larger ones first, order unbroken.

    No table has a single column, unless all have.
    """
    tables = max(1, -(-count // most))
    small, extra = divmod(count, tables)
    if small == 1:
        tables, extra = count, 0
    sizes = (small + (index < extra) for index in range(tables))
    return tuple(range(*ends) for ends in pairwise(accumulate(sizes, initial=0)))


def fair_forms(count: int, look: TableLook) -> tuple[TableForm, ...]:
    """The forms in which nobody stands alone while others stand together; may be empty.

    Who is the only one of a service stands alone in any form.
    """
    if count <= 1:
        return look.forms[:1]
    return tuple(form for form in look.forms if len(even_parts(count, form.most_columns)) < count)


def comparison_pages(
    comparison: Comparison,
    setter: ProseSetter,
    cells: CellSetter,
    words: PaperWords,
    look: EditionLook,
    flow: Flow,
) -> tuple[Page, ...]:
    """The tables of a service, each at the top of a page, in the form that takes fewest pages.

    Raises:
        DoesNotFitError: A word is wider than the column of a provider who stands alone.
        MissingGlyphError: The font lacks a character.
    """

    def set_in(form: TableForm) -> tuple[Page, ...]:
        tables = _pieces(comparison, setter, _Table(comparison, cells, look, form), words)
        return tuple(page for pieces in tables for page in flow(pieces))

    found = []
    for form in fair_forms(len(comparison.columns), look.table):
        with suppress(DoesNotFitError):
            found.append(set_in(form))
    return min(found, key=len) if found else set_in(look.table.alone)


def _pieces(
    comparison: Comparison, setter: ProseSetter, table: "_Table", words: PaperWords
) -> Iterator[tuple[Piece, ...]]:
    """One sequence of pieces per table."""
    look = table.look
    parts = even_parts(len(comparison.columns), table.form.most_columns)
    for number, columns in enumerate(parts, start=1):
        title = comparison.title
        if len(parts) > 1:
            title = words.gettext("{title} ({part} of {parts})").format(
                title=title, part=number, parts=len(parts)
            )
        head, *rows = table.pieces(columns)
        width = look.table.note_width_pt
        note = setter.paragraph(comparison.note, BEFORE_NOTE_PT, look.small, width)
        lead = setter.paragraph(comparison.lead, AFTER_TITLE_PT)
        yield (setter.title(title), *lead, head, *_kept(rows, note))


def _kept(rows: Sequence[Piece], note: Sequence[Piece]) -> Iterator[Piece]:
    """The first rows, and the last ones with the note, each on one page."""
    last = len(rows) - 1
    ends = {*range(KEPT_ROWS - 1), *range(len(rows) - KEPT_ROWS, last)}
    for number, row in enumerate(rows):
        keeps_next = number in ends if number < last else bool(note)
        yield replace(row, keeps_next=keeps_next)
    for number, line in enumerate(note, start=1):
        yield replace(line, keeps_next=number < len(note))


@dataclass(frozen=True)
class _Table:
    """All columns of a service, so that a row is equally high in each of its tables."""

    comparison: Comparison
    cells: CellSetter
    look: EditionLook
    form: TableForm

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
            self.cells.label_lines(label, self._label_pt, self._place(label))
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
        heights = []
        for label, values in zip(self._labels, self._values, strict=True):
            highest = max((len(lines) for lines in values), default=0)
            lines = max(len(label), highest) if self.form.label_pt else len(label) + highest
            heights.append(self.cells.block_height_pt(lines) + self._air_pt)
        return tuple(heights)

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
        marks.extend(self._grid(len(columns), 0, height, HEAD_LINE_PT))
        return Piece(height, tuple(marks), BEFORE_TABLE_PT, keeps_next=True)

    def _row(self, row: int, columns: range, table: Element) -> Iterator[Mark]:
        baseline = self._baseline_pt()
        name, cells = named_row(table, [1] * len(columns))
        label, indent = self._labels[row], 0 if self.form.label_pt else CELL_INDENT_PT
        yield self.cells.label_mark(name, self.look.paper.left_pt + indent, baseline, label)
        above = 0 if self.form.label_pt else self.cells.block_height_pt(len(label))
        for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
            yield from self.cells.value_marks(
                cell,
                self._left_pt(place) + CELL_INDENT_PT,
                baseline + above,
                self._values[row][column],
                has_tick=self._has_tick(row, column),
            )
        top = above + self._air_pt / 2 if above else 0
        yield from self._grid(len(columns), top, self._heights[row], LINE_PT)

    def _has_tick(self, row: int, column: int) -> bool:
        ticks = self.comparison.tick_rows[row] if self.comparison.tick_rows else ()
        return ticks[column] if ticks else False

    def _place(self, field: str) -> Place:
        return Place(self.comparison.title, field)

    @property
    def _text_pt(self) -> float:
        """Width of a text in a column."""
        return self.form.column_pt - CELL_AIR_PT

    @property
    def _label_pt(self) -> float:
        """Width of a label."""
        if self.form.label_pt:
            return self.form.label_pt - LABEL_AIR_PT
        return self.look.paper.content_width_pt - CELL_AIR_PT

    @property
    def _air_pt(self) -> float:
        """White above and below the lines of a row, both together."""
        return ROW_AIR_PT * self.look.table.air

    def _baseline_pt(self) -> float:
        return self._air_pt / 2 + self.cells.look.text.baseline_pt

    def _left_pt(self, place: int) -> float:
        form = self.form
        return self.look.paper.left_pt + form.label_pt + place * form.column_pt

    def _grid(
        self, columns: int, top_pt: float, height_pt: float, line_pt: float
    ) -> Iterator[Mark]:
        """The lines left of each column, below a label, and the one under the row."""
        for place in range(columns):
            yield Stroke(self._left_pt(place), top_pt, self._left_pt(place), height_pt, LINE_PT)
        left, right = self.look.paper.left_pt, self._left_pt(columns)
        yield Stroke(left, height_pt, right, height_pt, line_pt)
