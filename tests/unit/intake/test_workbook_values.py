"""Numbers and formats of spreadsheets, one at a time."""

from datetime import date

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS

from kiosk.intake.grid import CellKind, letters_of
from kiosk.intake.workbooks.formats import PLAIN, NumberFormat, format_of
from kiosk.intake.workbooks.values import day_cell, day_of, number_text, time_cell
from kiosk.intake.workbooks.xlsx_cells import unescaped

DAY, TIME = NumberFormat(is_day=True), NumberFormat(is_time=True)


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (0, None),
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, None),
        (61, date(1900, 3, 1)),
        (15049, date(1941, 3, 14)),
        (2_958_465, date(9999, 12, 31)),
        (2_958_466, None),
        (-1, None),
    ],
)
def test_days_are_counted_with_the_leap_day_that_never_was(serial, day):
    assert day_of(serial, starts_1904=False) == day


def test_days_of_old_macs_begin_four_years_later():
    assert day_of(13587, starts_1904=True) == date(1941, 3, 14)
    assert day_of(60, starts_1904=True) == date(1904, 3, 1)


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("15049", ("1941-03-14", CellKind.DATE)),
        ("15049.5", ("1941-03-14 12:00", CellKind.DATE)),
        ("15048.999999999", ("1941-03-14", CellKind.DATE)),
        ("-3", ("-3", CellKind.NUMBER)),
    ],
)
def test_a_day_has_a_time_only_where_it_is_not_midnight(written, cell):
    assert day_cell(written, starts_1904=False) == cell


def test_times_are_hours_and_minutes():
    assert time_cell("0.145833333333333") == ("3:30", CellKind.DATE)
    assert time_cell("1.5") == ("36:00", CellKind.DATE)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("1.4000000000000001E+1", "14"),
        ("1.2345678901E+10", "12345678901"),
        ("25.899999999999999", "25.9"),
        ("1E-7", "0.0000001"),
        ("12345678901234567890", "12345678901234567890"),
        ("1E+20", "100000000000000000000"),
    ],
)
def test_numbers_are_what_the_spreadsheet_shows(written, text):
    assert number_text(written) == text


@pytest.mark.parametrize("written", ["", "x", "nan", "inf", "1e999"])
def test_what_is_no_number_is_told(written):
    with pytest.raises(ValueError):  # noqa: PT011  the text is Python's
        number_text(written)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("General", PLAIN),
        ("0", PLAIN),
        ("0.00", PLAIN),
        ("#,##0", PLAIN),
        ("0.00E+00", PLAIN),
        ("0%", PLAIN),
        ('#,##0\\ "kr dag"', PLAIN),
        ("[Red]0", PLAIN),
        ("@", PLAIN),
        ("0000", NumberFormat(digits=4)),
        ("0000000;[Red]-0000000", NumberFormat(digits=7)),
        ("dd/mm/yyyy", DAY),
        ("dd/mm/yyyy;@", DAY),
        ("[$-414]d/\\ mmmm\\ yyyy;@", DAY),
        ("yyyy\\-mm\\-dd", DAY),
        ("mmm", DAY),
        ("dd.mm.yy hh:mm", DAY),
        ("DD.MM.YYYY", DAY),
        ("h:mm", TIME),
        ("[h]:mm:ss", TIME),
        ("mm:ss", TIME),
    ],
)
def test_formats_tell_days_times_and_zeros(code, found):
    assert format_of(code) == found


@pytest.mark.parametrize(("number", "found"), [(0, PLAIN), (14, DAY), (22, DAY), (20, TIME)])
def test_built_in_formats_are_known_by_their_numbers(number, found):
    assert format_of(BUILTIN_FORMATS[number]) == found


def test_letters_that_xml_cannot_hold_are_written_by_number():
    assert unescaped("a_x000A_b") == "a\nb"
    assert unescaped("a_x005F_b") == "a_b"
    assert unescaped("a_xD83D_b") == "a\ufffdb"
    assert unescaped("x_y_x_") == "x_y_x_"


def test_columns_are_named_as_in_a_spreadsheet():
    assert [letters_of(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
