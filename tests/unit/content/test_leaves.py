from hypothesis import given
from hypothesis import strategies as st
from stdnum.no import orgnr

from kiosk.content.leaves import is_org_number


@given(st.text("0123456789", min_size=8, max_size=10))
def test_agrees_with_the_numbers_library_about_organisation_numbers(digits):
    assert is_org_number(digits) == orgnr.is_valid(digits)


@given(st.integers(min_value=0, max_value=10**8 - 1), st.sampled_from("0123456789"))
def test_agrees_about_numbers_that_differ_in_the_check_digit_only(number, check):
    digits = f"{number:08}{check}"

    assert is_org_number(digits) == orgnr.is_valid(digits)
