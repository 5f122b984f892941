"""Codes made by the thousand are those that would be made one at a time."""

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from brochures.qr_code import _CHARACTERS as CHARACTERS
from brochures.qr_code import MOST_CHARACTERS, rows_of

texts = st.text(CHARACTERS, min_size=1, max_size=MOST_CHARACTERS)


@given(texts)
def test_every_text_gives_the_squares_that_another_maker_gives(text):
    code = segno.make_qr(text, version=2, error="q", mode="alphanumeric", mask=2, boost_error=False)

    assert rows_of(text) == tuple("".join("01"[bool(each)] for each in row) for row in code.matrix)


@pytest.mark.parametrize("text", ["", "0" * (MOST_CHARACTERS + 1), "small", "Æ"])
def test_a_text_that_has_no_room_is_refused(text):
    with pytest.raises(ValueError, match="no room"):
        rows_of(text)
