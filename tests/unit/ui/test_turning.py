"""Turn, do not cut."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.turning import Turn, plan_turns, slice_lines

HEIGHTS = st.lists(st.integers(0, 300), max_size=30)


def test_everything_that_fits_is_one_turn():
    assert plan_turns([40, 40, 20], spacing=0, room=100) == (Turn(0, 3),)


def test_a_block_that_does_not_fit_whole_waits():
    assert plan_turns([60, 60], spacing=0, room=100) == (Turn(0, 1), Turn(1, 2))


def test_spacing_counts_between_blocks_only():
    assert plan_turns([45, 45], spacing=10, room=100) == (Turn(0, 2),)


def test_a_block_taller_than_the_room_has_its_own_turn():
    assert plan_turns([20, 500, 20], spacing=0, room=100) == (Turn(0, 1), Turn(1, 2), Turn(2, 3))


def test_turns_are_about_equally_full():
    assert plan_turns([30, 30, 30, 10], spacing=0, room=90) == (Turn(0, 2), Turn(2, 4))


def test_the_first_turn_is_the_fuller_one_of_equal_rows():
    assert plan_turns([30, 30, 30], spacing=0, room=90 - 1) == (Turn(0, 2), Turn(2, 3))
    assert plan_turns([30.3, 30.1, 30.1], spacing=0, room=89) == (Turn(0, 2), Turn(2, 3))


def test_a_heading_stays_with_what_follows():
    turns = plan_turns([50, 20, 40, 40], 0, 100, keeps_next=[False, True, False, False])

    assert turns == (Turn(0, 1), Turn(1, 4))


def test_a_heading_alone_is_better_than_nothing_shown():
    assert plan_turns([20, 100], 0, 100, keeps_next=[True, False]) == (Turn(0, 1), Turn(1, 2))


def test_nothing_is_one_empty_turn():
    assert plan_turns([], spacing=5, room=100) == (Turn(0, 0),)


@given(heights=HEIGHTS, spacing=st.integers(0, 20), room=st.integers(50, 400))
def test_every_block_stands_on_exactly_one_turn_in_order(heights, spacing, room):
    turns = plan_turns(heights, spacing, room)

    shown = [index for turn in turns for index in range(turn.first, turn.end)]

    assert shown == list(range(len(heights)))


@given(heights=HEIGHTS, spacing=st.integers(0, 20), room=st.integers(50, 400))
def test_no_turn_is_taller_than_the_room_unless_one_block_is(heights, spacing, room):
    for turn in plan_turns(heights, spacing, room):
        shown = [height for height in heights[turn.first : turn.end] if height > 0]
        used = sum(shown) + spacing * max(0, len(shown) - 1)
        assert used <= room + 0.5 or len(shown) == 1


def test_a_text_that_fits_is_not_cut():
    assert slice_lines(90, line_top=10, line_step=20, room=100) == (90,)


def test_a_tall_text_is_cut_between_its_lines():
    assert slice_lines(210, line_top=10, line_step=20, room=100) == (90, 60, 60)


def test_no_slice_is_left_with_a_single_line():
    assert slice_lines(120, line_top=0, line_step=20, room=100) == (60, 60)


def test_a_block_without_lines_is_never_cut():
    assert slice_lines(500, line_top=0, line_step=0, room=100) == (500,)


@given(
    lines=st.integers(1, 60),
    line_top=st.integers(0, 60),
    line_step=st.integers(10, 90),
    room=st.integers(160, 400),
)
def test_slices_hold_the_whole_text_and_each_fits(lines, line_top, line_step, room):
    height = line_top + lines * line_step

    slices = slice_lines(height, line_top, line_step, room)

    assert sum(slices) == height
    assert all(part <= room + 0.5 for part in slices)
