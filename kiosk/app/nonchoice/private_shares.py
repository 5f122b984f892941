"""The share of the private providers as a rule counts it: users and hours, all and new (6.2).

Whatever is told here can be added up from numbers that the tables tell, or hides nobody: the new
ones of a place are told only where no group of them, nor of the others, is small, and where they are as
many under both rules or differ by many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.nonchoice.parts import Unit, Window
from kiosk.domain.small_numbers import LEAST


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many: people, or minutes a week."""

    private: int
    total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Everybody with a provider in one place.

    Attributes:
        users, minutes: Those who have one, and what they are granted.
        new_users, new_minutes: Of these, who got the provider this year.
        is_told: Whether a table tells every one of its groups.
    """

    users: Part
    minutes: Part
    new_users: Part
    new_minutes: Part
    is_told: bool

    @property
    def hides_nobody_new(self) -> bool:
        """Whether the new ones can be told beside all."""
        new, every = self.new_users, self.users
        others = (new.total - new.private, every.total - every.private)
        groups = (new.private, every.private - new.private, others[0], others[1] - others[0])
        return self.is_told and not any(map(_is_small, groups))

    def hides_no_change(self, other: "Counts") -> bool:
        """Whether the new ones can be told under this rule and another."""
        here, there = self.new_users, other.new_users
        changes = (
            here.private - there.private,
            here.total - there.total,
            here.total - here.private - there.total + there.private,
        )
        return not any(_is_small(abs(change)) for change in changes)


PrivateShares = dict[tuple[Unit, Window], Part | None]
"""By what a rule can count; None where it is hidden. New ones lack where all are new."""


def private_shares(
    now: Sequence[Counts], then: Sequence[Counts], *, is_flow_told: bool
) -> tuple[tuple[PrivateShares, ...], tuple[PrivateShares, ...]]:
    """What may be told of each place under two rules.

    Args:
        now: Under the present rule, the zones and at last all of them.
        then: The same under the tried rule.
        is_flow_told: Whether anybody can be told from the new ones.

    Returns:
        Of the present rule and of the tried one, place by place.
    """
    clear = [
        one.hides_nobody_new and other.hides_nobody_new and one.hides_no_change(other)
        for one, other in zip(now, then, strict=True)
    ]
    are_zones_clear = all(clear[:-1])
    tells_new = [each and are_zones_clear for each in clear[:-1]] + clear[-1:]

    def told(places: Sequence[Counts]) -> tuple[PrivateShares, ...]:
        return tuple(
            _shares(place, is_flow_told=is_flow_told, tells_new=tells)
            for place, tells in zip(places, tells_new, strict=True)
        )

    return told(now), told(then)


def _shares(place: Counts, *, is_flow_told: bool, tells_new: bool) -> PrivateShares:
    shares: PrivateShares = {
        (Unit.USERS, Window.STOCK): place.users if place.is_told else None,
        (Unit.HOURS, Window.STOCK): place.minutes if place.is_told else None,
    }
    if is_flow_told:
        shares[Unit.USERS, Window.FLOW] = place.new_users if tells_new else None
        shares[Unit.HOURS, Window.FLOW] = place.new_minutes if tells_new else None
    return shares


def _is_small(count: int) -> bool:
    return 0 < count < LEAST


def part(groups: Iterable[tuple[bool, int]]) -> Part:
    """Add up groups, each private or not."""
    counted = list(groups)
    return Part(
        sum(count for is_private, count in counted if is_private),
        sum(count for _, count in counted),
    )
