"""Every reason about a row of a case list as a sentence."""

from collections.abc import Mapping

from kiosk.app.intake_reasons import RowReason
from kiosk.app.ports.words import Words
from kiosk.app.window_texts import line_too_long, too_many_lines


def row_reason_texts(words: Words) -> Mapping[RowReason, str]:
    """A sentence for each reason; values of the problem are still in braces."""
    return {**_of_values(words), **_of_rows(words), **_of_notices(words)}


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
        RowReason.YEAR_UNLIKELY: words.gettext("This cannot be the right year."),
        RowReason.TOO_LONG: words.gettext(
            "The text is too long. There is room for {limit} characters."
        ),
        RowReason.WORD_TOO_LONG: words.gettext(
            "A word or number of more than {limit} characters has no room on a line of paper."
        ),
        RowReason.UNPRINTABLE: words.gettext(
            "The text holds a hidden character that cannot be printed. Write the text anew."
        ),
        RowReason.LETTER_LOST: words.gettext(
            "A letter was lost when the file was written. Export the list as CSV with UTF-8."
        ),
        RowReason.BIRTH_DATE_IN_FUTURE: words.gettext("The birth date is in the future."),
        RowReason.BIRTH_DATE_TOO_EARLY: words.gettext(
            "The birth date is more than {years} years ago. Look at the year."
        ),
        RowReason.BEFORE_BIRTH: words.gettext("This day is before the person was born."),
        RowReason.DECISION_TOO_FAR: words.gettext(
            "The date of the decision is more than a year ahead. Look at the year."
        ),
        RowReason.REPLY_BEFORE_DECISION: words.gettext(
            "The reply deadline is before the date of the decision."
        ),
        RowReason.SERVICE_UNKNOWN: words.gettext(
            "The municipality has no such service. It has: {allowed}."
        ),
        RowReason.ZONE_UNKNOWN: words.gettext(
            "There is nothing of this name in the municipality. It has: {allowed}."
        ),
        RowReason.PROTECTION_NOT_UNDERSTOOD: words.gettext(
            "It is not clear whether the address is protected. Write yes or no in Norwegian."
        ),
        RowReason.POST_NOT_UNDERSTOOD: words.gettext(
            "It is not clear whether the post goes there instead or as well. "
            "Write it in Norwegian words."
        ),
        RowReason.POSTCODE_IMPOSSIBLE: words.gettext(
            "A Norwegian postcode has four digits. A spreadsheet may have dropped a zero in front. "
            "A foreign one begins with the letters of the country, such as SE-."
        ),
        RowReason.HOURS_TOO_MANY: words.gettext("A week has 168 hours."),
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
        RowReason.CELL_FAULT: words.gettext(
            "The spreadsheet shows a fault here instead of a value. Correct the formula in the file."
        ),
        RowReason.NO_RESULT: words.gettext(
            "The formula here has no result yet. "
            "Open the file in a spreadsheet program and save it there."
        ),
        RowReason.TURNED_INTO_NUMBER: words.gettext(
            "The spreadsheet holds the case number as a number, so zeros may be lost. "
            "Export it as text from the case system, or export the list as CSV."
        ),
        RowReason.TURNED_INTO_DATE: words.gettext(
            "The spreadsheet has turned this into a date or a time. "
            "Export it as text from the case system, or export the list as CSV."
        ),
        RowReason.CONTRADICTS: words.gettext("Row {row} says something else about the same case."),
        RowReason.CASE_REFUSED: words.gettext(
            "Row {row} of the same case is refused, and a case is taken in whole or not at all."
        ),
    }


def _of_notices(words: Words) -> Mapping[RowReason, str]:
    return {
        RowReason.PROVIDER_UNKNOWN: words.gettext(
            "This provider is not in the content pack. The case comes in without a present "
            "provider. Look for a slip in the name. The pack has: {allowed}."
        ),
        RowReason.DECISION_IN_FUTURE: words.gettext(
            "The date of the decision is in the future, and so it comes in. Look at the year."
        ),
        RowReason.PROVIDER_ELSEWHERE: words.gettext(
            "According to the content pack, this provider does not give {service} in this zone. "
            "The case comes in as it stands. Look for a slip."
        ),
        RowReason.SINCE_IN_FUTURE: words.gettext(
            "The day is in the future, so it is left out. "
            "Look whether this provider really helps already."
        ),
        RowReason.PHONE_NOT_UNDERSTOOD: words.gettext(
            "This is not understood as a telephone number, so it is left out. "
            "A Norwegian number has eight digits."
        ),
        RowReason.NAME_WITHOUT_COMMA: words.gettext(
            "The name has no comma. It comes in with the family name {family}."
        ),
        RowReason.NAME_WITHOUT_FIRST: words.gettext(
            "The first name is missing. The case comes in with the family name only."
        ),
        RowReason.POST_ROLE_UNKNOWN: words.gettext(
            "This is no usual role of somebody who receives the post. It comes in as it stands. "
            "Look for a slip. Usual are: {usual}."
        ),
        RowReason.ROW_TWICE: words.gettext(
            "The row says nothing that row {row} does not say, and counts once."
        ),
        RowReason.COLUMN_TWICE: words.gettext(
            "The columns {read} and {other} mean the same to the program. It reads only {read}. "
            "If you need the other one, delete {read} from the file."
        ),
        RowReason.COLUMNS_OF_ONE_NAME: words.gettext(
            "Two columns are called {read}. The program reads only the first of them."
        ),
        RowReason.COLUMN_WITHOUT_HEADING: words.gettext(
            "Column {letters} has no heading and is not read. Number of cells: {count}."
        ),
        RowReason.COUNTED_DAYS: words.gettext(
            "The column holds days as numbers. They are read as spreadsheets count days: "
            "{number} in row {row} is {day}. Look whether that is right."
        ),
        RowReason.ROWS_HIDDEN: words.gettext(
            "The spreadsheet hides rows. They are read all the same. Number of rows: {count}."
        ),
        RowReason.REFERENCE_LEFT_OUT: words.gettext(
            "The spreadsheet holds the reference as a number or a date, so parts of it may be lost. "
            "It is left out."
        ),
        RowReason.ROW_OF_ONE_CELL: words.gettext(
            "The row holds one value only. It is no case and is passed over."
        ),
        RowReason.ROW_OF_SUMS: words.gettext(
            "The row holds sums only. It is no case and is passed over."
        ),
        RowReason.ROW_OF_HEADINGS: words.gettext(
            "The row repeats the headings. It is no case and is passed over."
        ),
        RowReason.SINCE_WITHOUT_PROVIDER: words.gettext(
            "There is a day, but no present provider, so the day is left out."
        ),
        RowReason.NOT_PRINTABLE: words.gettext(
            "The typeface of the papers lacks “{letters}”. Papers with this text cannot be printed. "
            "Write it in Latin letters."
        ),
        RowReason.LINE_TOO_LONG: line_too_long(words),
        RowReason.TOO_MANY_LINES: too_many_lines(words),
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
