"""Dots on the screen, the code beside them."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.masking import DOT, MaskedCode, unmask

CODES = st.text(st.characters(exclude_characters=DOT, exclude_categories=["Cs"]), max_size=12)


def test_a_typed_character_is_added_at_the_end():
    assert unmask("25", f"{DOT}{DOT}8", 3) == "258"


def test_backspace_takes_the_last_character():
    assert unmask("258", DOT * 2, 2) == "25"


def test_a_character_typed_in_the_middle_stands_there():
    assert unmask("28", f"{DOT}5{DOT}", 2) == "258"


def test_text_set_from_outside_replaces_everything():
    assert unmask("999", "2580", 4) == "2580"


def test_the_field_shows_one_dot_a_character():
    code = MaskedCode()

    code.edit("2580", 4)

    assert (code.dots, code.code) == (DOT * 4, "2580")


@given(code=CODES, typed=CODES, place=st.integers(0, 12))
def test_typing_anywhere_gives_what_a_plain_field_would_hold(code, typed, place):
    place = min(place, len(code))
    shown = DOT * place + typed + DOT * (len(code) - place)

    assert unmask(code, shown, place + len(typed)) == code[:place] + typed + code[place:]


@given(code=CODES, first=st.integers(0, 12), count=st.integers(0, 12))
def test_removing_anywhere_gives_what_a_plain_field_would_hold(code, first, count):
    first = min(first, len(code))
    end = min(first + count, len(code))
    shown = DOT * (len(code) - (end - first))

    assert unmask(code, shown, first) == code[:first] + code[end:]
