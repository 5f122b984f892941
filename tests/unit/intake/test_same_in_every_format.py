"""The same list as CSV, XLSX and ODS is the same import, by whichever program it was written."""

import csv
import io
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from kiosk.app.ports.intake import CaseList
from kiosk.intake.case_lists import FileCaseListReader
from kiosk.intake.workbooks.door import read_workbook
from tests.intake_samples import EveryLetter, MorningClock, municipality
from tests.workbook_files import Padded, Tab, ods, xlsx

Rows = list[list[object]]
HEADINGS = (
    "Saksnummer",
    "Navn",
    "Fødselsdato",
    "Tjeneste",
    "Sone",
    "Vedtaksdato",
    "Timer per uke",
    "Telefon",
    "Adresse",
    "Postnummer",
    "Adressesperre",
    "Svarfrist",
    "Noe annet",
)
LETTERS = "abcæøåÆØÅéáčŋ -'.&<>\"\u00a0"


def words(least: int = 0) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=least, max_size=15)


def days(first: int, last: int) -> st.SearchStrategy[date]:
    return st.dates(date(first, 1, 1), date(last, 12, 31))


ROW = st.tuples(
    st.integers(1, 4).map("EV-{}".format),
    words(1),
    days(1905, 2030) | st.just(""),
    st.sampled_from(["Hjemmesykepleie", "Praktisk bistand", "Hjemmesykepleie, praktisk bistand"]),
    st.sampled_from(["Sørbyen", " Sørbyen ", "Mars"]),
    days(2025, 2027),
    st.none() | st.integers(0, 200) | st.decimals(0, 40, places=2).map(float),
    st.none() | st.integers(20_000_000, 99_999_999),
    st.none() | words(),
    st.none() | st.integers(0, 9999).map(lambda code: Padded(code, 4)),
    st.none() | st.booleans(),
    st.none() | days(2025, 2028),
    st.none() | words() | st.integers(0, 10**14),
)


def as_text(cell: object) -> str:  # noqa: PLR0911  one a kind
    """As a Norwegian spreadsheet program writes it into CSV."""
    match cell:
        case None:
            return ""
        case bool():
            return "SANN" if cell else "USANN"
        case date():
            return cell.strftime("%d.%m.%Y")
        case float():
            return f"{cell:.15g}".replace(".", ",")
        case Padded(value, digits):
            return str(value).zfill(digits)
        case _:
            return str(cell)


def csv_file(rows: Rows) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([as_text(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def by_openpyxl(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append([cell.value if isinstance(cell, Padded) else cell for cell in row])
    for cells, row in zip(sheet.iter_rows(), rows, strict=True):
        for place, cell in enumerate(row):
            if isinstance(cell, Padded):
                cells[place].number_format = "0000"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


WORKBOOKS: dict[str, Callable[[Rows], bytes]] = {
    "xlsx": lambda rows: xlsx(Tab("Saker", rows)),
    "ods": lambda rows: ods(Tab("Saker", rows)),
    "openpyxl": by_openpyxl,
}


def read(data: bytes) -> CaseList:
    return FileCaseListReader(municipality(), MorningClock(), EveryLetter()).open(data).read()


def told(case_list: CaseList) -> tuple[object, ...]:
    """What came of a list, without how cells were written."""
    problems = (
        [(each.row, each.column, each.code) for each in group]
        for group in (case_list.refused, case_list.notices)
    )
    return (case_list.cases, case_list.row_count, case_list.accepted_rows, *problems)


@pytest.mark.parametrize("kind", WORKBOOKS)
@settings(max_examples=25, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_the_same_rows_are_the_same_import(kind, rows):
    table: Rows = [list(HEADINGS), *map(list, rows)]

    assert told(read(WORKBOOKS[kind](table))) == told(read(csv_file(table)))


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)
CELL = TEXT | st.integers(-(10**14), 10**14) | st.floats(-1e9, 1e9) | days(1901, 2100)


@pytest.mark.parametrize("write", [xlsx, ods])
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELL | st.none(), min_size=1, max_size=6), min_size=1, max_size=6))
def test_another_program_reads_the_same_texts_numbers_and_days(write, rows):
    data = write(Tab("Ark", [["først"], *rows]))

    (grid,) = read_workbook(data)
    other = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()

    mine = {
        (row.number - 1, place): cell
        for row in grid.rows
        for place, cell in enumerate(row.cells)
        if cell.strip()
    }
    theirs = {
        (number, place): cell
        for number, row in enumerate(other)
        for place, cell in enumerate(row)
        if str(cell).strip()
    }
    assert mine.keys() == theirs.keys()
    for place, cell in theirs.items():
        if isinstance(cell, float):
            assert float(mine[place]) == pytest.approx(cell, rel=1e-14)
        elif isinstance(cell, date):
            assert mine[place] == cell.isoformat()
        else:
            assert mine[place].split() == str(cell).split()
