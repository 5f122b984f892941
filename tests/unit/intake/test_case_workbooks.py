"""Case lists in workbooks: what becomes of numbers, days and faults, and that nothing is guessed."""

from datetime import date

import pytest

from kiosk.app.ports.intake import CaseList
from kiosk.intake.case_lists import FileCaseListReader
from tests.intake_samples import (
    HEADING,
    ROW,
    EveryLetter,
    MorningClock,
    csv_of,
    municipality,
)
from tests.workbook_files import Fault, Padded, Tab, Unresolved, ods, xlsx

HEADINGS: list[object] = list(HEADING.split(";"))
CELLS: dict[str, object] = dict(zip(HEADING.split(";"), ROW.split(";"), strict=True))
both = pytest.mark.parametrize("write", [xlsx, ods])


def read(data: bytes) -> CaseList:
    return FileCaseListReader(municipality(), MorningClock(), EveryLetter()).open(data).read()


def row(**changes: object) -> list[object]:
    return list({**CELLS, **changes}.values())


def listed(write, *rows: list[object], more: tuple[str, ...] = ()) -> CaseList:
    return read(write(Tab("Saker", [[*HEADINGS, *more], *rows])))


def refusals(case_list: CaseList) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.code) for problem in case_list.refused]


def notices(case_list: CaseList) -> list[tuple[str, str]]:
    return [(problem.column, problem.code) for problem in case_list.notices]


@both
def test_the_same_list_in_real_cells_is_the_same_import(write):
    more = ("Timer per uke", "Telefon", "Postnummer", "Tolk", "Kveld", "Adresse")
    extra = ";3,5;12345742;0001;USANN;SANN;Prøveveien 4"
    text = read(csv_of(";".join([HEADING, *more]), ROW + extra))

    cells = row(Fødselsdato=date(1941, 4, 12), Vedtaksdato=date(2026, 11, 16))
    workbook = listed(
        write,
        [*cells, 3.5, 12345742, Padded(1, 4), False, True, "  Prøveveien\xa04 "],
        more=more,
    )

    assert (workbook.refused, workbook.notices) == ((), ())
    assert workbook.cases == text.cases


@both
@pytest.mark.parametrize("number", [123, 2026.1, 12345678901])
def test_a_case_number_that_became_a_number_is_refused(write, number):
    case_list = listed(write, row(Saksnummer=number), row(Saksnummer="EV-2"))

    assert refusals(case_list)[0][:2] == (2, "Saksnummer")
    assert [case.reference for case in case_list.cases] == ["EV-2"]
    assert not case_list.tells_all_cases


@both
def test_a_case_number_that_became_a_number_is_told_as_that(write):
    assert refusals(listed(write, row(Saksnummer=123))) == [
        (2, "Saksnummer", "cell.turned_into_number")
    ]


@both
def test_a_case_number_shown_with_its_zeros_is_what_is_shown(write):
    (case,) = listed(write, row(Saksnummer=Padded(123, 8))).cases

    assert case.reference == "00000123"


@both
@pytest.mark.parametrize("heading", ["Saksnummer", "Navn", "Tjeneste", "Sone"])
def test_a_text_that_became_a_day_is_refused(write, heading):
    case_list = listed(write, row(**{heading: date(2026, 11, 1)}))

    assert refusals(case_list) == [(2, heading, "cell.turned_into_date")]


@both
def test_a_reference_that_became_a_number_is_left_out(write):
    case_list = listed(write, [*row(), 2026.1], more=("Vedtaksreferanse",))

    assert notices(case_list) == [("Vedtaksreferanse", "reference.left_out")]
    assert case_list.cases[0].services[0].decision_reference == ""


@both
@pytest.mark.parametrize("heading", ["Saksnummer", "Fødselsdato", "Adressesperre", "Adresse"])
@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (Fault("#REF!"), "cell.fault"),
        (Fault("#DIV/0!"), "cell.fault"),
        ("#I/T", "cell.fault"),
        (Unresolved(), "cell.no_result"),
    ],
)
def test_a_fault_in_a_cell_refuses_the_row(write, heading, cell, code):
    cells = {**CELLS, "Adressesperre": "nei", "Adresse": "Prøveveien 4", heading: cell}

    case_list = listed(write, list(cells.values()), more=("Adressesperre", "Adresse"))

    assert refusals(case_list) == [(2, heading, code)]


