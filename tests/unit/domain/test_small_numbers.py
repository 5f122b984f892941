from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.small_numbers import masked

counts = st.dictionaries(st.text("abcdef", min_size=1, max_size=1), st.integers(0, 40))


def test_a_group_under_five_is_hidden_and_so_is_the_next_smallest():
    assert masked({"a": 3, "b": 40, "c": 7, "d": 0}) == {"a": None, "b": 40, "c": None, "d": 0}


def test_two_small_groups_hide_each_other():
    assert masked({"a": 3, "b": 40, "c": 2}) == {"a": None, "b": 40, "c": None}


def test_nobody_and_five_are_told():
    assert masked({"a": 0, "b": 5}) == {"a": 0, "b": 5}


@given(counts)
def test_no_hidden_number_can_be_worked_out_from_the_total(groups):
    told = masked(groups)

    hidden = [key for key, value in told.items() if value is None]
    others = [key for key, value in groups.items() if value and key not in hidden]
    assert len(hidden) != 1 or not others
    assert all(value is None or value == 0 or value >= 5 for value in told.values())


@given(counts, st.sets(st.sampled_from("abcdef")))
def test_what_is_hidden_elsewhere_is_hidden_here(groups, also):
    assert all(value is None for key, value in masked(groups, also).items() if key in also)
