"""Tables by place and group in which no small number is told, or can be worked out (domain 6.2).

A reader is taken to know how many people each place has, and every number that is told. Wherever
a number is hidden, three others are hidden with it, so that people can be moved between the four
in thought and every sum comes out as before: the table fits several numbers, never one.

Tables of the same people under several rules are hidden together. What one of them hides, no other
tells, and where they differ by few people, that is a small number too: somebody may know that a
rule is the same in both, or subtract one from the other.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from kiosk.domain.small_numbers import LEAST

Grid = Sequence[Sequence[int | None]]
Told = tuple[tuple[int | None, ...], ...]
_Cell = tuple[int, int]
_Four = tuple[_Cell, _Cell, _Cell, _Cell]


def masked_table(places: Grid, least: int = LEAST) -> Told:
    """Hide small numbers, and as few others as keep them from being worked out.

    Args:
        places: A row of people per group for every place; at least one row and two groups, two of
            which people can be in everywhere, and every person of a place in exactly one group.
            None where everybody knows that nobody can be.
        least: Smallest number above nobody that is told.

    Returns:
        A row per place, then the sums of all places; None for what is hidden.
    """
    (told,) = masked_tables((places,), least)
    return told


def masked_tables(layers: Sequence[Grid], least: int = LEAST) -> tuple[Told, ...]:
    """Hide the same cells in tables of the same people, also those that differ by few.

    Args:
        layers: As for ``masked_table``, with the same places, groups and gaps; at least one.
        least: Smallest number, and smallest difference, above nobody that is told.

    Returns:
        In the same order, each as from ``masked_table``.
    """
    tables = [_with_sums(places) for places in layers]
    gaps = {
        (row, group)
        for row, place in enumerate(layers[0])
        for group, each in enumerate(place)
        if each is None
    }
    hidden = _Layers(tables, gaps, least).hide()
    return tuple(
        tuple(
            tuple(None if (row, group) in hidden else count for group, count in enumerate(counts))
            for row, counts in enumerate(table)
        )
        for table in tables
    )


def _with_sums(places: Grid) -> list[list[int]]:
    people = [[each or 0 for each in place] for place in places]
    return [*people, [sum(group) for group in zip(*people, strict=True)]]


class _Layers:
    """Tables of the same places and groups, of which the same cells are hidden."""

    def __init__(
        self, tables: Sequence[Sequence[Sequence[int]]], gaps: set[_Cell], least: int
    ) -> None:
        self._tables = tables
        self._gaps = gaps
        self._least = least
        self._height, self._width = len(tables[0]), len(tables[0][0])
        self._hidden: set[_Cell] = set()

    def hide(self) -> set[_Cell]:
        """Give every small number company, until each fits as many numbers as are hidden."""
        cells = list(product(range(self._height), range(self._width)))
        self._hidden = {cell for cell in cells if self._is_small(cell)}
        for cell in sorted(self._hidden):
            fours = list(self._fours(cell))
            # One four for all tables, and where that is too little for one, another for that one.
            self._accompany(fours, range(len(self._tables)))
            for table in range(len(self._tables)):
                self._accompany(fours, (table,))
            if self._differs_little(cell):
                # In a row that is the same everywhere, people can only be moved in all tables
                # alike, which changes no difference.
                differing = [four for four in fours if self._differs(four[-1][0])]
                self._accompany(differing, range(len(self._tables)))
        return self._hidden

    def _accompany(self, fours: Sequence[_Four], tables: Sequence[int]) -> None:
        """Hide the cheapest four, unless one is hidden that is enough in each of some tables."""

        def lacking(four: _Four) -> int:
            rooms = self._rooms(four)
            return max(0, self._least - min(rooms[table] for table in tables))

        def price(four: _Four) -> tuple[int, int]:
            new = [each for each in four if each not in self._hidden]
            return lacking(four), sum(1 + sum(self._counts(each)) for each in new)

        if fours and not any(self._hidden.issuperset(four) and not lacking(four) for four in fours):
            cheapest = min(fours, key=price)
            self._hidden.update(cheapest)

    def _is_small(self, cell: _Cell) -> bool:
        return self._differs_little(cell) or any(
            0 < count < self._least for count in self._counts(cell)
        )

    def _differs_little(self, cell: _Cell) -> bool:
        return any(
            0 < abs(one - other) < self._least for one, other in combinations(self._counts(cell), 2)
        )

    def _fours(self, cell: _Cell) -> Iterator[_Four]:
        """The cell, one beside it, and the two of another row in the same groups."""
        row, group = cell
        others = (each for each in range(self._height) if each != row)
        beside = [each for each in range(self._width) if each != group]
        for other_row, other in product(others, beside):
            four = cell, (row, other), (other_row, group), (other_row, other)
            if self._gaps.isdisjoint(four):
                yield four

    def _differs(self, row: int) -> bool:
        return any(len(set(self._counts((row, group)))) > 1 for group in range(self._width))

    def _rooms(self, four: _Four) -> list[int]:
        """By how many people the four can differ in each table without any sum telling.

        Where a row is the same in all tables, people are moved in all of them alike.
        """
        rows = {row for row, _ in four}
        counts = list(zip(*map(self._counts, four), strict=True))
        if not all(map(self._differs, rows)):
            counts = [tuple(map(min, zip(*counts, strict=True)))] * len(counts)
        return [_moves(*each, with_sums=self._height - 1 in rows) for each in counts]

    def _counts(self, cell: _Cell) -> tuple[int, ...]:
        row, group = cell
        return tuple(table[row][group] for table in self._tables)


def _moves(here: int, beside: int, there: int, there_beside: int, *, with_sums: bool) -> int:
    """How many people can be moved in thought, either way."""
    if with_sums:
        # The row of sums goes up and down with the place, not against it.
        return min(here, there) + min(beside, there_beside)
    return min(here, there_beside) + min(beside, there)
