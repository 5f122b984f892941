"""How many cards stand abreast and how large they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.theme.cards import CardRoom, Density, Need, card_pages, plan_cards, stands_apart

ROOM = CardRoom(width_px=900, height_px=330, columns=3, card_height_px=100)


def lines_of(letters: int, line_px: int = 30):
    """Cards whose longest text has so many letters of ten pixels, and no word above twelve."""

    def needed(width_px: int) -> Need | None:
        lines = -(-letters * 10 // width_px)
        return None if width_px < 120 else Need(40 + line_px * lines, is_crowded=lines > 2)

    return needed


def plan(counts, letters=20, room=ROOM):
    roomy, close = Density(15, lines_of(letters)), Density(5, lines_of(letters, line_px=20))
    return plan_cards(counts, room, (roomy, close))


def test_usual_cards_have_the_usual_columns_and_size():
    found = plan([(6, 3)])

    assert (found.columns, found.width_px, found.height_px, found.density) == (3, 290, 100, 0)


@pytest.mark.parametrize("providers", [7, 8, 9])
def test_more_providers_share_the_page_where_their_names_fit(providers):
    found = plan([(providers, 3)])

    assert len(card_pages(providers, 3, found.columns, found.rows)) == 1
    assert found.height_px < 100


def test_white_goes_before_a_second_page_does():
    room = CardRoom(width_px=900, height_px=345, columns=3, card_height_px=100)

    found = plan([(9, 3)], letters=50, room=room)

    assert found.density == 1
    assert len(card_pages(9, 3, found.columns, found.rows)) == 1


def test_more_columns_than_usual_never_make_names_longer_than_two_lines():
    high = CardRoom(width_px=900, height_px=600, columns=1, card_height_px=100)

    found = plan([(20, 3)], letters=80, room=high)

    assert found.columns == 2


def test_longer_names_than_usual_make_all_cards_higher():
    found = plan([(3, 3)], letters=110)

    assert found.height_px > 100


def test_one_plan_holds_for_all_services():
    assert plan([(9, 3), (2, 2)]) == plan([(9, 3)])


def test_as_many_providers_as_possible_stand_together():
    low = CardRoom(width_px=900, height_px=240, columns=3, card_height_px=100)

    found = plan([(6, 3)], letters=60, room=low)

    assert len([page for page in card_pages(6, 3, found.columns, found.rows) if 0 in page]) == 1


def test_a_word_wider_than_the_page_still_has_a_card():
    narrow = CardRoom(width_px=100, height_px=200, columns=3, card_height_px=50)

    assert plan([(2, 2)], room=narrow).columns == 1


@given(
    providers=st.integers(1, 20),
    options=st.integers(2, 3),
    letters=st.integers(3, 90),
    height=st.integers(150, 900),
)
def test_all_rows_of_every_page_fit(providers, options, letters, height):
    room = CardRoom(900, height, 3, 100)

    found = plan([(providers, options)], letters, room)

    for page in card_pages(providers, options, found.columns, found.rows):
        rows = rows_of(page, providers, found)
        assert rows * found.height_px + (rows - 1) * found.gap_px <= height or rows == 1


def rows_of(page, providers, plan):
    of_providers = sum(index < providers for index in page)
    of_options = len(page) - of_providers
    if stands_apart(of_providers, of_options, plan.columns, plan.rows):
        return -(-of_providers // plan.columns) + -(-of_options // plan.columns)
    return -(-len(page) // plan.columns)


def test_full_cards_get_white_where_nothing_else_needs_it():
    long = 110
    least = plan([(3, 3)], letters=long).height_px
    ample = replace(ROOM, height_px=2 * least + 15 + 40, spare_px=12)

    assert plan([(3, 3)], letters=long, room=ample).height_px == least + 12
    assert plan([(3, 3)], letters=long, room=replace(ample, height_px=2 * least + 15)) == plan(
        [(3, 3)], letters=long, room=replace(ample, height_px=2 * least + 15, spare_px=0)
    )
