from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.small_tables import masked_table

tables = st.integers(2, 5).flatmap(
    lambda groups: st.lists(
        st.lists(st.integers(0, 12), min_size=groups, max_size=groups), min_size=1, max_size=4
    )
)
gaps = tables.flatmap(
    lambda places: st.sets(st.tuples(st.integers(0, len(places) - 1), st.integers(2, 4))).map(
        lambda empty: [
            [None if (row, group) in empty else count for group, count in enumerate(place)]
            for row, place in enumerate(places)
        ]
    )
)


def test_what_is_large_enough_or_nobody_is_told():
    assert masked_table([[20, 5, 0], [7, 0, 9]]) == ((20, 5, 0), (7, 0, 9), (27, 5, 9))


def test_of_one_place_the_next_group_is_hidden_too():
    assert masked_table([[97, 3, 30, 0]]) == ((97, None, None, 0),) * 2


def test_two_small_groups_of_one_place_hide_each_other_where_they_are_five_together():
    assert masked_table([[97, 3, 2, 30]]) == ((97, None, None, 30),) * 2


def test_a_small_number_of_one_place_is_hidden_in_another_place_rather_than_in_the_sum():
    told = masked_table([[3, 30], [40, 60]])

    assert told[0] == (None, None)
    assert None in told[1] or None in told[2]


def test_a_place_with_few_people_tells_nothing_of_them():
    told = masked_table([[3, 0, 0], [40, 30, 20]])

    assert told[0][0] is None
    assert moves(told, [[3, 0, 0], [40, 30, 20]], (0, 0))


def test_where_nobody_can_be_hides_nothing():
    told = masked_table([[30, 3, None], [40, None, 20]])

    assert told == ((None, None, 0), (40, 0, 20), (None, None, 20))


def test_people_who_can_be_in_one_group_alone_are_hidden_all_the_same():
    assert masked_table([[3, None], [40, 30]])[0] == (None, 0)


@given(tables)
def test_no_small_number_is_told(places):
    for row in masked_table(places):
        assert all(count is None or count == 0 or count >= 5 for count in row)


@given(tables)
def test_what_is_told_is_true(places):
    sums = [sum(group) for group in zip(*places, strict=True)]

    for told, counts in zip(masked_table(places), [*places, sums], strict=True):
        assert all(shown in {None, count} for shown, count in zip(told, counts, strict=True))


@given(tables | gaps)
def test_every_hidden_number_could_be_another_one_though_all_sums_are_known(places):
    told = masked_table(places)
    places = [[count or 0 for count in place] for place in places]

    for row, counts in enumerate(told):
        for group, shown in enumerate(counts):
            assert shown is not None or moves(told, places, (row, group))


@pytest.mark.parametrize("spoilt", [((None, 30), (40, 60), (43, 90))])
def test_the_judge_of_these_tests_sees_what_can_be_worked_out(spoilt):
    assert not moves(spoilt, [[3, 30], [40, 60]], (0, 0))


def moves(told, places, cell):
    """Whether somebody who knows all that is told, and the people of each place, can doubt a cell.

    A walk along hidden cells that puts one person in here and takes one out there, and comes back.
    """
    sums = [sum(group) for group in zip(*places, strict=True)]
    counts = [*places, sums]
    steps: defaultdict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for row, shown in enumerate(told):
        for group, value in enumerate(shown):
            if value is None:
                _steps(steps, row, group, counts[row][group], is_sum=row == len(places))
    row, group = cell
    here, there = _way(row, group, is_sum=row == len(places))
    more = _reaches(steps, there, here, {(there, here)})
    fewer = counts[row][group] > 0 and _reaches(steps, here, there, {(here, there)})
    return more or fewer


def _way(row, group, *, is_sum):
    """People go from a place to a group, and from there into the sum."""
    place, column = ("row", row), ("group", group)
    return (column, place) if is_sum else (place, column)


def _steps(steps, row, group, count, *, is_sum):
    here, there = _way(row, group, is_sum=is_sum)
    steps[here].add(there)
    if count:
        steps[there].add(here)


def _reaches(steps, start, end, without):
    seen, waiting = {start}, [start]
    while waiting:
        now = waiting.pop()
        for then in steps[now]:
            if (now, then) in without or then in seen:
                continue
            if then == end:
                return True
            seen.add(then)
            waiting.append(then)
    return False
