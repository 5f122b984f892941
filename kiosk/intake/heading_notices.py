"""What is worth a look about the columns of a list as a whole."""

from kiosk.app.intake_reasons import RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.domain.birth_number import holds_birth_number
from kiosk.intake.grid import letters_of
from kiosk.intake.headings import Headings
from kiosk.intake.sheet import Sheet


def notices_of(sheet: Sheet, headings: Headings) -> tuple[RowProblem, ...]:
    """One notice a column: read twice, without a heading, or of numbers that are never read."""
    return (
        *_twins(sheet, headings),
        *_without_heading(sheet, headings),
        *_hidden(sheet),
        *_numbers_not_read(sheet, headings),
    )


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
