from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.ordering import DealtOrder, admit, deal, open_block, position_counts, williams
from kiosk.domain.service import ProviderId

SIX = frozenset(ProviderId(letter) for letter in "abcdef")
NEWCOMER = ProviderId("z")
SEEDS = st.text(max_size=8)
SETS = st.frozensets(st.sampled_from([ProviderId(letter) for letter in "abcdefgh"]), min_size=1)
# Critical values of chi-square at p = 0.001.
CRITICAL = {4: 18.47, 25: 52.62}


def orders(count, providers=SIX):
    block, used, dealt = None, 0, []
    for number in range(count):
        given_out = deal(providers, block, used, f"block-{number}", f"secret-{number}")
        if given_out.opened is not None:
            block, used = given_out.opened, 0
        used += 1
        dealt.append(given_out.dealt.order)
    return dealt


def chi_square(dealt):
    counts = position_counts(dealt)
    expected = len(dealt) / len(counts)
    return sum((seen - expected) ** 2 / expected for places in counts.values() for seen in places)


@pytest.mark.parametrize("size", range(1, 11))
def test_every_place_is_equally_frequent(size):
    rows = williams(size)

    for place in range(size):
        assert set(Counter(row[place] for row in rows).values()) == {len(rows) // size}


@pytest.mark.parametrize("size", range(2, 11))
def test_every_ordered_pair_of_neighbours_is_equally_frequent(size):
    pairs = Counter(pair for row in williams(size) for pair in pairwise(row))

    assert len(pairs) == size * (size - 1)
    assert len(set(pairs.values())) == 1


@pytest.mark.parametrize("size", range(1, 11))
def test_every_row_is_a_permutation(size):
    assert all(sorted(row) == list(range(size)) for row in williams(size))


@given(SETS, SEEDS)
def test_a_block_is_replayed_by_its_seed(providers, seed):
    assert open_block("b", providers, seed) == open_block("b", sorted(providers), seed)


def test_another_seed_gives_another_block():
    assert len({open_block("b", SIX, str(seed)).rows for seed in range(20)}) == 20


def test_rows_are_dealt_in_no_fixed_sequence():
    # Unshuffled, each row would begin with the second of the row before.
    blocks = [open_block("b", SIX, str(seed)) for seed in range(20)]

    assert any(block.rows[1][0] != block.rows[0][1] for block in blocks)


@given(SETS, SEEDS)
def test_a_dealt_order_holds_every_provider_once(providers, seed):
    dealt = deal(providers, None, 0, "b", seed).dealt

    assert sorted(dealt.order) == sorted(providers)


def test_deals_the_next_row_of_an_open_block():
    block = open_block("b", SIX, "secret")

    given_out = deal(SIX, block, 2, "new", "other")

    assert given_out.opened is None
    assert given_out.dealt == DealtOrder("b", 2, block.rows[2])


def test_opens_a_new_block_when_the_old_one_is_used_up():
    block = open_block("b", SIX, "secret")

    assert deal(SIX, block, len(block.rows), "new", "other").opened is not None


def test_opens_a_new_block_for_another_set():
    block = open_block("b", SIX, "secret")

    assert deal(SIX - {"a"}, block, 1, "new", "other").dealt.block == "new"


def test_places_are_equal_over_closed_blocks():
    counts = position_counts(orders(6 * 50))

    assert {seen for places in counts.values() for seen in places} == {50}


def test_places_are_balanced_over_open_data():
    assert chi_square(orders(10_000)) < CRITICAL[25]


def test_places_are_balanced_within_a_subset():
    among = [DealtOrder("b", 0, order).among(map(ProviderId, "acf")) for order in orders(10_000)]

    assert chi_square(among) < CRITICAL[4]


@given(SETS, SETS, SEEDS)
def test_a_newcomer_gets_a_place_and_nobody_else_changes_place(known, offered, seed):
    dealt = deal(known, None, 0, "b", "first").dealt

    admitted = admit(dealt, offered, seed)

    assert admitted.among(known) == dealt.order
    assert not admitted.lacks(offered)


def test_newcomers_are_not_put_in_a_fixed_place():
    dealt = deal(SIX, None, 0, "b", "first").dealt

    places = {admit(dealt, {NEWCOMER}, str(seed)).order.index(NEWCOMER) for seed in range(200)}

    assert places == set(range(7))


@given(SETS, SETS)
def test_who_leaves_drops_out_and_the_rest_keep_their_order(known, offered):
    dealt = deal(known, None, 0, "b", "first").dealt

    assert dealt.among(offered) == tuple(each for each in dealt.order if each in offered)
