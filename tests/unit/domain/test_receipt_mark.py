import pytest

from kiosk.domain.receipt_mark import mark_text, read_mark

HASH = bytes.fromhex("3f2a91c044de0b17" + 24 * "77")


def test_a_mark_is_four_groups_that_stay_on_one_line():
    assert mark_text(HASH) == "3F2A\u00a091C0\u00a044KE\u00a00H17"


def test_no_letter_of_a_mark_is_mistaken_for_a_digit():
    marks = {mark_text(bytes([value] * 8)) for value in range(256)}

    assert not set("".join(marks)) & set("OQDILZSGB")


@pytest.mark.parametrize(
    "typed",
    [
        mark_text(HASH),
        "3F2A 91C0 44KE 0H17",
        "3f2a91c044ke0h17",
        "3F2A-91C0-44KE-OHI7",
        "3F2A 9lCO 44KE 0H17",
        " 3FZA 91C0\t44KE 0H17 ",
    ],
)
def test_a_mark_is_read_however_it_is_typed(typed):
    assert read_mark(typed) == HASH[:8]


@pytest.mark.parametrize("typed", ["", "3F2A", "3F2A 91C0 44KE 0H1X", "3F2A 91C0 44KE 0H177"])
def test_anything_else_is_no_mark(typed):
    assert read_mark(typed) is None


def test_every_byte_comes_back():
    for value in range(256):
        hash_ = bytes([value, 255 - value] * 4)
        assert read_mark(mark_text(hash_)) == hash_
