"""Case lists from CSV files."""

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
from kiosk.intake.headings import Headings
from kiosk.intake.merge import ReadRow, cases_of
from kiosk.intake.offers import Offers
from kiosk.intake.row_cells import RowCells
from kiosk.intake.row_reader import RowReader
from kiosk.intake.sheet import Sheet, SheetRow, read_csv


@dataclass(frozen=True, slots=True)
class CsvCaseListReader:
    """Implements ``CaseListReader`` for CSV, against what the municipality offers."""

    municipality: Municipality
    clock: Clock
    letters: PaperLetters

    def read(self, data: bytes) -> CaseList:
        """Read a whole file.

        Raises:
            CaseListError: The file as a whole cannot be read.
        """
        sheet = read_csv(data)
        headings = Headings(sheet.headings)
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
                *_lonely(sheet),
                *_numbers_not_read(sheet, headings),
                *(notice for cells in accepted for notice in cells.notices),
            ),
            unknown_columns=tuple(heading for _, heading in headings.unread() if heading),
            tells_protection=bool(headings.places(Column.PROTECTED)),
            refused_refs=frozenset(row.reference for row in named if row.cells.refused),
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
