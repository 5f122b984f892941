"""A drawing becomes a few hundred points, with its ends where they were drawn."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.signature import MOST_POINTS, MOST_STROKES, Signature, signature_of

length = st.floats(0, 300, allow_nan=False)
stroke = st.lists(st.tuples(length, length), min_size=1, max_size=60)
drawing = st.lists(stroke, min_size=1, max_size=MOST_STROKES)


def line(length_mm: float, y_mm: float = 0.0) -> list[tuple[float, float]]:
    return [(0.0, y_mm), (length_mm, y_mm)]


def test_nothing_drawn_is_no_signature():
    assert signature_of([]) is None


def test_a_dot_is_no_signature():
    assert signature_of([[(10.0, 10.0)]]) is None


@pytest.mark.parametrize(("length_mm", "counts"), [(4.9, False), (5.0, True)])
def test_what_is_too_short_to_be_a_name_is_no_signature(length_mm, counts):
    assert (signature_of([line(length_mm)]) is not None) is counts


def test_short_strokes_count_together():
    assert signature_of([line(3.0), line(3.0, 4.0)]) is not None


def test_points_stand_half_a_millimetre_apart():
    signature = signature_of([line(10.0)])

    assert signature == Signature((tuple((x, 0) for x in range(0, 1001, 50)),))


def test_points_stand_at_equal_distances_round_a_corner():
    signature = signature_of([[(0.0, 0.0), (0.75, 0.0), (0.75, 9.25)]])

    assert signature is not None
    assert signature.strokes[0][:4] == ((0, 0), (50, 0), (75, 25), (75, 75))


def test_where_on_the_screen_it_was_drawn_is_not_kept():
    here = signature_of([[(1.0, 2.0), (9.0, 4.0)], [(3.0, 1.0), (3.0, 6.0)]])
    there = signature_of([[(101.0, 52.0), (109.0, 54.0)], [(103.0, 51.0), (103.0, 56.0)]])

    assert here == there


def test_a_dot_beside_a_line_is_kept():
    signature = signature_of([line(10.0), [(4.0, 3.0)]])

    assert signature is not None
    assert signature.strokes[1] == ((400, 300),)
    assert signature.size == (1000, 300)


def test_a_pen_that_rests_changes_nothing():
    resting = [(0.0, 0.0), (0.0, 0.0), (5.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 0.0)]

    assert signature_of([resting]) == signature_of([line(10.0)])


def test_of_too_many_strokes_the_shortest_are_left_out():
    dots = [[(float(at), 20.0)] for at in range(MOST_STROKES)]

    signature = signature_of([*dots[:50], line(10.0), *dots[50:]])

    assert signature is not None
    assert len(signature.strokes) == MOST_STROKES
    assert sum(len(each) > 1 for each in signature.strokes) == 1


def test_a_long_drawing_has_points_farther_apart_but_no_more_of_them():
    signature = signature_of([line(1000.0), line(1000.0, 5.0)])

    assert signature is not None
    assert 0.9 * MOST_POINTS < sum(map(len, signature.strokes)) <= MOST_POINTS


@given(drawing)
def test_every_drawing_becomes_few_points_and_keeps_its_ends(drawn):
    signature = signature_of(drawn)

    if signature is None:
        return
    assert sum(map(len, signature.strokes)) <= MOST_POINTS
    assert len(signature.strokes) == len(drawn)
    # Ends of a curve may lie inside it; all of them are shifted by the same corner.
    left = min(x for each in drawn for x, _ in each)
    top = min(y for each in drawn for _, y in each)
    shift_x = {_shift(s[end][0], d[end][0]) for s, d in _pairs(signature, drawn) for end in (0, -1)}
    shift_y = {_shift(s[end][1], d[end][1]) for s, d in _pairs(signature, drawn) for end in (0, -1)}
    assert max(shift_x) - min(shift_x) <= 2
    assert max(shift_y) - min(shift_y) <= 2
    assert min(shift_x) >= 100 * left - 2
    assert min(shift_y) >= 100 * top - 2


@given(drawing)
def test_the_same_drawing_gives_the_same_signature_whatever_sequence_it_is(drawn):
    as_tuples = tuple(tuple(each) for each in drawn)

    assert signature_of(drawn) == signature_of(as_tuples)


@given(drawing)
def test_the_corner_is_at_zero(drawn):
    signature = signature_of(drawn)

    if signature is not None:
        points = [point for each in signature.strokes for point in each]
        assert (min(x for x, _ in points), min(y for _, y in points)) == (0, 0)


@given(drawing)
def test_no_line_is_longer_than_what_was_drawn(drawn):
    signature = signature_of(drawn)

    if signature is not None:
        for thinned, each in zip(signature.lines_mm, drawn, strict=True):
            # Each point is rounded by less than a hundredth of a millimetre.
            assert _length(thinned) <= _length(each) + 0.015 * len(thinned)


def _pairs(signature: Signature, drawn):
    return zip(signature.strokes, drawn, strict=True)


def _shift(kept: int, drawn_mm: float) -> float:
    return 100 * drawn_mm - kept


def _length(places) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(places))
