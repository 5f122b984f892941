"""What is wrong with a case list, in whole sentences; a fødselsnummer is never repeated."""

from kiosk.app.intake_reasons import FileReason, RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.app.ports.words import Words
from kiosk.app.row_reason_texts import row_reason_texts
from kiosk.domain.errors import Refusal


def problem_in_words(problem: RowProblem, words: Words) -> str:
    """Row, column, value and reason in one line."""
    if not problem.column:
        place = words.gettext("Row {row}: {reason}")
    elif not problem.value:
        place = words.gettext("Row {row}, column {column}: {reason}")
    else:
        place = words.gettext("Row {row}, column {column}, “{value}”: {reason}")
    return place.format(
        row=problem.row,
        column=problem.column,
        value=problem.value,
        reason=reason_in_words(problem, words),
    )


def reason_in_words(problem: RowProblem, words: Words) -> str:
    """Only the reason, for a table that shows row, column and value in columns of their own."""
    return row_reason_texts(words)[RowReason(problem.code)].format(**dict(problem.values))


def file_problem_in_words(refusal: Refusal, words: Words) -> str:
    """Why a file as a whole cannot be read, and what to do."""
    columns = refusal.values.get("columns", "").splitlines()
    texts = {
        FileReason.NO_FILE: words.gettext(
            "This is no file but a device or a folder. Choose the file of the case list."
        ),
        FileReason.TOO_LARGE: words.gettext(
            "The file is larger than {megabytes} MB, far larger than any case list. "
            "Choose another one."
        ),
        FileReason.UNREADABLE: words.gettext("The file cannot be read. Choose another one."),
        FileReason.EMPTY: words.gettext("The file is empty."),
        FileReason.WORKBOOK: words.gettext(
            "This is a workbook of a spreadsheet program. Save it as CSV, and choose that file."
        ),
        FileReason.PDF: words.gettext(
            "This is a PDF document. Export the list from the case system as CSV."
        ),
        FileReason.ENCODING: words.gettext(
            "The letters of the file cannot be read. Export it as CSV with UTF-8."
        ),
        FileReason.HEADINGS_UNKNOWN: words.gettext(
            "There are no headings that are understood in the first ten rows. "
            "A case list has headings such as Saksnummer, Navn and Tjeneste."
        ),
        FileReason.COLUMNS_MISSING: words.ngettext(
            "The file lacks the column {columns}.",
            "The file lacks the columns {columns}.",
            len(columns),
        ),
        FileReason.OPEN_QUOTE: words.gettext(
            "A quotation mark in row {row} is never closed, so the rest of the file is one cell."
        ),
        FileReason.NO_ROWS: words.gettext("The file has headings, but no rows."),
    }
    values = {**refusal.values, "columns": words.and_list(columns)}
    return texts[FileReason(refusal.code)].format(**values)