def test_a_fault_of_a_csv_export_refuses_the_row_too():
    case_list = read(csv_of(HEADING, ROW.replace("Sørbyen", "#NAVN?")))

    assert refusals(case_list) == [(2, "Sone", "cell.fault")]


@both
def test_days_as_numbers_are_read_and_told_once(write):
    rows = [row(Fødselsdato=15049), row(Saksnummer="EV-2", Fødselsdato="14.03.1941")]

    case_list = listed(write, *rows)

    assert [case.birth_date for case in case_list.cases] == [date(1941, 3, 14)] * 2
    (notice,) = case_list.notices
    assert (notice.column, notice.code) == ("Fødselsdato", "column.counted_days")
    assert dict(notice.values) == {"number": "15049", "day": "14.03.1941", "row": "2"}


def test_days_as_numbers_are_counted_from_where_the_file_says():
    old = xlsx(Tab("Saker", [HEADINGS, row(Fødselsdato=13587)]), date1904=True)

    assert [case.birth_date for case in read(old).cases] == [date(1941, 3, 14)]
    null = ods(Tab("Saker", [HEADINGS, row(Fødselsdato=13587)]), null_date="1904-01-01")
    assert [case.birth_date for case in read(null).cases] == [date(1941, 3, 14)]


@both
@pytest.mark.parametrize(
    "numbers",
    [
        pytest.param((10341,), id="1 March 1941 without its zero, or a count"),
        pytest.param((10341, 20452), id="all of them"),
        pytest.param((10341, 140341), id="one of them has six digits"),
        pytest.param((1941,), id="a year"),
        pytest.param((15049.5,), id="noon"),
        pytest.param((14031941,), id="eight digits"),
    ],
)
def test_numbers_that_may_mean_another_day_are_refused(write, numbers):
    rows = [row(Saksnummer=f"EV-{n}", Fødselsdato=number) for n, number in enumerate(numbers)]

    case_list = listed(write, *rows)

    assert case_list.cases == ()
    assert {code.split(".")[0] for _, _, code in refusals(case_list)} == {"date"}


@both
def test_a_postcode_that_lost_its_zero_is_refused(write):
    case_list = listed(write, [*row(), 123], more=("Postnummer",))

    assert refusals(case_list) == [(2, "Postnummer", "postcode.impossible")]


@both
def test_hours_that_became_a_day_are_left_out(write):
    case_list = listed(write, [*row(), date(2026, 5, 3)], more=("Timer per uke",))

    assert notices(case_list) == [("Timer per uke", "hours.not_understood")]


@both
def test_a_birth_number_as_a_number_is_never_read(write):
    case_list = listed(write, [*row(), 12044100000 + 13], more=("Fødselsnummer",))

    assert "12044100013" not in repr(case_list)


@both
def test_a_column_without_a_heading_and_hidden_rows_are_told(write):
    rows = [[*HEADINGS], [*row(), None, "løs merknad"], row(Saksnummer="EV-2")]

    case_list = read(write(Tab("Saker", rows, hidden_rows=(3,))))

    assert len(case_list.cases) == 2
    values = {notice.code: dict(notice.values) for notice in case_list.notices}
    assert values == {
        "column.without_heading": {"letters": "H", "count": "1"},
        "row.hidden": {"count": "1"},
    }


@both
def test_a_case_number_over_several_rows_belongs_to_each(write):
    rows = [
        HEADINGS,
        row(Tjeneste="Hjemmesykepleie"),
        list({**CELLS, "Saksnummer": None, "Tjeneste": "Praktisk bistand"}.values()),
    ]

    case_list = read(write(Tab("Saker", rows, merged=("A2:A3",))))

    assert [len(case.services) for case in case_list.cases] == [2]
