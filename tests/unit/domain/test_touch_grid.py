"""A touch grid names what no finger reached (O16)."""

from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.touch_grid import TouchGrid, grid_for

shares = some.floats(0, 1, exclude_max=True)


def test_a_screen_is_divided_by_its_size_and_not_by_its_pixels() -> None:
    grid = grid_for(476, 268)

    assert (grid.columns, grid.rows) == (12, 7)


@given(some.floats(1, 5000), some.floats(1, 5000), shares, shares)
def test_every_place_of_every_screen_lies_in_one_cell(
    width: float, height: float, across: float, down: float
) -> None:
    grid = grid_for(width, height)
    cell = grid.cell_at(across, down)

    assert cell is not None
    assert 0 <= cell < grid.count


def test_what_was_not_touched_is_named_by_row_and_column() -> None:
    grid = TouchGrid(3, 2)
    for across, down in ((0.1, 0.1), (0.4, 0.1), (0.9, 0.1), (0.1, 0.9), (0.1, 0.9)):
        cell = grid.cell_at(across, down)
        assert cell is not None
        grid = grid.with_touched(cell)

    assert list(grid.missing()) == [(2, 2), (2, 3)]
    assert grid.missing_by_row() == {2: (2, 3)}
    assert not grid.is_whole


def test_a_grid_is_whole_when_every_cell_was_touched() -> None:
    assert TouchGrid(2, 2, frozenset(range(4))).is_whole


def test_outside_the_screen_lies_no_cell() -> None:
    assert TouchGrid(2, 2).cell_at(1.0, 0.5) is None
    assert TouchGrid(2, 2).cell_at(0.5, -0.1) is None
