from collections import defaultdict
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.small_tables import masked_table, masked_tables

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


def _moved(places):
    """The same people in other groups, in some of the places."""
    rows = [
        st.just(place) | st.permutations(place) | st.just([0, sum(place), *[0] * (len(place) - 2)])
        for place in places
    ]
    few = st.integers(0, 6).map(lambda count: [_few(place, count) for place in places])
    return st.tuples(st.just(places), st.tuples(*rows).map(list) | few)


def _few(place, count):
    """So many go from the first group to the second."""
    count = min(count, place[0])
    return [place[0] - count, place[1] + count, *place[2:]]


pairs = tables.flatmap(_moved)


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
    assert doubt_of(told, [[3, 0, 0], [40, 30, 20]], (0, 0)) == 3


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
def test_every_hidden_number_is_in_doubt_by_five_though_all_sums_are_known(places):
    assert_in_doubt(masked_table(places), places)


def hidden_cells(told):
    return {
        (row, group)
        for row, shown in enumerate(told)
        for group, value in enumerate(shown)
        if value is None
    }


def is_needy(now, then, row, group):
    """Small in one of two tables, or nearly the same in both."""
    one, two = now[row][group], then[row][group]
    return any(0 < number < 5 for number in (one, two, abs(one - two)))


def all_sums(places):
    return [*places, [sum(group) for group in zip(*places, strict=True)]]


def test_what_one_rule_hides_no_other_tells():
    now, then = masked_tables([[[20, 12], [30, 3]], [[20, 12], [33, 0]]])

    assert hidden_cells(now) == hidden_cells(then)
    assert (now[1][1], then[1][1], now[2][1], then[2][1]) == (None,) * 4


def test_rules_that_differ_by_few_people_do_not_tell_how_many():
    now, then = masked_tables([[[50, 15, 20]], [[53, 12, 20]]])

    assert now == then == ((None, None, 20),) * 2


def test_rules_that_differ_by_many_people_tell_so():
    assert masked_tables([[[50, 15]], [[45, 20]]]) == (((50, 15),) * 2, ((45, 20),) * 2)


@given(pairs)
def test_two_rules_hide_the_same_and_differ_by_nobody_or_many(both):
    now, then = masked_tables(both)

    assert hidden_cells(now) == hidden_cells(then)
    for row, other in zip(now, then, strict=True):
        for one, two in zip(row, other, strict=True):
            assert one is None or one == 0 or one >= 5
            assert one is None or two is None or one == two or abs(one - two) >= 5


@given(pairs)
def test_what_is_told_of_two_rules_is_true(both):
    for told, places in zip(masked_tables(both), both, strict=True):
        for shown, counts in zip(told, all_sums(places), strict=True):
            assert all(value in {None, count} for value, count in zip(shown, counts, strict=True))


@given(pairs)
def test_every_hidden_number_of_two_rules_is_in_doubt_by_five(both):
    now, then = map(all_sums, both)
    for told, places in zip(masked_tables(both), both, strict=True):
        needy = {cell for cell in hidden_cells(told) if is_needy(now, then, *cell)}
        assert_in_doubt(told, places, needy)


@given(pairs)
def test_a_small_difference_is_in_doubt_for_whoever_knows_where_a_rule_is_the_same(both):
    told, _ = masked_tables(both)
    now, then = map(all_sums, both)
    varying = tuple(
        shown if one != two else tuple(0 for _ in shown)
        for shown, one, two in zip(told, now, then, strict=True)
    )
    for row, group in hidden_cells(told):
        if 0 < abs(now[row][group] - then[row][group]) < 5:
            assert any(doubt_of(varying, places, (row, group)) for places in both)


@pytest.mark.parametrize(
    ("spoilt", "doubt"),
    [
        (((None, 30), (40, 60), (43, 90)), 0),
        (((None, None), (None, None), (43, 90)), 33),
        (((None, None), (40, 60), (None, None)), 33),
    ],
)
def test_the_judge_of_these_tests_sees_what_can_be_worked_out(spoilt, doubt):
    assert doubt_of(spoilt, [[3, 30], [40, 60]], (0, 0), at_most=99) == doubt


def test_the_judge_of_these_tests_sees_how_few_values_a_number_fits():
    told = ((None, None), (None, None), (4, 60))

    assert doubt_of(told, [[3, 30], [1, 30]], (0, 0)) == 4


def assert_in_doubt(told, places, needy=None):
    """Small numbers by five people, or as many as with any one company; others by one.

    Args:
        needy: What is small besides; a number is hidden with it that is large enough by itself.
    """
    counts = all_sums([[count or 0 for count in place] for place in places])
    for row, group in hidden_cells(told):
        cell = (row, group)
        is_small = 0 < counts[row][group] < 5 or cell in (needy or ())
        if not is_small and not counts[row][group]:
            # Nobody may be told, also where it is hidden as company for others.
            continue
        best = max((doubt_of(each, places, cell) for each in companies(places, cell)), default=0)
        assert doubt_of(told, places, cell) >= (best if is_small else min(1, best))


def companies(places, cell):
    """The whole table but for a cell, one beside it, and the same two of another row."""
    rows, groups = range(len(places) + 1), range(len(places[0]))
    for row, group in product(rows, groups):
        four = {*product((cell[0], row), (cell[1], group))}
        if len(four) == 4 and all(
            each >= len(places) or places[each][g] is not None for each, g in four
        ):
            yield tuple(tuple(None if (r, g) in four else 0 for g in groups) for r in rows)


def doubt_of(told, places, cell, at_most=5):
    """By how many people a cell can differ, for whoever knows what is told and each place's people.

    They walk along hidden cells, in here and out there, until they come back.
    """
    places = [[count or 0 for count in place] for place in places]
    counts = [*places, [sum(group) for group in zip(*places, strict=True)]]
    row, group = cell
    here, there = _way(row, group, is_sum=row == len(places))
    more = _flow(_rooms(told, counts, cell), there, here, at_most)
    fewer = _flow(_rooms(told, counts, cell), here, there, min(at_most, counts[row][group]))
    return min(at_most, more + fewer)


def _way(row, group, *, is_sum):
    """People go from a place to a group, and from there into the sum."""
    place, column = ("row", row), ("group", group)
    return (column, place) if is_sum else (place, column)


def _rooms(told, counts, without):
    """How many can walk each step: in without end, out as many as are there."""
    rooms: defaultdict[object, defaultdict[object, int]] = defaultdict(lambda: defaultdict(int))
    for row, shown in enumerate(told):
        for group, value in enumerate(shown):
            if value is None and (row, group) != without:
                here, there = _way(row, group, is_sum=row == len(told) - 1)
                rooms[here][there] += 10_000
                rooms[there][here] += counts[row][group]
    return rooms


def _flow(rooms, start, end, at_most):
    """How many can walk from one to the other, one after the other."""
    walked = 0
    while walked < at_most and (way := _found(rooms, start, end)):
        for here, there in pairwise(way):
            rooms[here][there] -= 1
            rooms[there][here] += 1
        walked += 1
    return walked


def _found(rooms, start, end):
    ways, waiting = {start: [start]}, [start]
    while waiting and end not in ways:
        now = waiting.pop(0)
        for then, room in list(rooms[now].items()):
            if room and then not in ways:
                ways[then] = [*ways[now], then]
                waiting.append(then)
    return ways.get(end)
