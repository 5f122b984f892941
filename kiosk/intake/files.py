"""The one door to every kind of file; kinds are told apart by what is inside, not by the name."""

from collections.abc import Sequence

from kiosk.app.intake_reasons import FileReason
from kiosk.app.list_columns import missing
from kiosk.domain.errors import CaseListError, Refusal
from kiosk.intake.columns import column_of
from kiosk.intake.csv_files import read_csv
from kiosk.intake.grid import Grid
from kiosk.intake.sheet import HEADING_WITHIN_ROWS, Sheet, below, heading_row
from kiosk.intake.workbooks.door import is_workbook, read_workbook


def read_file(data: bytes, tab: str = "") -> Sheet:
    """The table of a CSV file or of a workbook.

    Args:
        data: The whole file.
        tab: The sheet that staff named; empty to take the only one that holds a case list.

    Raises:
        CaseListError: The file as a whole cannot be read, or nobody can tell which sheet is meant.
    """
    if not data.strip():
        raise _refused(FileReason.EMPTY)
    if not is_workbook(data):
        return read_csv(data)
    grids = read_workbook(data)
    return _table(_named(grids, tab) if tab else _chosen(grids))


def _named(grids: Sequence[Grid], tab: str) -> Grid:
    found = next((grid for grid in grids if grid.name.casefold() == tab.casefold()), None)
    if found is None:
        raise _refused(FileReason.SHEET_UNKNOWN, grids)
    return found


def _chosen(grids: Sequence[Grid]) -> Grid:
    """The only sheet that looks like a case list; of several, the only one that is complete."""
    shown = [grid for grid in grids if not grid.is_hidden]
    for fits in (_has_all_needed, _has_known, _has_headings):
        fitting = [grid for grid in shown if fits(grid)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise _refused(FileReason.SHEETS_SEVERAL, fitting)
    hidden = [grid for grid in grids if grid.is_hidden and _has_known(grid)]
    if hidden:
        raise _refused(FileReason.SHEET_HIDDEN, hidden)
    if not any(grid.rows for grid in shown):
        raise _refused(FileReason.EMPTY)
    raise _refused(FileReason.HEADINGS_UNKNOWN)


def _has_all_needed(grid: Grid) -> bool:
    row = heading_row(grid.rows[:HEADING_WITHIN_ROWS])
    if row is None or grid.rows[-1].number == row.number:
        return False
    cells = next(each.cells for each in grid.rows if each.number == row.number)
    return not missing({column for column in map(column_of, cells) if column is not None})


def _has_known(grid: Grid) -> bool:
    row = heading_row(grid.rows[:HEADING_WITHIN_ROWS])
    return row is not None and row.understood > 0


def _has_headings(grid: Grid) -> bool:
    return heading_row(grid.rows[:HEADING_WITHIN_ROWS]) is not None


def _table(grid: Grid) -> Sheet:
    row = heading_row(grid.rows[:HEADING_WITHIN_ROWS])
    if row is None:
        raise _refused(FileReason.HEADINGS_UNKNOWN)
    return below(grid, row.number, is_workbook=True)


def _refused(reason: FileReason, grids: Sequence[Grid] = ()) -> CaseListError:
    return CaseListError(Refusal(reason.value, {"sheets": "\n".join(grid.name for grid in grids)}))
