"""Case lists from CSV files and workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.app.list_columns import Column
from kiosk.app.ports.intake import (
    NOTHING_EXPLAINED,
    CaseList,
    Meanings,
    SeenHeading,
)
from kiosk.app.ports.machine import Clock
from kiosk.app.ports.paper import PaperLetters
from kiosk.domain.case import CaseRef
from kiosk.domain.municipality import Municipality
from kiosk.intake.contact import may_be_protected
from kiosk.intake.counted_days import with_days
from kiosk.intake.files import read_file
from kiosk.intake.heading_notices import notices_of
from kiosk.intake.headings import Headings
from kiosk.intake.merge import ReadRow, cases_of
from kiosk.intake.offers import Offers
from kiosk.intake.passed_over import passed_over
from kiosk.intake.row_cells import RowCells
from kiosk.intake.row_reader import RowReader
from kiosk.intake.seen_headings import seen_headings
from kiosk.intake.sheet import Sheet


@dataclass(frozen=True, slots=True)
class FileCaseListReader:
    """Implements ``CaseListReader`` for files, against what the municipality offers."""

    municipality: Municipality
    clock: Clock
    letters: PaperLetters

    def open(self, data: bytes, sheet: str = "") -> "OpenFile":
        """Find the table of a file.

        Raises:
            CaseListError: The file as a whole cannot be read.
        """
        return OpenFile(self, read_file(data, sheet))


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Implements ``OpenCaseList``."""

    reader: FileCaseListReader
    sheet: Sheet

    @property
    def sheet_name(self) -> str:
        """Name of the sheet of a workbook; empty for a CSV file."""
        return self.sheet.name

    @property
    def headings(self) -> tuple[SeenHeading, ...]:
        """Order of the file."""
        return seen_headings(self.sheet)

    def read(self, meanings: Meanings = NOTHING_EXPLAINED) -> CaseList:
        """Read the rows.

        Raises:
            CaseListError: A needed column is missing.
        """
        municipality = self.reader.municipality
        headings = Headings(self.sheet.headings, meanings)
        sheet, counted = with_days(self.sheet, headings)
        today = self.reader.clock.now().date()
        reader = RowReader(Offers(municipality, today), today)
        passed = passed_over(sheet)
        rows = [
            _read(RowCells(row, headings, self.reader.letters), reader)
            for row in sheet.rows
            if row.number not in passed
        ]
        _hide_protected(rows)
        named = [row for row in rows if row.reference]
        cases = cases_of(named, municipality.reply_days)
        accepted = [row.cells for row in rows if not row.cells.refused]
        return CaseList(
            cases=cases,
            row_count=len(rows),
            accepted_rows=len(accepted),
            refused=tuple(problem for row in rows for problem in row.cells.refused),
            notices=(
                *notices_of(sheet, headings),
                *counted,
                *passed.values(),
                *(notice for cells in accepted for notice in cells.notices),
            ),
            unknown_columns=tuple(heading for _, heading in headings.unread() if heading),
            tells_protection=bool(headings.places(Column.PROTECTED)),
            refused_refs=frozenset(row.reference for row in named if row.cells.refused),
            tells_all_cases=not any(row.cells.lacks(Column.CASE_NUMBER) for row in rows),
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
