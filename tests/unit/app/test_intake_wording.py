"""Every reason has words, and the words have room for its values."""

import pytest

from kiosk.app.intake_reasons import FileReason, RowReason
from kiosk.app.intake_wording import (
    file_problem_in_words,
    problem_in_words,
    reason_in_words,
)
from kiosk.app.ports.intake import RowProblem
from kiosk.domain.errors import Refusal
from kiosk.domain.language import Language
from kiosk.i18n import GettextWords

VALUES = {
    "allowed": "Nord, Sør",
    "row": "7",
    "count": "3",
    "over": "3",
    "lines": "5",
    "columns": "Sone",
    "limit": "80",
    "years": "120",
    "service": "Praktisk bistand",
    "family": "Strand",
    "read": "Sone",
    "other": "Bydel",
    "letters": "王",
    "usual": "verge, fullmektig",
    "megabytes": "50",
    "number": "15049",
    "day": "1941-03-14",
    "sheets": "Saker\nGamle saker",
    "field": "zone",
    "one": "Hvor",
    "heading": "Sone",
    "headings": "Hvor\nHvem",
}


@pytest.fixture(params=Language)
def words(request, locales):
    return GettextWords(request.param, locales)


@pytest.mark.parametrize("reason", RowReason)
def test_every_reason_for_a_row_is_a_whole_sentence(words, reason):
    problem = RowProblem(4, "Sone", "Vest", reason.value, tuple(VALUES.items()))

    text = reason_in_words(problem, words)

    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("reason", FileReason)
def test_every_reason_for_a_file_is_a_whole_sentence(words, reason):
    text = file_problem_in_words(Refusal(reason.value, VALUES), words)

    assert text.endswith(".")
    assert "{" not in text


@pytest.fixture
def english(locales):
    return GettextWords(Language.ENGLISH, locales)


@pytest.mark.parametrize(
    ("language", "columns", "text"),
    [
        (Language.BOKMAL, "Sone", "Filen mangler kolonnen Sone."),
        (Language.BOKMAL, "Navn\nSone", "Filen mangler kolonnene Navn og Sone."),
        (Language.NYNORSK, "Sone", "Fila manglar kolonnen Sone."),
        (
            Language.NYNORSK,
            "Navn\nTjeneste\nSone",
            "Fila manglar kolonnane Navn, Tjeneste og Sone.",
        ),
        (Language.ENGLISH, "Sone", "The file lacks the column Sone."),
        (Language.ENGLISH, "Navn\nSone", "The file lacks the columns Navn and Sone."),
    ],
)
def test_names_all_missing_columns(locales, language, columns, text):
    refusal = Refusal("file.columns_missing", {"columns": columns})

    assert file_problem_in_words(refusal, GettextWords(language, locales)) == text


def test_tells_row_column_value_and_reason(english):
    problem = RowProblem(4, "Fødselsdato", "31.02.1941", "date.impossible")

    text = problem_in_words(problem, english)

    assert text == "Row 4, column Fødselsdato, “31.02.1941”: There is no such day."


def test_of_a_very_long_value_only_the_beginning_is_told(english):
    problem = RowProblem(7, "Fornavn", "A" * 300, "text.too_long", (("limit", "80"),))

    line = problem_in_words(problem, english)

    assert f"“{'A' * 99}…”" in line
    assert "A" * 100 not in line


def test_tells_no_value_where_there_is_none(english):
    problem = RowProblem(4, "Sone", "", "value.missing")

    text = problem_in_words(problem, english)

    assert text == "Row 4, column Sone: The value is missing. Every row needs one."


def test_tells_no_column_where_the_whole_row_is_meant(english):
    text = problem_in_words(RowProblem(4, "", "", "row.too_many_cells"), english)

    assert text.startswith("Row 4: The row has more cells")


def test_braces_in_a_value_are_only_a_value(english):
    problem = RowProblem(4, "{row}", "{x}", "date.impossible")

    assert problem_in_words(problem, english).startswith("Row 4, column {row}, “{x}”:")


def test_the_other_row_is_not_mixed_up_with_this_one(english):
    problem = RowProblem(4, "Sone", "Nord", "row.contradicts", (("row", "2"),))

    text = problem_in_words(problem, english)

    assert (text.index("4"), text.index("2")) == (4, text.index("Row 2") + 4)


VALUE_OF = {
    RowReason.SERVICE_UNKNOWN: "allowed",
    RowReason.ZONE_UNKNOWN: "allowed",
    RowReason.PROVIDER_UNKNOWN: "allowed",
    RowReason.CONTRADICTS: "row",
    RowReason.TOO_LONG: "limit",
    RowReason.BIRTH_DATE_TOO_EARLY: "years",
    RowReason.PROVIDER_ELSEWHERE: "service",
    RowReason.NAME_WITHOUT_COMMA: "family",
    RowReason.NOT_PRINTABLE: "letters",
    RowReason.LINE_TOO_LONG: "over",
    RowReason.TOO_MANY_LINES: "lines",
    RowReason.COLUMN_TWICE: ("read", "other"),
    RowReason.COLUMNS_OF_ONE_NAME: "read",
    RowReason.WORD_TOO_LONG: "limit",
    RowReason.CASE_REFUSED: "row",
    RowReason.ROW_TWICE: "row",
    RowReason.POST_ROLE_UNKNOWN: "usual",
    RowReason.BIRTH_NUMBERS_NOT_READ: "count",
    RowReason.COLUMN_WITHOUT_HEADING: ("letters", "count"),
    RowReason.COUNTED_DAYS: ("number", "row", "day"),
    RowReason.ROWS_HIDDEN: "count",
}


@pytest.mark.parametrize("reason", RowReason)
def test_no_sentence_asks_for_a_value_that_its_reason_lacks(english, reason):
    names = VALUE_OF.get(reason, ())
    values = tuple((name, "one of them") for name in ([names] if isinstance(names, str) else names))

    text = reason_in_words(RowProblem(1, "", "", reason.value, values), english)

    assert ("one of them" in text) == bool(values)
