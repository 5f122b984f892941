"""What is wrong with a case list, in whole sentences; a fødselsnummer is never repeated."""

from collections.abc import Mapping

from kiosk.app.intake_reasons import FileReason, RowReason
from kiosk.app.ports.intake import RowProblem
from kiosk.app.ports.words import Words
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
    texts = {**_of_values(words), **_of_rows(words), **_of_left_out(words)}
    return texts[RowReason(problem.code)].format(**dict(problem.values))


def _of_values(words: Words) -> Mapping[RowReason, str]:
    return {
        RowReason.VALUE_MISSING: words.gettext("The value is missing. Every row needs one."),
        RowReason.DATE_NOT_UNDERSTOOD: words.gettext(
            "This is not understood as a date. Write it as 03.11.2026 or 2026-11-03."
        ),
        RowReason.DATE_TWO_DIGIT_YEAR: words.gettext(
            "The year must have four digits. Write the date as 03.11.2026."
        ),
        RowReason.DATE_IMPOSSIBLE: words.gettext("There is no such day."),
        RowReason.TOO_LONG: words.gettext(
            "The text is too long. There is room for {limit} characters."
        ),
        RowReason.WORD_TOO_LONG: words.gettext(
            "A word or number of more than {limit} characters has no room on a line of paper."
        ),
        RowReason.UNPRINTABLE: words.gettext(
            "The text holds a hidden character that cannot be printed. Write the text anew."
        ),
        RowReason.BIRTH_DATE_IN_FUTURE: words.gettext("The birth date is in the future."),
        RowReason.BIRTH_DATE_TOO_EARLY: words.gettext(
            "The birth date is too far back. Look at the year."
        ),
        RowReason.SERVICE_UNKNOWN: words.gettext(
            "The municipality has no such service. It has: {allowed}."
        ),
        RowReason.ZONE_UNKNOWN: words.gettext(
            "The municipality has no such zone. It has: {allowed}."
        ),
        RowReason.PROTECTION_NOT_UNDERSTOOD: words.gettext(
            "It is not clear whether the address is protected. Write yes or no in Norwegian."
        ),
        RowReason.POST_NOT_UNDERSTOOD: words.gettext(
            "It is not clear whether the post goes there instead or as well. "
            "Write it in Norwegian words."
        ),
        RowReason.CLOSING_WITHOUT_DATE: words.gettext(
            "There is a reason for closing the case, but no date."
        ),
    }


def _of_rows(words: Words) -> Mapping[RowReason, str]:
    return {
        RowReason.BIRTH_NUMBER_IN_NEEDED: words.gettext(
            "There is a national identity number here. It is never stored, "
            "and without it the row lacks a value that it needs."
        ),
        RowReason.TOO_MANY_CELLS: words.gettext(
            "The row has more cells than the heading, so values may stand in wrong columns. "
            "Look for a separator inside a text."
        ),
        RowReason.CONTRADICTS: words.gettext("Row {row} says something else about the same case."),
        RowReason.CASE_REFUSED: words.gettext(
            "Row {row} of the same case is refused, and a case is taken in whole or not at all."
        ),
    }


def _of_left_out(words: Words) -> Mapping[RowReason, str]:
    return {
        RowReason.PROVIDER_UNKNOWN: words.gettext(
            "This provider is not in the content pack. The case comes in without a present "
            "provider. Look for a slip in the name. The pack has: {allowed}."
        ),
        RowReason.DECISION_IN_FUTURE: words.gettext(
            "The date of the decision is in the future, and so it comes in. Look at the year."
        ),
        RowReason.CLOSING_IN_FUTURE: words.gettext(
            "The case closes on a later day and comes in open. Import a list again on that day."
        ),
        RowReason.BIRTH_NUMBER_LEFT_OUT: words.gettext(
            "There is a national identity number here. It is never stored, "
            "so this value is left out."
        ),
        RowReason.BIRTH_NUMBERS_NOT_READ: words.gettext(
            "The column holds national identity numbers. They are never stored, "
            "and the column is not read. Number of cells: {count}."
        ),
        RowReason.HOURS_NOT_UNDERSTOOD: words.gettext(
            "This is not understood as hours a week, so it is left out."
        ),
        RowReason.HOURS_OF_SEVERAL: words.gettext(
            "The row names several services, and nobody can tell how the hours are shared. "
            "They are left out."
        ),
        RowReason.NEED_NOT_UNDERSTOOD: words.gettext(
            "This is not understood as day, evening, night or weekend, so it is left out."
        ),
        RowReason.LANGUAGE_NOT_UNDERSTOOD: words.gettext(
            "This is neither bokmål nor nynorsk, so it is left out."
        ),
    }


def file_problem_in_words(refusal: Refusal, words: Words) -> str:
    """Why a file as a whole cannot be read, and what to do."""
    texts = {
        FileReason.EMPTY: words.gettext("The file is empty."),
        FileReason.WORKBOOK: words.gettext(
            "This is a workbook of a spreadsheet program. Save it as CSV, and choose that file."
        ),
        FileReason.ENCODING: words.gettext(
            "The letters of the file cannot be read. Export it as CSV with UTF-8."
        ),
        FileReason.HEADINGS_UNKNOWN: words.gettext(
            "The first row holds no headings that are understood. "
            "A case list begins with headings such as Saksnummer, Navn and Tjeneste."
        ),
        FileReason.COLUMNS_MISSING: words.gettext("The file lacks these columns: {columns}."),
        FileReason.OPEN_QUOTE: words.gettext(
            "A quotation mark in row {row} is never closed, so the rest of the file is one cell."
        ),
        FileReason.NO_ROWS: words.gettext("The file has headings, but no rows."),
    }
    return texts[FileReason(refusal.code)].format(**refusal.values)


def field_in_words(field: str, words: Words) -> str:
    """The label of a field of ``Case`` that a list changes."""
    texts = {
        "given_name": words.pgettext("case field", "Given name"),
        "family_name": words.pgettext("case field", "Family name"),
        "birth_date": words.pgettext("case field", "Birth date"),
        "zone": words.pgettext("case field", "Zone"),
        "services": words.pgettext("case field", "Services"),
        "address": words.pgettext("case field", "Address"),
        "is_address_protected": words.pgettext("case field", "Protected address"),
        "phone": words.pgettext("case field", "Telephone"),
        "written_language": words.pgettext("case field", "Written language"),
        "interpreter": words.pgettext("case field", "Interpreter"),
        "post": words.pgettext("case field", "Who receives the post"),
        "closing": words.pgettext("case field", "Closed"),
    }
    return texts[field]
