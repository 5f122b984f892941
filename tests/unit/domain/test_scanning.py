"""A scanner's keys are told from a person's, and never lost on the way (O22)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.scanning import LEAST_BURST, Scanning, Taken, is_scanner_prefix

CODE = "FBV1:0123456789:2026-1"


def typed(
    scanning: Scanning, text: str, *, gap_ms: float, is_written: bool = False
) -> tuple[str, list[Taken]]:
    """What was scanned, and whose every key was, Enter too."""
    now_ms, taken = 0.0, []
    for key in [*text, "\r"]:
        is_enter = key == "\r"
        scanning, whose = scanning.after(
            "" if is_enter else key, now_ms, is_enter=is_enter, is_written=is_written
        )
        taken.append(whose)
        now_ms += gap_ms
    return scanning.code, taken


@pytest.mark.parametrize("is_written", [False, True])
def test_a_marked_code_is_swallowed_whole_even_in_a_field(is_written: bool) -> None:
    code, taken = typed(Scanning("~"), f"~{CODE}", gap_ms=20, is_written=is_written)

    assert code == CODE
    assert set(taken) == {Taken.SCANNERS}


def test_a_burst_outside_a_field_is_a_code_and_its_enter_presses_nothing() -> None:
    code, taken = typed(Scanning(), CODE, gap_ms=10)

    assert code == CODE
    assert taken[-1] is Taken.SCANNERS


def test_a_burst_in_a_field_belongs_to_the_field() -> None:
    code, taken = typed(Scanning(), CODE, gap_ms=10, is_written=True)

    assert code == ""
    assert set(taken) == {Taken.PERSONS}


@given(
    some.text(some.characters(min_codepoint=33, max_codepoint=400), max_size=40),
    some.floats(60, 5000),
    some.booleans(),
)
def test_nobody_who_types_is_taken_for_a_scanner(
    text: str, gap_ms: float, is_written: bool
) -> None:
    code, taken = typed(Scanning(), text, gap_ms=gap_ms, is_written=is_written)

    assert code == ""
    assert set(taken) == {Taken.PERSONS}


def test_a_short_burst_is_no_code() -> None:
    code, _ = typed(Scanning(), "x" * (LEAST_BURST - 1), gap_ms=1)

    assert code == ""


def test_a_code_that_never_ends_lets_go_of_the_keys() -> None:
    scanning, _ = Scanning("~").after("~", 0, is_enter=False, is_written=True)
    scanning, whose = scanning.after("a", 5000, is_enter=False, is_written=True)
    assert whose is Taken.PERSONS
    _, whose = scanning.after("b", 5001, is_enter=False, is_written=True)
    assert whose is Taken.PERSONS


def test_a_second_code_begins_afresh() -> None:
    scanning = Scanning("~")
    for text in ("~ABC", "~DEF"):
        for key in text:
            scanning, _ = scanning.after(key, 0, is_enter=False, is_written=False)
    scanning, _ = scanning.after("", 10, is_enter=True, is_written=False)

    assert scanning.code == "DEF"


@pytest.mark.parametrize(("text", "is_one"), [("~", True), ("|", True), ("a", False), ("å", False),
                                              ("7", False), (" ", False), ("~~", False), ("", False), ("\t", False)])  # fmt: skip
def test_a_prefix_is_no_letter_digit_or_space(text: str, is_one: bool) -> None:
    assert is_scanner_prefix(text) is is_one
