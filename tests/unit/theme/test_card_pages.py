"""Which cards of the overview stand together."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.theme.cards import card_pages


def test_six_providers_and_three_answers_share_one_page():
    assert card_pages(6, 3, columns=3, rows=3) == ((0, 1, 2, 3, 4, 5, 6, 7, 8),)


def test_twelve_providers_repeat_the_other_answers_on_both_pages():
    first, second = card_pages(12, 3, columns=3, rows=3)

    assert first == (0, 1, 2, 3, 4, 5, 12, 13, 14)
    assert second == (6, 7, 8, 9, 10, 11, 12, 13, 14)


@pytest.mark.parametrize(("count", "sizes"), [(7, [4, 3]), (8, [4, 4]), (9, [5, 4])])
def test_pages_of_providers_are_as_even_as_possible(count, sizes):
    pages = card_pages(count, 3, columns=3, rows=3)

    assert [len(page) - 3 for page in pages] == sizes


def test_one_column_gives_the_other_answers_a_page_of_their_own():
    assert card_pages(6, 3, columns=1, rows=3) == ((0, 1, 2), (3, 4, 5), (6, 7, 8))


def test_no_page_of_other_answers_is_fuller_than_the_screen():
    assert card_pages(2, 3, columns=1, rows=2) == ((0, 1), (2, 3), (4,))


def test_seven_providers_and_two_answers_stand_side_by_side_where_that_saves_a_page():
    assert card_pages(7, 2, columns=3, rows=3) == ((0, 1, 2, 3, 4, 5, 6, 7, 8),)


def test_two_columns_give_the_other_answers_a_page_of_their_own():
    assert card_pages(6, 2, columns=2, rows=3) == ((0, 1, 2, 3, 4, 5), (6, 7))


@given(
    providers=st.integers(1, 40),
    options=st.integers(2, 3),
    grid=st.sampled_from([(3, 3), (1, 3), (2, 3), (1, 9), (1, 6), (1, 1), (2, 1), (4, 1)]),
)
def test_every_provider_stands_on_exactly_one_page_in_order(providers, options, grid):
    pages = card_pages(providers, options, *grid)

    shown = [n for n in itertools.chain(*pages) if n < providers]

    assert shown == list(range(providers))


@given(
    providers=st.integers(1, 40),
    options=st.integers(2, 3),
    grid=st.sampled_from([(3, 3), (1, 3), (2, 3), (1, 9), (1, 6), (1, 1), (2, 1), (4, 1)]),
)
def test_no_page_holds_more_cards_than_fit(providers, options, grid):
    columns, rows = grid

    for page in card_pages(providers, options, columns, rows):
        of_providers = sum(n < providers for n in page)
        of_options = len(page) - of_providers
        apart = -(-of_providers // columns) + -(-of_options // columns) <= rows
        assert apart or len(page) <= columns * rows
