"""Which cards of the overview stand together, how many abreast, and how large all of them are."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_TWO = 2
_MOST_COLUMNS = 4
_Drawbacks = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What the fullest card needs at a width.

    Attributes:
        height_px: Least height in which every text of every card has room.
        is_crowded: A name takes more than two lines, or a support line more than one.
    """

    height_px: int
    is_crowded: bool


@dataclass(frozen=True, slots=True)
class Density:
    """How close cards stand, and how close their texts stand to their border.

    Attributes:
        gap_px: Between two cards.
        needed: What the cards need at a width in pixels; None where a word is wider than that.
    """

    gap_px: int
    needed: Callable[[int], Need | None]


@dataclass(frozen=True, slots=True)
class CardRoom:
    """What the page offers and how a card usually looks there.

    Attributes:
        columns: Usual number of cards side by side.
        card_height_px: Usual height of a card; none is higher unless texts make it so.
        spare_px: What the fullest card gets beyond its least height where nothing else needs it.
    """

    width_px: int
    height_px: int
    columns: int
    card_height_px: int
    spare_px: int = 0


@dataclass(frozen=True, slots=True)
class CardPlan:
    """Columns, rows and size of all cards of a visit.

    Attributes:
        rows: Most cards one under another.
        density: Index of the density that is used.
    """

    columns: int
    rows: int
    width_px: int
    height_px: int
    gap_px: int
    density: int


def plan_cards(
    counts: Sequence[tuple[int, int]], room: CardRoom, densities: Sequence[Density]
) -> CardPlan:
    """The arrangement with the fewest pages; among those the one with the providers on the fewest.

    Where that is equal, short lines go before white between the cards, and white before the usual
    number of columns. More columns than usual are never crowded.

    Args:
        counts: Providers and other answers of each service of the visit; one plan holds for all,
            so that a card never changes its size.
        room: The page.
        densities: From the roomiest to the closest; at least one.
    """
    best: tuple[_Drawbacks, CardPlan] | None = None
    for way in _ways(counts, room, densities):
        if best is None or way[0] < best[0]:
            best = way
        if best[0][0] == len(counts):
            break
    if best is not None:
        return best[1]
    # A single word is wider than the page.
    closest = len(densities) - 1
    return CardPlan(1, 1, room.width_px, room.height_px, densities[closest].gap_px, closest)


def _ways(
    counts: Sequence[tuple[int, int]], room: CardRoom, densities: Sequence[Density]
) -> Iterator[tuple[_Drawbacks, CardPlan]]:
    """Every arrangement in which all words fit, after what speaks against it; best ones early."""
    usual_first = sorted(range(1, _MOST_COLUMNS + 1), key=lambda n: (abs(n - room.columns), n))
    for index, density in enumerate(densities):
        gap = density.gap_px
        for columns in usual_first:
            width = (room.width_px - (columns - 1) * gap) // columns
            need = density.needed(width)
            if need is None or (need.is_crowded and columns > room.columns):
                continue
            rows = max(1, (room.height_px + gap) // (need.height_px + gap))
            used = [used for each in counts for used in _rows_per_page(*each, columns, rows)]
            spread = sum(_pages_with_providers(*each, columns, rows) for each in counts)
            share = (room.height_px - (max(used) - 1) * gap) // max(used)
            ample = max(room.card_height_px, _ample_px(densities[0], width) + room.spare_px)
            height = max(need.height_px, min(ample, share))
            plan = CardPlan(columns, rows, width, height, gap, index)
            strange = abs(columns - room.columns)
            yield (len(used), spread, need.is_crowded, index, strange, columns), plan


def _ample_px(roomiest: Density, width_px: int) -> int:
    """Height that leaves the usual white around the texts."""
    need = roomiest.needed(width_px)
    return 0 if need is None else need.height_px


def _rows_per_page(
    provider_count: int, option_count: int, columns: int, rows: int
) -> Iterator[int]:
    for page in card_pages(provider_count, option_count, columns, rows):
        providers = sum(index < provider_count for index in page)
        options = len(page) - providers
        if stands_apart(providers, options, columns, rows):
            yield math.ceil(providers / columns) + math.ceil(options / columns)
        else:
            yield math.ceil(len(page) / columns)


def _pages_with_providers(provider_count: int, option_count: int, columns: int, rows: int) -> int:
    pages = card_pages(provider_count, option_count, columns, rows)
    return sum(page[0] < provider_count for page in pages)


def stands_apart(provider_count: int, option_count: int, columns: int, rows: int) -> bool:
    """Whether the other answers of a page begin a row of their own."""
    return math.ceil(provider_count / columns) + math.ceil(option_count / columns) <= rows


def card_pages(
    provider_count: int, option_count: int, columns: int, rows: int
) -> tuple[tuple[int, ...], ...]:
    """Which cards stand together: providers in their order, then the other answers.

    Where all fit on one page there is one page; where they do so only side by side, the other
    answers follow the last provider in its row. With several columns the other answers keep their
    row on every page of providers; with one column or two they have pages of their own. Pages are
    as even as possible.

    Args:
        provider_count: Providers on offer; at least 1.
        option_count: Answers that are not a provider; 2 or 3.
        columns: Cards side by side.
        rows: Cards one under another.

    Returns:
        Per page the indices of its cards: 0 for the first provider, ``provider_count`` for the
        first other answer.
    """
    options = tuple(range(provider_count, provider_count + option_count))
    option_rows = math.ceil(option_count / columns)
    if provider_count + option_count <= rows * columns:
        return ((*range(provider_count), *options),)
    shares_page = rows > option_rows and columns > _TWO
    room = (rows - option_rows if shares_page else rows) * columns
    groups = _even_groups(provider_count, room)
    if shares_page:
        return tuple((*group, *options) for group in groups)
    return (
        *groups,
        *(_shifted(group, provider_count) for group in _even_groups(option_count, room)),
    )


def _shifted(group: tuple[int, ...], by: int) -> tuple[int, ...]:
    return tuple(index + by for index in group)


def _even_groups(count: int, room: int) -> tuple[tuple[int, ...], ...]:
    if not count:
        return ()
    pages = math.ceil(count / room)
    base, extra = divmod(count, pages)
    groups = []
    start = 0
    for page in range(pages):
        size = base + (1 if page < extra else 0)
        groups.append(tuple(range(start, start + size)))
        start += size
    return tuple(groups)
