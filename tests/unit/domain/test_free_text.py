import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.birth_number import holds_birth_number
from kiosk.domain.free_text import objections

WEIGHTS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))


def is_balanced(digits):
    """The definition of the control digits: both weighted sums are divisible by eleven."""
    return all(
        sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11 == 0
        for weights in WEIGHTS
    )


def numbers(first_six):
    """Every balanced number that begins so, made here and belonging to nobody."""
    for rest in range(100_000):
        if is_balanced(f"{first_six}{rest:05}"):
            yield f"{first_six}{rest:05}"


# Born on 1 January; the same as D-number, and as the two kinds of test number.
@pytest.mark.parametrize("first_six", ["010100", "410100", "014100", "018100", "290200"])
def test_finds_every_valid_number_that_begins_with_a_day(first_six):
    found = list(numbers(first_six))[:50]

    assert found
    assert all(holds_birth_number(f"ref {each}, ja") for each in found)


def test_finds_a_number_written_with_a_space():
    number = next(numbers("010100"))

    assert holds_birth_number(f"{number[:6]} {number[6:]}")


@given(st.integers(0, 99_999))
def test_lets_other_eleven_digits_through(rest):
    digits = f"010100{rest:05}"

    assert holds_birth_number(digits) is is_balanced(digits)


@pytest.mark.parametrize("text", ["2026/1234", "", "12 34 56 78", "99999999999", "320100"])
def test_lets_references_through(text):
    assert not holds_birth_number(text)


def test_a_longer_run_of_digits_is_not_a_number():
    assert not holds_birth_number(next(numbers("010100")) + "0")


@pytest.mark.parametrize("text", ["010190-10046", "01.01.90 10046"])
def test_finds_a_number_with_other_marks_between(text):
    assert [each.code for each in objections(f"ref {text}", 60, "missing")] == ["text.birth_number"]


def test_says_everything_that_is_wrong():
    text = next(numbers("010100")) * 1 + " " + "x" * 60

    codes = [each.code for each in objections(text, 60, "missing")]

    assert codes == ["text.too_long", "text.birth_number"]


def test_an_empty_text_is_missing():
    assert [each.code for each in objections("  ", 60, "cannot.reference_missing")] == [
        "cannot.reference_missing"
    ]
