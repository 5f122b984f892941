"""Which keys were heard, and which are missing (O16)."""

from kiosk.domain.key_try import WANTED, KeyTry


def test_letters_count_in_either_case_and_so_does_a_space() -> None:
    assert KeyTry().with_text("aÆ øx").missing == ("å", "Enter", "Tab")


def test_a_letter_that_was_rubbed_out_stays_heard() -> None:
    assert "æ" not in KeyTry().with_text("æ").with_text("").missing


def test_enter_and_tab_end_it_and_other_keys_do_nothing() -> None:
    keys = KeyTry().with_text("æøå ").with_key("Escape")

    assert keys.missing == ("Enter", "Tab")
    assert keys.with_key("Enter").with_key("Tab").missing == ()
    assert KeyTry().missing == WANTED
