"""The balanced order of providers: a Williams design dealt per case (neutrality 1.2).

Every provider stands in every place equally often and every ordered pair of neighbours occurs
equally often over a block. A block belongs to one set of providers; its rows are shuffled and its
labels are drawn by lot, so that each place is equally likely in every subset too.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.service import ProviderId

SCHEME = "williams-1"

Order = tuple[ProviderId, ...]


def williams(size: int) -> tuple[tuple[int, ...], ...]:
    """The design for ``size`` treatments: ``size`` rows when even, twice as many when odd.

    Args:
        size: Number of providers; at least 1.

    Returns:
        Rows of the numbers 0 to size - 1, each row a permutation.
    """
    if size == 1:
        return ((0,),)
    first = _zigzag(size)
    rows = [tuple((value + shift) % size for value in first) for shift in range(size)]
    if size % 2:
        rows += [tuple(reversed(row)) for row in rows]
    return tuple(rows)


def _zigzag(size: int) -> list[int]:
    """0, 1, n-1, 2, n-2, ...: every difference between neighbours occurs once."""
    row = [0]
    low, high = 1, size - 1
    while len(row) < size:
        row.append(low)
        low += 1
        if len(row) < size:
            row.append(high)
            high -= 1
    return row


@dataclass(frozen=True, slots=True)
class Block:
    """All rows of one design for one set of providers.

    Attributes:
        id: Key of the block in the log.
        rows: Orders in the sequence in which they are dealt.
    """

    id: str
    rows: tuple[Order, ...]

    @property
    def providers(self) -> frozenset[ProviderId]:
        """The set that this block belongs to."""
        return frozenset(self.rows[0])


def open_block(block_id: str, providers: Iterable[ProviderId], seed: str) -> Block:
    """Make a new block.

    Args:
        block_id: Key of the block.
        providers: The set that is offered; at least one.
        seed: Secret; the same seed gives the same block.
    """
    lot = random.Random(f"{SCHEME}|{seed}|{block_id}")  # noqa: S311  a replayable lot, not a key
    labels = sorted(providers)
    lot.shuffle(labels)
    rows = [tuple(labels[number] for number in row) for row in williams(len(labels))]
    lot.shuffle(rows)
    return Block(block_id, tuple(rows))


@dataclass(frozen=True, slots=True)
class DealtOrder:
    """The order that one case sees everywhere, today and next month.

    Attributes:
        block: Key of the block.
        row: Row within the block, from 0.
        order: Providers, first to last.
    """

    block: str
    row: int
    order: Order

    def among(self, offered: Iterable[ProviderId]) -> Order:
        """This order without the providers that are not in ``offered``."""
        wanted = set(offered)
        return tuple(provider for provider in self.order if provider in wanted)

    def lacks(self, offered: Iterable[ProviderId]) -> bool:
        """Whether a provider has come that this order does not know."""
        return not set(offered) <= set(self.order)


@dataclass(frozen=True, slots=True)
class Deal:
    """An order dealt from a block, and the block when it had to be opened.

    Attributes:
        opened: The new block, to be logged; None when an open one had rows left.
    """

    dealt: DealtOrder
    opened: Block | None


def deal(
    providers: frozenset[ProviderId], open_: Block | None, rows_used: int, new_id: str, seed: str
) -> Deal:
    """Deal the next row for a set of providers.

    Args:
        providers: The set that is offered for any of the case's services; at least one.
        open_: The open block of that set, if any.
        rows_used: How many of its rows are dealt.
        new_id: Key for a new block, should one be needed.
        seed: Secret for a new block.
    """
    if open_ is not None and open_.providers == providers and rows_used < len(open_.rows):
        return Deal(DealtOrder(open_.id, rows_used, open_.rows[rows_used]), None)
    block = open_block(new_id, providers, seed)
    return Deal(DealtOrder(block.id, 0, block.rows[0]), block)


def admit(dealt: DealtOrder, offered: Iterable[ProviderId], seed: str) -> DealtOrder:
    """Give newcomers a place by lot in an order that a case keeps; nobody else changes place."""
    lot = random.Random(f"{SCHEME}|{seed}|admit|{dealt.block}|{dealt.row}")  # noqa: S311
    order = list(dealt.order)
    for newcomer in sorted(set(offered) - set(order)):
        order.insert(lot.randint(0, len(order)), newcomer)
    return DealtOrder(dealt.block, dealt.row, tuple(order))


def position_counts(orders: Sequence[Order]) -> Mapping[ProviderId, tuple[int, ...]]:
    """How often each provider stood in each place; the balance report is made from this."""
    length = max((len(order) for order in orders), default=0)
    counts: dict[ProviderId, list[int]] = {}
    for order in orders:
        for place, provider in enumerate(order):
            counts.setdefault(provider, [0] * length)[place] += 1
    return {provider: tuple(places) for provider, places in counts.items()}
