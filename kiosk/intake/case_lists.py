"""Case lists from CSV files and workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.intake_reasons import RowReason
from kiosk.app.ports.intake import CaseList, RowProblem
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import PaperLetters
from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.case import CaseRef
from kiosk.domain.municipality import Municipality
from kiosk.intake.columns import Column
from kiosk.intake.contact import may_be_protected
from kiosk.intake.counted_days import with_days
from kiosk.intake.files import read_file
from kiosk.intake.grid import SheetRow, letters_of
from kiosk.intake.headings import Headings
from kiosk.intake.merge import ReadRow, cases_of
from kiosk.intake.offers import Offers
from kiosk.intake.row_cells import RowCells
from kiosk.intake.row_reader import RowReader
from kiosk.intake.sheet import Sheet


@dataclass(frozen=True, slots=True)
class FileCaseListReader:
    """Implements ``CaseListReader`` for files, against what the municipality offers."""

    municipality: Municipality
    clock: Clock
    letters: PaperLetters

    def read(self, data: bytes) -> CaseList:
        """Read a whole file.

        Raises:
            CaseListError: The file as a whole cannot be read.
        """
        sheet = read_file(data)
        headings = Headings(sheet.headings)
        sheet, counted = with_days(sheet, headings)
        today = self.clock.now().date()
        reader = RowReader(Offers(self.municipality, today), today)
        rows = [
            _read(RowCells(row, headings, self.letters), reader)
            for row in sheet.rows
            if not _is_lonely(row)
        ]
        _hide_protected(rows)
        named = [row for row in rows if row.reference]
        cases = cases_of(named, self.municipality.reply_days)
        accepted = [row.cells for row in rows if not row.cells.refused]
        return CaseList(
            cases=cases,
            row_count=len(rows),
            accepted_rows=len(accepted),
            refused=tuple(problem for row in rows for problem in row.cells.refused),
            notices=(
                *_twins(sheet, headings),
                *_without_heading(sheet, headings),
                *_hidden(sheet),
                *counted,
                *_lonely(sheet),
                *_numbers_not_read(sheet, headings),
                *(notice for cells in accepted for notice in cells.notices),
            ),
            unknown_columns=tuple(heading for _, heading in headings.unread() if heading),
            tells_protection=bool(headings.places(Column.PROTECTED)),
            refused_refs=frozenset(row.reference for row in named if row.cells.refused),
            tells_all_cases=not any(row.cells.lacks(Column.CASE_NUMBER) for row in rows),
            sheet=sheet.name,
        )


def _read(cells: RowCells, reader: RowReader) -> ReadRow:
    facts = reader.read(cells)
    return ReadRow(cells, CaseRef(cells.shown(Column.CASE_NUMBER)), facts)


def _hide_protected(rows: Sequence[ReadRow]) -> None:
    """One row that says so protects the address in every row of the case."""
    protected = {row.reference for row in rows if may_be_protected(row.cells)}
    for row in rows:
        if row.reference in protected:
            row.cells.hide_address()


def _twins(sheet: Sheet, headings: Headings) -> list[RowProblem]:
    """One notice for each column that says the same as one that is read."""
    notices = []
    for read, left in headings.twins():
        reason = RowReason.COLUMNS_OF_ONE_NAME if read == left else RowReason.COLUMN_TWICE
        values = (("read", read), ("other", left))
        notices.append(RowProblem(sheet.heading_row, left, "", reason.value, values))
    return notices


def _without_heading(sheet: Sheet, headings: Headings) -> list[RowProblem]:
    """One notice for each column of a workbook that holds values below no heading."""
    notices = []
    for place, heading in headings.unread():
        if heading or not sheet.is_workbook:
            continue
        count = sum(place < len(row.cells) and bool(row.cells[place].strip()) for row in sheet.rows)
        if count:
            code = RowReason.COLUMN_WITHOUT_HEADING.value
            values = (("letters", letters_of(place)), ("count", str(count)))
            notices.append(RowProblem(sheet.heading_row, "", "", code, values))
    return notices


def _hidden(sheet: Sheet) -> list[RowProblem]:
    """One notice where a filter hides rows, which are read all the same."""
    if not sheet.hidden_rows:
        return []
    values = (("count", str(sheet.hidden_rows)),)
    return [RowProblem(sheet.heading_row, "", "", RowReason.ROWS_HIDDEN.value, values)]


def _lonely(sheet: Sheet) -> list[RowProblem]:
    """One notice for each row of a single value, such as the sum below a list."""
    code = RowReason.ROW_OF_ONE_CELL.value
    return [RowProblem(row.number, "", "", code) for row in sheet.rows if _is_lonely(row)]


def _is_lonely(row: SheetRow) -> bool:
    return sum(bool(cell.strip()) for cell in row.cells) == 1


def _numbers_not_read(sheet: Sheet, headings: Headings) -> list[RowProblem]:
    """One notice for each column that is not read and holds fødselsnummer."""
    notices = []
    for place, heading in headings.unread():
        cells = (row.cells[place] for row in sheet.rows if place < len(row.cells))
        count = sum(map(holds_birth_number, cells))
        if count:
            code = RowReason.BIRTH_NUMBERS_NOT_READ.value
            notices.append(
                RowProblem(sheet.heading_row, heading, "", code, (("count", str(count)),))
            )
    return notices
