"""Lists as other municipalities lay them out: read, or refused with a word that helps."""

import pytest

from kiosk.app.ports.intake import CaseList
from kiosk.domain.errors import CaseListError
from kiosk.intake.case_lists import FileCaseListReader
from kiosk.intake.files import read_file
from tests.intake_samples import HEADING, ROW, EveryLetter, MorningClock, csv_of, municipality
from tests.workbook_files import Tab, Unresolved, ods, xlsx

HEADINGS: list[object] = list(HEADING.split(";"))
FIRST: list[object] = list(ROW.split(";"))
SECOND: list[object] = ["EV-2", *FIRST[1:]]
HOURS: list[object] = [*HEADINGS, "Timer per uke"]
both = pytest.mark.parametrize("write", [xlsx, ods])


def read(data: bytes) -> CaseList:
    return FileCaseListReader(municipality(), MorningClock(), EveryLetter()).open(data).read()


def listed(write, *rows: list[object], merged: tuple[str, ...] = ()) -> CaseList:
    return read(write(Tab("Saker", [*rows], merged=merged)))


def references(case_list: CaseList) -> list[str]:
    return [case.reference for case in case_list.cases]


def notices(case_list: CaseList) -> list[tuple[int, str]]:
    return [(notice.row, notice.code) for notice in case_list.notices]


@both
def test_groups_of_headings_above_the_headings_are_skipped(write):
    groups: list[object] = [None, "Person", None, "Vedtak", None, None]

    case_list = listed(write, groups, HEADINGS, FIRST, SECOND)

    assert (references(case_list), case_list.refused) == (["EV-1", "EV-2"], ())


@both
@pytest.mark.parametrize(
    "sums",
    [
        ["Sum", None, None, None, None, None, 12.5],
        [None, "Totalt:", 2, None, None, None, "12,5"],
        [None, None, None, None, None, "Sum timer", 12.5],
        ["I alt", "2", None, None, None, None, "12,5 timer"],
        ["Antall saker", 2],
        [None, None, None, None, None, "Gjennomsnitt per sak", 6.25],
    ],
)
def test_sums_at_the_foot_are_passed_over_and_told(write, sums):
    case_list = listed(write, HOURS, [*FIRST, 10], [*SECOND, 2.5], sums)

    assert references(case_list) == ["EV-1", "EV-2"]
    assert (case_list.refused, case_list.row_count) == ((), 2)
    assert notices(case_list) == [(4, "row.sums")]
    # Otherwise nobody could tell which cases the list no longer has.
    assert case_list.tells_all_cases


@both
@pytest.mark.parametrize(
    "row",
    [
        ["EV-3", None, None, None, None, None, 12.5],
        ["Sum", "Solveig Strand", None, None, None, None, 12.5],
        ["Summer", None, None, None, None, None, 12.5],
    ],
)
def test_a_row_that_may_be_a_case_is_never_taken_for_a_sum(write, row):
    case_list = listed(write, HOURS, [*FIRST, 10], row)

    assert {problem.row for problem in case_list.refused} == {3}
    assert case_list.notices == ()


@both
def test_headings_again_on_every_page_are_passed_over_and_told(write):
    case_list = listed(write, HEADINGS, FIRST, [], HEADINGS, SECOND)

    assert (references(case_list), case_list.refused) == (["EV-1", "EV-2"], ())
    assert notices(case_list) == [(4, "row.headings")]


def test_sums_and_headings_of_a_csv_export_are_passed_over_too():
    case_list = read(csv_of(f"{HEADING};Timer", f"{ROW};10", f"{HEADING};Timer", "Sum;;;;;;10,0"))

    assert notices(case_list) == [(3, "row.headings"), (4, "row.sums")]
    assert case_list.refused == ()


@both
def test_a_row_of_formulas_without_results_is_refused_and_not_passed_over(write):
    row = [Unresolved(), "Ola Vik", *[Unresolved()] * 4]

    case_list = listed(write, HEADINGS, FIRST, row)

    assert {problem.code for problem in case_list.refused} == {"cell.no_result"}
    assert case_list.notices == ()


@both
def test_lines_between_groups_are_passed_over_and_told(write):
    case_list = listed(write, HEADINGS, ["Sone: Sørbyen"], FIRST, [None, "Antall: 1"])

    assert notices(case_list) == [(2, "row.one_cell"), (4, "row.one_cell")]


@both
def test_columns_on_the_left_and_notes_on_the_right_do_not_matter(write):
    more: list[object] = [None, "Løpenr", *HEADINGS, "Merknad", None, " "]
    row: list[object] = [None, 1, *FIRST, "Ringer tilbake", None, None]

    case_list = listed(write, more, row)

    assert references(case_list) == ["EV-1"]
    assert case_list.unknown_columns == ("Løpenr", "Merknad")


@both
@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Navn", "Strand, Solveig"),
        ("Etternavn, fornavn", "Strand, Solveig"),
        ("Etternavn, fornavn", "Strand Solveig"),
    ],
)
def test_family_names_first_are_known(write, heading, name):
    headings = [heading if text == "Navn" else text for text in HEADINGS]

    (case,) = listed(write, headings, [FIRST[0], name, *FIRST[2:]]).cases

    assert (case.given_name, case.family_name) == ("Solveig", "Strand")


@both
@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("12.04.41", "date.two_digit_year"),
        ("120441", "date.two_digit_year"),
        ("12/04-1941", "date.not_understood"),
        ("04/12/1941", "date.not_understood"),
        ("ca. 1941", "date.not_understood"),
        ("31.02.1941", "date.impossible"),
    ],
)
def test_days_as_texts_that_may_mean_another_day_are_refused(write, written, code):
    case_list = listed(write, HEADINGS, [*FIRST[:2], written, *FIRST[3:]])

    assert [(each.column, each.code) for each in case_list.refused] == [("Fødselsdato", code)]


@both
def test_headings_on_two_lines_are_refused_with_those_that_are_missing(write):
    upper: list[object] = ["Saksnummer", "Navn", "Fødsels-", "Tjeneste", "Sone", "Vedtaks-"]
    lower: list[object] = [None, None, "dato", None, None, "dato"]

    with pytest.raises(CaseListError) as caught:
        listed(write, upper, lower, FIRST)

    assert caught.value.refusal.code == "file.columns_missing"
    assert caught.value.refusal.values["columns"] == "Fødselsdato\nVedtaksdato"


@both
def test_a_list_on_its_side_is_refused(write):
    sides: list[list[object]] = [list(pair) for pair in zip(HEADINGS, FIRST, SECOND, strict=True)]

    with pytest.raises(CaseListError) as caught:
        read_file(write(Tab("Saker", sides)))

    assert caught.value.refusal.code == "file.headings_unknown"
