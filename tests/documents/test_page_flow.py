"""How pieces are stacked on pages."""

import pytest

from brochures.comparison import even_parts
from brochures.flow import Piece, Room, flow, flow_compactly, flow_evenly
from brochures.marks import Bullet
from kiosk.domain.errors import DoesNotFitError

ROOM = Room(top_pt=100, bottom_pt=200)


def piece(name: float, height_pt: float, **options) -> Piece:
    return Piece(height_pt, (Bullet(name, 0, 1),), **options)


def placed(*pieces: Piece) -> list[list[tuple[float, float]]]:
    """Name and top of every piece, page by page."""
    pages = flow(pieces, "Brosjyre", ROOM).pages
    return [[(mark.x_pt, mark.y_pt) for mark in page if isinstance(mark, Bullet)] for page in pages]


def test_pieces_stand_under_each_other():
    assert placed(piece(1, 30), piece(2, 30)) == [[(1, 100), (2, 130)]]


def test_the_gap_stands_above_a_piece():
    assert placed(piece(1, 30), piece(2, 30, gap_pt=5)) == [[(1, 100), (2, 135)]]


def test_the_gap_is_dropped_at_the_top_of_a_page():
    assert placed(piece(1, 30, gap_pt=5)) == [[(1, 100)]]


def test_what_has_no_room_begins_the_next_page():
    assert placed(piece(1, 80), piece(2, 30, gap_pt=5)) == [[(1, 100)], [(2, 100)]]


def test_a_piece_that_just_fits_stays():
    assert placed(piece(1, 70), piece(2, 30)) == [[(1, 100), (2, 170)]]


def test_a_heading_goes_with_what_follows():
    pages = placed(piece(1, 60), piece(2, 20, keeps_next=True), piece(3, 30))

    assert pages == [[(1, 100)], [(2, 100), (3, 120)]]


def test_a_table_head_is_repeated_on_the_next_page():
    head = piece(9, 10)
    rows = [piece(at, 40, repeats=head) for at in range(3)]

    assert placed(head, *rows) == [[(9, 100), (0, 110), (1, 150)], [(9, 100), (2, 110)]]


def test_a_sinking_piece_stands_at_the_bottom():
    assert placed(piece(1, 30), piece(2, 20, sinks=True)) == [[(1, 100), (2, 180)]]


def test_a_piece_taller_than_a_page_is_refused():
    with pytest.raises(DoesNotFitError) as refused:
        placed(piece(1, 101))

    assert refused.value.owner == "Brosjyre"


def test_white_gives_way_where_that_saves_a_page():
    pieces = [piece(at, 110, gap_pt=15) for at in range(6)]

    assert len(flow(pieces, "Brosjyre").pages) == 2
    assert len(flow_compactly(pieces, "Brosjyre").pages) == 1


def test_white_stays_where_the_pages_are_as_many_anyway():
    pieces = [piece(at, 110, gap_pt=15) for at in range(5)]

    assert flow_compactly(pieces, "Brosjyre") == flow(pieces, "Brosjyre")


def test_pages_of_prose_are_about_equally_full():
    pages = flow_evenly([piece(at, 40) for at in range(20)], "Brosjyre").pages

    assert [len(page) for page in pages] == [10, 10]


def test_a_page_of_prose_begins_with_a_heading_where_one_is_near():
    heading = piece(8, 40, keeps_next=True)
    pieces = [*(piece(at, 40) for at in range(8)), heading, *(piece(at, 40) for at in range(11))]

    assert [len(page) for page in flow_evenly(pieces, "Brosjyre").pages] == [8, 12]


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        (1, [1]),
        (2, [2]),
        (3, [3]),
        (4, [2, 2]),
        (5, [3, 2]),
        (6, [3, 3]),
        (7, [3, 2, 2]),
        (9, [3, 3, 3]),
        (10, [3, 3, 2, 2]),
    ],
)
def test_columns_are_shared_as_evenly_as_possible_in_unbroken_order(count, sizes):
    parts = even_parts(count, 3)

    assert [len(part) for part in parts] == sizes
    assert [column for part in parts for column in part] == list(range(count))


@pytest.mark.parametrize("most", range(1, 7))
@pytest.mark.parametrize("count", range(2, 13))
def test_nobody_stands_alone_in_a_comparison_while_others_stand_together(count, most):
    sizes = {len(part) for part in even_parts(count, most)}

    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1
    assert 1 not in sizes or sizes == {1}
