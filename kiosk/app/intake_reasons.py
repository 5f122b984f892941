"""Why a case list, or a row of it, is not taken in as it stands."""

from enum import Enum


class RowReason(Enum):
    """Codes of ``RowProblem``; the first group refuses a row, the second is only told."""

    VALUE_MISSING = "value.missing"
    DATE_NOT_UNDERSTOOD = "date.not_understood"
    DATE_TWO_DIGIT_YEAR = "date.two_digit_year"
    DATE_IMPOSSIBLE = "date.impossible"
    TOO_LONG = "text.too_long"
    WORD_TOO_LONG = "text.word_too_long"
    UNPRINTABLE = "text.unprintable"
    BIRTH_DATE_IN_FUTURE = "birth_date.in_future"
    BIRTH_DATE_TOO_EARLY = "birth_date.too_early"
    SERVICE_UNKNOWN = "service.unknown"
    ZONE_UNKNOWN = "zone.unknown"
    PROTECTION_NOT_UNDERSTOOD = "protection.not_understood"
    POST_NOT_UNDERSTOOD = "post.not_understood"
    CLOSING_WITHOUT_DATE = "closing.without_date"
    BIRTH_NUMBER_IN_NEEDED = "birth_number.in_needed"
    TOO_MANY_CELLS = "row.too_many_cells"
    CONTRADICTS = "row.contradicts"
    CASE_REFUSED = "row.case_refused"

    PROVIDER_UNKNOWN = "provider.unknown"
    CLOSING_IN_FUTURE = "closing.in_future"
    DECISION_IN_FUTURE = "decision.in_future"
    BIRTH_NUMBER_LEFT_OUT = "birth_number.left_out"
    BIRTH_NUMBERS_NOT_READ = "birth_number.not_read"
    HOURS_NOT_UNDERSTOOD = "hours.not_understood"
    HOURS_OF_SEVERAL = "hours.of_several"
    NEED_NOT_UNDERSTOOD = "need.not_understood"
    LANGUAGE_NOT_UNDERSTOOD = "language.not_understood"


class FileReason(Enum):
    """Codes of ``CaseListError``."""

    EMPTY = "file.empty"
    WORKBOOK = "file.workbook"
    ENCODING = "file.encoding"
    HEADINGS_UNKNOWN = "file.headings_unknown"
    COLUMNS_MISSING = "file.columns_missing"
    OPEN_QUOTE = "file.open_quote"
    NO_ROWS = "file.no_rows"
