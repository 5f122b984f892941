"""A booklet reads in order when its sheets are printed on both sides, folded and stapled."""

import pytest

from brochures.imposition import sheet_count, sides, whole_sheets


def folded(count):
    """The order in which pages are met in a stack of sheets that is folded in the middle."""
    printed = sides(count)
    fronts, backs = printed[::2], printed[1::2]
    # Turned over the short edge, what stands left on the back lies behind the right of the front.
    first_half = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])
    ]
    second_half = [
        page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])
    ]
    return [*first_half, *reversed(second_half)]


@pytest.mark.parametrize("count", range(4, 68, 4))
def test_the_folded_sheets_read_in_order(count):
    assert folded(count) == list(range(count))


def test_eight_pages_are_two_sheets():
    assert sides(8) == ((7, 0), (1, 6), (5, 2), (3, 4))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 18])
def test_pages_that_do_not_fill_their_sheets_are_refused(count):
    with pytest.raises(ValueError, match="sheets"):
        sides(count)


@pytest.mark.parametrize(
    ("pages", "filled"),
    [
        ("c", "...c"),
        ("abc", "ab.c"),
        ("abcd", "abcd"),
        ("abcde", "abcd...e"),
        ("abcdefgh", "abcdefgh"),
    ],
)
def test_blank_pages_stand_before_the_back_cover(pages, filled):
    assert "".join(whole_sheets(pages, lambda: ".")) == filled


@pytest.mark.parametrize(("pages", "sheets"), [(1, 1), (4, 1), (5, 2), (16, 4), (17, 5)])
def test_sheets_are_counted_whole(pages, sheets):
    assert sheet_count(pages) == sheets
