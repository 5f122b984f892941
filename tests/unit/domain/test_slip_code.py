import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.slip_code import (
    SlipCode,
    SlipMark,
    drawn_code,
    is_meant_as_slip,
    printed_code,
    read_slip,
    scanned_text,
    slip_edition,
)

DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# What a QR code can hold in its compact form for capitals.
COMPACT = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
codes = st.text(min_size=1).map(drawn_code)


def test_the_same_lot_gives_the_same_code():
    assert drawn_code("a lot") == drawn_code("a lot") != drawn_code("another lot")


@given(codes)
def test_a_code_is_ten_characters_that_are_not_mistaken_for_others(code):
    assert len(code) == 10
    assert set(code) <= set(DIGITS)


@given(codes, st.integers(0, 9), st.sampled_from(DIGITS))
def test_one_wrong_character_is_always_noticed(code, place, wrong):
    typed = code[:place] + wrong + code[place + 1 :]

    assert (read_slip(typed) is None) == (wrong != code[place])


@given(codes, st.integers(0, 9), st.integers(0, 9))
def test_two_characters_that_changed_places_are_always_noticed(code, one, other):
    typed = list(code)
    typed[one], typed[other] = typed[other], typed[one]

    assert (read_slip("".join(typed)) is None) == (code[one] != code[other])


@given(codes, st.text())
def test_what_the_qr_code_holds_is_read_again(code, version):
    mark = SlipMark(code, slip_edition(version))

    assert read_slip(scanned_text(mark)) == mark
    assert set(scanned_text(mark)) <= COMPACT
    assert len(scanned_text(mark)) <= 29, "more than the code of 25 times 25 modules holds"


CODE = drawn_code("EKSEMPEL")


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        f"  {CODE}\r\n",
        printed_code(CODE),
        f"{CODE[:5]}-{CODE[5:]}",
        f"{CODE[:5]} {CODE[5:]}",
        CODE.replace("0", "o").replace("1", "l"),
        f"fbv1:{CODE}",
        f"FBV1:{CODE}:",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_slip(typed) == SlipMark(CODE)


@pytest.mark.parametrize(
    "typed",
    [
        "fbv1Ø{}Ø2026+11",
        "FBV1ø{}ø2026+11",
        "FBV1:{}:2026-11",
        # Danish and Swedish keyboards, a Norwegian scanner on an American one, a lost shift key
        "FBV1Æ{}Æ2026+11",
        "FBV1Ö{}Ö2026+11",
        "FBV1>{}>2026/11",
        "FBV1;{};2026-11",
        "FBV1.{}.2026-11",
        "FBV1:{}:2026_11",
        "FBV1:{}:2026\u201311",
    ],
)
def test_a_scanner_with_another_keyboard_is_understood(typed):
    assert read_slip(typed.format(CODE)) == SlipMark(CODE, "2026-11")


@pytest.mark.parametrize(
    "typed",
    [
        "]Q1FBV1:{}:2026-11",
        "]Q3fbv1:{}:2026-11",
        "^Q1FBV1Ø{}Ø2026+11",
        "¨Q1FBV1Ø{}Ø2026+11",
        "ÅQ1FBV1Ø{}Ø2026+11",
        "QFBV1:{}:2026-11",
        "~~FBV1:{}:2026-11~",
        "\x02FBV1:{}:2026-11\x03\r",
        "FBV1:{}:2026-11\t",
        "\x1dFBV1:{}:2026-11\x04\r\n",
    ],
)
def test_what_a_scanner_puts_before_and_after_is_passed_over(typed):
    assert read_slip(typed.format(CODE)) == SlipMark(CODE, "2026-11")
    assert is_meant_as_slip(typed.format(CODE))


@given(codes, st.integers(0, 9), st.sampled_from(DIGITS), st.sampled_from(["]Q1", "", "Æ"]))
def test_no_prefix_lets_a_wrong_character_through(code, place, wrong, prefix):
    spoilt = code[:place] + wrong + code[place + 1 :]

    found = read_slip(f"{prefix}FBV1:{spoilt}:2026-11")
    assert (found is None) == (wrong != code[place])


@given(st.text(max_size=80))
def test_any_text_at_all_is_read_or_is_none(typed):
    found = read_slip(typed)
    assert found is None or read_slip(scanned_text(found)) == found


@pytest.mark.parametrize(
    "typed", [f"{'x' * 20}FBV1:{CODE}:a", f"{CODE}{CODE}", f"FBV1:{CODE}FBV1:{CODE}"]
)
def test_two_codes_in_one_and_long_texts_before_one_are_no_slip(typed):
    assert read_slip(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["", ":", "FBV1", "FBV1:", "FBV2:" + CODE, CODE[:9], CODE + "0", "Kari", "12345678901"],
)
def test_anything_else_is_no_slip(typed):
    assert read_slip(typed) is None


@pytest.mark.parametrize("typed", [f"FBV1:{CODE}:a:b", f"{CODE}:2026 11", f"{CODE}:{'9' * 13}"])
def test_what_follows_the_code_must_be_an_edition(typed):
    assert read_slip(typed) is None


def test_a_short_version_stands_as_it_is():
    assert slip_edition("2026.11-a") == "2026.11-A"


@pytest.mark.parametrize("version", ["høst 2026", "2026-11-22 14:05", "", "x" * 40])
def test_any_other_version_stands_as_a_hash(version):
    assert len(slip_edition(version)) == 8
    assert set(slip_edition(version)) <= set(DIGITS)


def test_a_code_is_printed_in_two_groups_on_one_line():
    assert printed_code(SlipCode("7F3K9Q2MX4")) == "7F3K9\u00a0Q2MX4"


@given(codes)
def test_every_code_is_meant_as_one(code):
    assert is_meant_as_slip(code)
    assert is_meant_as_slip(scanned_text(SlipMark(code, "2026-1")))


@pytest.mark.parametrize("typed", ["FBV1:", "fbv1:ABC", "AB3D5 7H9KA", "ab3d5-7h9ka"])
def test_a_code_with_a_mistake_is_meant_as_one_too(typed):
    assert read_slip(typed) is None
    assert is_meant_as_slip(typed)


@pytest.mark.parametrize(
    "typed", ["", "Strand", "Kristoffer", "2026/00012", "2026000123", "Storgata 12", "EV-1042"]
)
def test_a_name_a_number_and_an_address_are_not(typed):
    assert not is_meant_as_slip(typed)
