"""One brochure in other orders of its providers, without composing it anew."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from kiosk.domain.document.brochure import Brochure, Comparison, OverviewTable
from kiosk.domain.service import ProviderId

_SCATTER = 7
"""Neighbours in a mail-out have orders that lie apart; no factor of a number of orders."""


def every_order(brochure: Brochure) -> list[Brochure]:
    """It in each order of its providers once, as a balanced design deals them; at least one."""
    ids = [each.id for each in brochure.providers]
    orders = sorted(enumerate(permutations(ids)), key=lambda each: (each[0] % _SCATTER, each[0]))
    return [in_order(brochure, order) for _, order in orders]


def in_order(brochure: Brochure, order: Sequence[ProviderId]) -> Brochure:
    """It with these of its providers in this order: pages, overview and tables."""
    known = {each.id: each for each in brochure.providers}
    providers = tuple(known[each] for each in order)
    names = [each.name for each in providers]
    tables = (_comparison(each, names) for each in brochure.comparisons)
    return replace(
        brochure,
        providers=providers,
        overview=_overview(brochure.overview, order),
        comparisons=tuple(each for each in tables if each.columns),
    )


def _overview(table: OverviewTable, order: Sequence[ProviderId]) -> OverviewTable:
    """The other answers stay behind the providers."""
    rows = {row.page_of: row for row in table.rows if row.page_of is not None}
    others = (row for row in table.rows if row.page_of is None)
    return replace(table, rows=(*(rows[each] for each in order), *others))


def _comparison(table: Comparison, names: Sequence[str]) -> Comparison:
    """Those of the providers who have a column."""
    places = [table.columns.index(name) for name in names if name in table.columns]
    return replace(
        table,
        columns=tuple(table.columns[at] for at in places),
        rows=tuple((label, tuple(cells[at] for at in places)) for label, cells in table.rows),
        tick_rows=tuple(tuple(ticks[at] for at in places) for ticks in table.tick_rows),
    )
