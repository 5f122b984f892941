"""What is wrong with a case list, in whole sentences; a fødselsnummer is never repeated."""

from collections.abc import Mapping

from kiosk.app.column_names import column_names
from kiosk.app.intake_reasons import FileReason, RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.app.ports.words import Words
from kiosk.app.row_reason_texts import row_reason_texts
from kiosk.domain.errors import Refusal

_LONGEST_SHOWN = 100


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
        value=shown_value(problem),
        reason=reason_in_words(problem, words),
    )


def shown_value(problem: RowProblem) -> str:
    """The value, or how it begins; enough to find it in the file."""
    value = problem.value
    return value if len(value) < _LONGEST_SHOWN else f"{value[: _LONGEST_SHOWN - 1]}…"


def reason_in_words(problem: RowProblem, words: Words) -> str:
    """Only the reason, for a table that shows row, column and value in columns of their own."""
    return row_reason_texts(words)[RowReason(problem.code)].format(**dict(problem.values))


def file_problem_in_words(refusal: Refusal, words: Words) -> str:
    """Why a file as a whole cannot be read, and what to do."""
    columns = refusal.values.get("columns", "").splitlines()
    sheets = [quoted(name, words) for name in refusal.values.get("sheets", "").splitlines()]
    texts = {
        **_of_files(words),
        **_of_workbooks(words, len(sheets)),
        **_of_tables(words, len(columns)),
    }
    values = {
        **refusal.values,
        **_of_fields(refusal, words),
        "columns": words.and_list(columns),
        "sheets": words.and_list(sheets),
    }
    return texts[FileReason(refusal.code)].format(**values)


def _of_fields(refusal: Refusal, words: Words) -> Mapping[str, str]:
    """Names of fields in the language of ``words`` instead of their keys."""
    if refusal.code == FileReason.FIELD_TWICE.value:
        names = {column.key: name for column, name in column_names(words).items()}
        return {"field": quoted(names[refusal.values["field"]], words)}
    if refusal.code == FileReason.FIELD_UNKNOWN.value:
        return {
            "field": quoted(refusal.values["field"], words),
            "fields": words.and_list(column_names(words).values()),
        }
    headings = refusal.values.get("headings", "").splitlines()
    return {"headings": words.and_list([quoted(heading, words) for heading in headings])}


def quoted(name: str, words: Words) -> str:
    """A name from a file between quotation marks of the reader's language."""
    return words.gettext("“{text}”").format(text=name)


def _of_files(words: Words) -> Mapping[FileReason, str]:
    return {
        FileReason.NO_FILE: words.gettext(
            "This is no file but a device or a folder. Choose the file of the case list."
        ),
        FileReason.TOO_LARGE: words.gettext(
            "The file is larger than {megabytes} MB, far larger than any case list. "
            "Choose another one."
        ),
        FileReason.UNREADABLE: words.gettext("The file cannot be read. Choose another one."),
        FileReason.EMPTY: words.gettext("The file is empty."),
        FileReason.PDF: words.gettext(
            "This is a PDF document. Export the list from the case system as a spreadsheet or CSV."
        ),
        FileReason.MARKUP: words.gettext(
            "This is a web page or an XML file, whatever the name says. "
            "Open it in a spreadsheet program, save it as XLSX, and choose that file."
        ),
        FileReason.OTHER_DOCUMENT: words.gettext(
            "This is no spreadsheet but a document or an archive of another kind. "
            "Choose the case list as XLSX, ODS or CSV."
        ),
        FileReason.ENCODING: words.gettext(
            "The letters of the file cannot be read. Export it as CSV with UTF-8."
        ),
    }


def _of_workbooks(words: Words, sheets: int) -> Mapping[FileReason, str]:
    return {
        FileReason.OLD_WORKBOOK: words.gettext(
            "This is a workbook in the old format XLS, or another old office document. "
            "Open it in a spreadsheet program, save it as XLSX, and choose that file."
        ),
        FileReason.BINARY_WORKBOOK: words.gettext(
            "This is a workbook in the binary format XLSB. "
            "Open it in a spreadsheet program, save it as XLSX, and choose that file."
        ),
        FileReason.PASSWORD: words.gettext(
            "The workbook is locked with a password. Save it without one, and choose it again. "
            "Delete that file when the list is in."
        ),
        FileReason.DAMAGED: words.gettext(
            "The workbook is damaged and cannot be read. Export the list from the case system again, "
            "or open it in a spreadsheet program and save it as XLSX."
        ),
        FileReason.SHEET_TOO_LARGE: words.gettext(
            "The workbook is far larger than any case list. "
            "Delete sheets, rows and columns that do not belong to the list, and save it again."
        ),
        FileReason.SHEETS_SEVERAL: words.gettext(
            "Several sheets look like a case list: {sheets}. Say which one it is."
        ),
        FileReason.SHEET_HIDDEN: words.ngettext(
            "Only the hidden sheet {sheets} looks like a case list. "
            "Show it in the spreadsheet program and save, or say that it is the one.",
            "Only the hidden sheets {sheets} look like a case list. "
            "Show the right one in the spreadsheet program and save, or say which one it is.",
            sheets,
        ),
        FileReason.SHEET_UNKNOWN: words.gettext(
            "The file has no sheet of this name. It has: {sheets}."
        ),
    }


def _of_tables(words: Words, columns: int) -> Mapping[FileReason, str]:
    return {
        FileReason.HEADINGS_UNKNOWN: words.gettext(
            "There are no headings that are understood in the first ten rows. "
            "A case list has headings such as Saksnummer, Navn and Tjeneste."
        ),
        FileReason.COLUMNS_MISSING: words.ngettext(
            "The file lacks the column {columns}.",
            "The file lacks the columns {columns}.",
            columns,
        ),
        FileReason.FIELD_TWICE: words.gettext(
            "The columns “{one}” and “{other}” would both be the field {field}. "
            "Choose another field for one of them, or do not use it."
        ),
        FileReason.FIELD_UNKNOWN: words.gettext(
            "There is no field {field}. There are: {fields}; and “-” for a column that is not used."
        ),
        FileReason.HEADING_UNKNOWN: words.gettext(
            "The file has no column “{heading}”. It has: {headings}."
        ),
        FileReason.OPEN_QUOTE: words.gettext(
            "A quotation mark in row {row} is never closed, so the rest of the file is one cell."
        ),
        FileReason.NO_ROWS: words.gettext("The file has headings, but no rows."),
    }
