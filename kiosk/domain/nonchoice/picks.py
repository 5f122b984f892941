"""The three ways of picking one of several providers: by turn, by key, by lot."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from kiosk.domain.nonchoice.floor import objection
from kiosk.domain.nonchoice.parts import Lots, Pick, Turns, WeightedKey
from kiosk.domain.nonchoice.proposal import PassedOver, Proposal, Table, Way
from kiosk.domain.nonchoice.supply import Supplier, going_on


def pick_one(found: Proposal, pick: Pick, table: Table) -> Proposal:
    """Pick one of the circle for a person; without a provider where none of them can."""
    match pick:
        case Turns():
            return _by_turn(found, table)
        case WeightedKey():
            return _by_key(found, pick, table)
        case Lots():
            return _by_lot(found, table)
        case _:
            assert_never(pick)


def _by_turn(found: Proposal, table: Table) -> Proposal:
    here = {each.provider: each for each in table.circle}
    queue = table.standing.queue(table.rule, table.circle, table.on)
    return _first(found, Way.TURN, [here[key] for key in queue], table)


def _by_key(found: Proposal, pick: WeightedKey, table: Table) -> Proposal:
    """By largest shortfall: target x (n + 1) - got, in whole numbers, among those who go on.

    Who stops lacks its share for ever and comes first; it has no share that others would miss.
    """
    here = {each.provider: each for each in going_on(table.circle)}
    given = table.standing.counts(table.rule, here.values())
    shares = [(key, weight) for key, weight in pick.weights if key in here]
    total = sum(weight for _, weight in shares)
    count = sum(given.values()) + 1
    lacking = [
        (given[key] * total - weight * count, place, key)
        for place, (key, weight) in enumerate(shares)
    ]
    stopping = [each for each in table.circle if each.provider not in here]
    line = [*stopping, *(here[key] for _, _, key in sorted(lacking))]
    return _first(found, Way.KEY, line, table)


def _first(found: Proposal, way: Way, line: Sequence[Supplier], table: Table) -> Proposal:
    """The first in a line who can take the person."""
    passed: list[PassedOver] = []
    for place, supplier in enumerate(line, 1):
        reason = objection(supplier, found.applicant, table)
        if reason is None:
            considered = tuple(each.provider for each in line[:place])
            return replace(
                found,
                way=way,
                provider=supplier.provider,
                considered=considered,
                passed=tuple(passed),
            )
        passed.append(PassedOver(supplier.provider, reason))
    return replace(
        found,
        way=Way.OFFICER,
        considered=tuple(each.provider for each in line),
        passed=tuple(passed),
    )


def _by_lot(found: Proposal, table: Table) -> Proposal:
    judged = [(each, objection(each, found.applicant, table)) for each in table.circle]
    able = [each.provider for each, reason in judged if reason is None]
    return replace(
        found,
        way=Way.LOT if able else Way.OFFICER,
        provider=table.draw.among(able) if able else None,
        lot=table.draw.lot if able else "",
        considered=tuple(each.provider for each, _ in judged),
        passed=tuple(PassedOver(each.provider, reason) for each, reason in judged if reason),
    )
