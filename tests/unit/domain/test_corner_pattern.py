"""Only the four corners in their order and in time ask for a staff code (O13)."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cleaning import ASK_S, LOCK_S, CleaningLock
from kiosk.domain.corner_pattern import ORDER, WITHIN_S, Corner, CornerPattern, corner_at

PLACES = st.sampled_from([*Corner, None])


def drawn(taps: Sequence[tuple[Corner | None, float]]) -> bool:
    pattern, now = CornerPattern(), 0.0
    for corner, pause in taps:
        now += pause
        pattern = pattern.tapped(corner, now)
    return pattern.is_complete


def test_four_corners_clockwise_complete_it() -> None:
    assert drawn([(corner, 1.0) for corner in ORDER])


def test_it_must_be_drawn_in_time() -> None:
    slow = [(corner, WITHIN_S / 3 + 0.1) for corner in ORDER]

    assert not drawn(slow)


@given(st.lists(st.tuples(PLACES, st.floats(0, 5)), max_size=12))
def test_nothing_but_the_pattern_at_the_end_completes_it(
    taps: list[tuple[Corner | None, float]],
) -> None:
    last = taps[-4:]
    is_pattern = [corner for corner, _ in last] == list(ORDER)
    is_in_time = sum(pause for _, pause in last[1:]) <= WITHIN_S - 0.001

    if drawn(taps):
        assert is_pattern
    elif is_pattern:
        assert not is_in_time


@pytest.mark.parametrize(
    ("x", "y", "corner"),
    [
        (0, 0, Corner.TOP_LEFT),
        (99, 0, Corner.TOP_RIGHT),
        (99, 59, Corner.BOTTOM_RIGHT),
        (0, 59, Corner.BOTTOM_LEFT),
        (50, 0, None),
        (0, 30, None),
        (10, 10, None),
    ],
)
def test_a_corner_is_near_both_edges(x: int, y: int, corner: Corner | None) -> None:
    assert corner_at(x, y, 100, 60, 10) is corner


def test_cleaning_counts_down_and_can_be_had_longer() -> None:
    lock = CleaningLock.begun(100.0)

    assert lock.left_s(100.0) == 30
    assert lock.left_s(129.1) == 1
    assert not lock.is_locked(100.0 + LOCK_S)
    assert not lock.is_over(100.0 + LOCK_S)
    assert lock.is_over(100.0 + LOCK_S + ASK_S)
    assert lock.extended(132.0).left_s(132.0) == 30
