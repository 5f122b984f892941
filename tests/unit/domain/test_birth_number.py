import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import fodselsnummer

from kiosk.domain.birth_number import holds_birth_number
from tests.intake_samples import birth_number

NUMBER = birth_number()


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        f"{NUMBER[:6]} {NUMBER[6:]}",
        f"{NUMBER[:6]}.{NUMBER[6:]}",
        f"{NUMBER[:6]}-{NUMBER[6:]}",
        f"{NUMBER[:6]}–{NUMBER[6:]}",
        f"{NUMBER[:6]}\u00a0{NUMBER[6:]}",
        f"{NUMBER[:6]}\n{NUMBER[6:]}",
        f"{NUMBER[:2]}.{NUMBER[2:4]}.{NUMBER[4:6]} {NUMBER[6:]}",
        " ".join(NUMBER),
        f"fnr. {NUMBER}, se journal",
        f"fnr{NUMBER}x",
        f"2026-{NUMBER}",
        f"12 34 57 42 {NUMBER}",
        f"{NUMBER} 0000",
        f"{NUMBER[:6]}\u2212{NUMBER[6:]}",
        f"{NUMBER[:6]}\u200b{NUMBER[6:]}",
    ],
)
def test_finds_a_number_however_it_is_written(text):
    assert holds_birth_number(text)


@pytest.mark.parametrize(
    ("day", "month"),
    [(12, 4), (52, 4), (12, 44), (12, 84), (52, 84), (12, 69), (31, 92), (41, 66)],
    ids=["ordinary", "D", "H", "invented", "invented D", "invented 65", "last", "first 65"],
)
def test_finds_every_series_of_numbers(day, month):
    assert holds_birth_number(birth_number(day, month))


def changed(place: int) -> str:
    digit = str((int(NUMBER[place]) + 1) % 10)
    return NUMBER[:place] + digit + NUMBER[place + 1 :]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "EV-1042",
        "12 34 57 42",
        "+47 12 34 57 42",
        NUMBER[:10],
        f"1{NUMBER}",
        f"{NUMBER}1",
        changed(9),
        changed(10),
        changed(6),
        "2026/1042-3",
        "16.11.2026",
    ],
)
def test_leaves_other_texts_alone(text):
    assert not holds_birth_number(text)


def test_a_number_with_an_impossible_day_is_no_birth_number():
    assert not holds_birth_number(birth_number(day=32))


def test_a_number_with_an_impossible_month_is_no_birth_number():
    assert not holds_birth_number(birth_number(month=30))


@given(st.integers(0, 99_999))
def test_the_check_digits_are_those_of_a_known_library(rest):
    digits = f"128441{rest:05}"
    first, second = fodselsnummer.calc_check_digit1(digits), fodselsnummer.calc_check_digit2(digits)

    assert holds_birth_number(digits) is (digits[9:] == first + second)


EARLY = birth_number(day=2)


@pytest.mark.parametrize("text", [EARLY[1:], f" {EARLY[1:]} "])
def test_finds_a_number_whose_zero_a_spreadsheet_dropped(text):
    assert holds_birth_number(text)


@pytest.mark.parametrize("text", [f"ref {EARLY[1:]}", f"+{EARLY[1:]}", EARLY[2:]])
def test_ten_digits_count_only_where_they_are_the_whole_value(text):
    assert not holds_birth_number(text)


def test_ten_digits_are_let_through_where_no_zero_can_be_lacking():
    lacking = next(
        text for text in map(str, range(1019010000, 1019020000)) if holds_birth_number(text)
    )

    assert not holds_birth_number(lacking, may_lack_zero=False)


def test_a_telephone_number_with_the_number_of_the_country_lacks_no_zero():
    phones = (f"47{number}" for number in range(71000000, 71010000))
    would_pass = [phone for phone in phones if holds_birth_number(f"0{phone}")]

    assert would_pass
    assert not any(map(holds_birth_number, would_pass))
