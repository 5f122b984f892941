"""Tables by place and group in which no small number is told, or can be worked out (domain 6.2).

A reader is taken to know how many people each place has, and every number that is told. Wherever
a number is hidden, three others are hidden with it, so that people can be moved between the four
in thought and every sum comes out as before: the table fits several numbers, never one.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from kiosk.domain.small_numbers import LEAST

Grid = Sequence[Sequence[int | None]]
Told = tuple[tuple[int | None, ...], ...]
_Cell = tuple[int, int]


def masked_table(places: Grid, least: int = LEAST) -> Told:
    """Hide small numbers, and as few others as keep them from being worked out.

    Args:
        places: A row of people per group for every place; at least one row and two groups, two of
            which people can be in everywhere, and every person of a place in exactly one group. None where everybody knows that nobody
            can be.
        least: Smallest number above nobody that is told.

    Returns:
        A row per place, then the sums of all places; None for what is hidden.
    """
    people = [[each or 0 for each in place] for place in places]
    known = {
        (row, group)
        for row, place in enumerate(places)
        for group, each in enumerate(place)
        if each is None
    }
    table = _Table([*people, [sum(group) for group in zip(*people, strict=True)]], known, least)
    table.hide()
    return tuple(
        tuple(None if (row, group) in table.hidden else count for group, count in enumerate(counts))
        for row, counts in enumerate(table.rows)
    )


class _Table:
    def __init__(self, rows: Sequence[Sequence[int]], known: set[_Cell], least: int) -> None:
        self.rows = rows
        self._known = known
        self.least = least
        self.hidden: set[_Cell] = {
            (row, group)
            for row, counts in enumerate(rows)
            for group, count in enumerate(counts)
            if 0 < count < least
        }

    def hide(self) -> None:
        """Give every small number company, until each fits as many numbers as are hidden."""
        for cell in sorted(self.hidden):
            if not any(self._room(four) >= self.least for four in self._hidden_fours(cell)):
                cheapest = min(self._fours(cell), key=self._price, default=())
                self.hidden.update(cheapest)

    def _fours(self, cell: _Cell) -> Iterator[tuple[_Cell, ...]]:
        """The cell, one beside it, and the two of another row in the same groups."""
        row, group = cell
        others = (each for each in range(len(self.rows)) if each != row)
        beside = [each for each in range(len(self.rows[0])) if each != group]
        for other_row, other in product(others, beside):
            four = cell, (row, other), (other_row, group), (other_row, other)
            if self._known.isdisjoint(four):
                yield four

    def _hidden_fours(self, cell: _Cell) -> Iterator[tuple[_Cell, ...]]:
        return (four for four in self._fours(cell) if self.hidden.issuperset(four))

    def _price(self, four: tuple[_Cell, ...]) -> tuple[int, int]:
        """What it lacks to be safe, then how many people are hidden for it."""
        lacking = max(0, self.least - self._room(four))
        return lacking, sum(1 + self._count(each) for each in four if each not in self.hidden)

    def _room(self, four: tuple[_Cell, ...]) -> int:
        """By how many people the four can differ without any sum telling."""
        here, beside, there, there_beside = (self._count(each) for each in four)
        if len(self.rows) - 1 in {four[0][0], four[2][0]}:
            # The row of sums goes up and down with the place, not against it.
            return min(here, there) + min(beside, there_beside)
        return min(here, there_beside) + min(beside, there)

    def _count(self, cell: _Cell) -> int:
        row, group = cell
        return self.rows[row][group]
