"""The cleaning code lets a screen be wiped while the record is closed, and is no way to guess (O12)."""

from datetime import timedelta

import pytest

from kiosk.app.cleaning_code import CleaningCode
from kiosk.domain.cleaning import is_cleaning_code
from kiosk.domain.machine_event import CodeOutcome
from tests.unit.app import factory as make


def test_the_code_of_the_machine_is_right_and_no_other() -> None:
    code = CleaningCode("4711", make.FixedClock())

    assert code.try_code(" 4711 ") is CodeOutcome.RIGHT
    assert {code.try_code(said) for said in ("4712", "")} == {CodeOutcome.WRONG}


def test_a_machine_without_a_code_takes_none() -> None:
    assert CleaningCode("", make.FixedClock()).try_code("") is CodeOutcome.WRONG


def test_wrong_codes_have_to_wait_longer_and_longer() -> None:
    clock = make.FixedClock()
    code = CleaningCode("4711", clock)
    waits = []
    for number in range(6):
        code.try_code(f"{number:04}")
        waits.append(code.wait_s)
        # The right one comes too soon too.
        if waits[-1]:
            assert code.try_code("4711") is CodeOutcome.TOO_SOON
        clock.moment += timedelta(seconds=code.wait_s)

    assert waits == [0, 0, 5, 10, 20, 40]
    assert code.try_code("4711") is CodeOutcome.RIGHT
    assert code.wait_s == 0


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("4711", True), ("123456789012", True), ("471", False), ("47a1", False), ("４７１１", False)],
)
def test_a_code_is_four_to_twelve_digits_that_any_keys_can_write(text: str, is_one: bool) -> None:
    assert is_cleaning_code(text) is is_one
