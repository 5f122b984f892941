"""All options on one page, before any details: rows of one height, one type for all names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from brochures.editions import AFTER_HEADING_PT, BEFORE_HEADING_PT
from brochures.flow import Flowed, Piece, Room, flow, flow_compactly, flow_evenly
from brochures.lines import ROUNDING_PT, Line, Place
from brochures.look import EditionLook, Paper
from brochures.marks import TICK_ADVANCE_PT, Mark, Stroke
from brochures.prose import ProseSetter
from brochures.structure import head_row, named_row, new_table
from brochures.styles import MM
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import BrochurePart, OverviewRow, OverviewTable
from kiosk.domain.service import ProviderId

ROW_AIR_PT = 2.6 * MM
LEAST_ROW_AIR_PT = 1.3 * MM
ROW_AIR_PARTS = (1.0, 0.75, 0.5, 0.25, 0.0)
"""Rows are set closer in these steps until all stands on one page; the same for all rows."""
BEFORE_TABLE_PT = 5 * MM
HEAD_AIR_PT = 3 * MM
COLUMN_GAP_PT = 3.6 * MM
ROOMY_NAME_PT = 75 * MM
"""A narrower first column is avoided by breaking the heads of the service columns."""

TOGETHER_HEADINGS = 3
"""Of a table with one column for all services, or for the only one."""
NAME_SHARE = 0.42
"""Part of such a table's width that names get at least."""


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


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that a column must have room for."""

    text: str
    has_tick: bool = False
    is_head: bool = False


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
        ways: list[tuple[Piece, ...]] = []
        for part in ROW_AIR_PARTS:
            ways.append(tuple(self._pieces(table, numbers, part)))
            flowed = flow_compactly(ways[-1], self.setter.owner, self.room)
            if len(flowed.pages) == 1:
                return flowed
        whole = next(filter(None, map(self._with_whole_table, ways)), ())
        even = (
            flow_evenly(each, self.setter.owner, self.room) for each in ([whole] if whole else ways)
        )
        return min(even, key=lambda flowed: len(flowed.pages))

    def _with_whole_table(self, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        """The pieces with a table that is never cut; empty where it has no room on one page."""
        last = max(at for at, piece in enumerate(pieces) if piece.repeats)
        flowed = flow(pieces[: last + 1], self.setter.owner, self.room)
        if len(flowed.pages) > 1:
            return ()
        return (*(replace(piece, keeps_next=True) for piece in pieces[:last]), *pieces[last:])

    def _pieces(
        self, table: OverviewTable, numbers: PageNumbers, air_part: float
    ) -> Iterator[Piece]:
        """The page in reading order."""
        setter, cells, look = self.setter, self.cells, self.look
        yield setter.title(table.title)
        yield from setter.paragraph(table.lead, look.prose.after_title_pt)
        roomy = _with_room(table, cells, look.paper)
        yield from _Table(roomy, numbers, cells, look).pieces(air_part)
        for title, text in filter(any, (table.about_order, table.how_to_read)):
            yield setter.heading(title, BEFORE_HEADING_PT)
            yield from setter.paragraph(text, AFTER_HEADING_PT)


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
        self._columns = _columns(table, cells, look.paper)
        self._element = new_table()

    def pieces(self, air_part: float) -> Iterator[Piece]:
        """The head, then one row per option, all as high as the highest.

        Args:
            air_part: How much of the white that rows may do without they have, from 0 to 1.
        """
        head = self._head()
        yield head
        rows = [self._cells_of(row) for row in self._table.rows]
        lines = max((len(cell.lines) for row in rows for cell in row), default=1)
        text_pt = self._cells.block_height_pt(lines)
        usual, least = max(self._least_pt, text_pt + self._air_pt), text_pt + LEAST_ROW_AIR_PT
        height = least + air_part * (usual - least)
        for row in rows:
            yield Piece(height, tuple(self._row(row, height)), repeats=head)

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


def _columns(table: OverviewTable, cells: CellSetter, paper: Paper) -> _Columns:
    """Heads on one line where the names keep enough room, else on two; values on two at most."""
    columns = [_texts(table, index) for index in range(1, len(table.headings))]
    one_line, two_lines = (
        [max(_width_pt(text, cells, head_lines) for text in texts) for texts in columns]
        for head_lines in (1, 2)
    )
    widths = one_line if _name_width_pt(one_line, paper) >= ROOMY_NAME_PT else two_lines
    lacking = _least_name_pt(table, cells, paper) - _name_width_pt(widths, paper)
    if lacking > 0:
        # One column for all services is left: it takes as many lines as it needs.
        words = (replace(text, text=word) for text in columns[0] for word in text.text.split(" "))
        least = max(_width_pt(word, cells, 1) for word in words)
        widths = [max(least, widths[0] - lacking), *widths[1:]]
    return _placed(paper.left_pt, _name_width_pt(widths, paper), widths)


def _least_name_pt(table: OverviewTable, cells: CellSetter, paper: Paper) -> float:
    """What the first column needs for its longest word, and more where few columns stand beside."""
    longest = _longest_word_pt(table, cells)
    is_together = len(table.headings) <= TOGETHER_HEADINGS
    return max(longest, paper.content_width_pt * NAME_SHARE) if is_together else longest


def _longest_word_pt(table: OverviewTable, cells: CellSetter) -> float:
    texts = [table.headings[0], *(row.name for row in table.rows)]
    words = (word for text in texts for word in text.split(" "))
    return max(cells.width_pt(word, cells.look.strong) for word in words) + ROUNDING_PT


def _with_room(table: OverviewTable, cells: CellSetter, paper: Paper) -> OverviewTable:
    """The table itself, or one column for all services where a name would be broken otherwise."""
    columns = [_texts(table, index) for index in range(1, len(table.headings))]
    widths = [max(_width_pt(text, cells, 2) for text in texts) for texts in columns]
    if len(columns) <= 1 or _name_width_pt(widths, paper) >= _longest_word_pt(table, cells):
        return table
    first, *services, last = table.headings
    rows = tuple(
        replace(row, cells=(_told_together(row, services),), ticks=()) for row in table.rows
    )
    return replace(table, headings=(first, table.services, last), rows=rows)


def _told_together(row: OverviewRow, services: Sequence[str]) -> str:
    """The services that a row holds for, or what its cells say alike."""
    held = [name for name, ticked in zip(services, row.ticks, strict=False) if ticked]
    if held or not row.cells:
        return ", ".join(held)
    if len(set(row.cells)) == 1:
        return row.cells[0]
    return ", ".join(f"{name}: {cell}" for name, cell in zip(services, row.cells, strict=True))


def _texts(table: OverviewTable, column: int) -> list[_Text]:
    """The head and the values of a column; page numbers are narrower than their head."""
    values = [
        _Text(row.cells[column - 1], has_tick=any(row.ticks))
        for row in table.rows
        if column <= len(row.cells)
    ]
    return [_Text(table.headings[column], is_head=True), *values]


def _width_pt(text: _Text, cells: CellSetter, head_lines: int) -> float:
    """Least width in which a head takes no more lines than it may, and a value two at most."""
    style = cells.look.strong if text.is_head else cells.look.text
    tick = TICK_ADVANCE_PT if text.has_tick else 0
    words = text.text.split(" ")
    cuts = () if text.is_head and head_lines == 1 else range(1, len(words))
    widths = [
        max(cells.width_pt(" ".join(part), style) for part in (words[:cut], words[cut:]))
        for cut in cuts
    ]
    return tick + min(widths, default=cells.width_pt(text.text, style)) + ROUNDING_PT


def _name_width_pt(widths_pt: list[float], paper: Paper) -> float:
    return paper.content_width_pt - sum(width + COLUMN_GAP_PT for width in widths_pt)


def _placed(left_pt: float, first_pt: float, rest_pt: list[float]) -> _Columns:
    lefts = [left_pt]
    for width in (first_pt, *rest_pt[:-1]):
        lefts.append(lefts[-1] + width + COLUMN_GAP_PT)
    return _Columns(tuple(lefts), (first_pt, *rest_pt))
