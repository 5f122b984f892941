"""How wide the columns of the overview are, and what stands in them where there is little room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from brochures.lines import ROUNDING_PT, Place
from brochures.look import Paper
from brochures.marks import TICK_ADVANCE_PT
from brochures.styles import MM
from brochures.tables import CellSetter
from kiosk.domain.document.brochure import OverviewRow, OverviewTable
from kiosk.domain.errors import DoesNotFitError

COLUMN_GAP_PT = 3.6 * MM

ROOMY_NAME_PT = 75 * MM
"""A narrower first column is avoided by breaking the heads of the service columns."""

TOGETHER_HEADINGS = 3
"""Of a table with one column for all services, or for the only one."""

NAME_SHARE = 0.42
"""Part of such a table's width that names get at least."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and text widths, first column to last."""

    lefts_pt: tuple[float, ...]
    widths_pt: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that a column must have room for."""

    text: str
    has_tick: bool = False
    is_head: bool = False


def columns_of(table: OverviewTable, cells: CellSetter, paper: Paper) -> Columns:
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
    whole = [max(_whole_pt(text, cells) for text in texts) for texts in columns]
    if _most_lines(table, whole, cells, paper) < _most_lines(table, widths, cells, paper):
        widths = whole
    return _placed(paper.left_pt, _name_width_pt(widths, paper), widths)


def _whole_pt(text: _Text, cells: CellSetter) -> float:
    """Width of a text on one line, with its tick."""
    style = cells.look.strong if text.is_head else cells.look.text
    tick = TICK_ADVANCE_PT if text.has_tick else 0
    return tick + cells.width_pt(text.text, style) + ROUNDING_PT


def _most_lines(
    table: OverviewTable, widths_pt: Sequence[float], cells: CellSetter, paper: Paper
) -> float:
    """Lines of the highest row, which all others are as high as; without end where one is cut."""
    name_pt, found = _name_width_pt(widths_pt, paper), [1]
    for row in table.rows:
        place = Place(table.title, row.name)
        tick = TICK_ADVANCE_PT if any(row.ticks) else 0
        try:
            found.append(len(cells.label_lines(row.name, name_pt, place)))
            for text, width in zip(row.cells, widths_pt, strict=False):
                found.append(len(cells.lines(text, width - tick, place)))
        except DoesNotFitError:
            return inf
    return max(found)


def _least_name_pt(table: OverviewTable, cells: CellSetter, paper: Paper) -> float:
    """What the first column needs for its longest word, and more where few columns stand beside."""
    longest = _longest_word_pt(table, cells)
    is_together = len(table.headings) <= TOGETHER_HEADINGS
    return max(longest, paper.content_width_pt * NAME_SHARE) if is_together else longest


def _longest_word_pt(table: OverviewTable, cells: CellSetter) -> float:
    texts = [table.headings[0], *(row.name for row in table.rows)]
    words = (word for text in texts for word in text.split(" "))
    return max(cells.width_pt(word, cells.look.strong) for word in words) + ROUNDING_PT


def with_room(table: OverviewTable, cells: CellSetter, paper: Paper) -> OverviewTable:
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


def counted(table: OverviewTable) -> OverviewTable:
    """How many services each row holds for, in place of their names, and of one its answer alone.

    The table itself where that is not told.
    """
    headings = (table.headings[0], table.services, table.headings[-1])
    if not table.services or len(table.headings) < len(headings):
        return table
    if len(table.headings) == len(headings):
        return replace(table, headings=headings)
    if not all(row.held or not row.cells for row in table.rows):
        return table
    rows = tuple(
        replace(row, cells=(row.held,) if row.held else (), ticks=()) for row in table.rows
    )
    return replace(table, headings=headings, rows=rows)


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


def _name_width_pt(widths_pt: Sequence[float], paper: Paper) -> float:
    return paper.content_width_pt - sum(width + COLUMN_GAP_PT for width in widths_pt)


def _placed(left_pt: float, first_pt: float, rest_pt: list[float]) -> Columns:
    lefts = [left_pt]
    for width in (first_pt, *rest_pt[:-1]):
        lefts.append(lefts[-1] + width + COLUMN_GAP_PT)
    return Columns(tuple(lefts), (first_pt, *rest_pt))
