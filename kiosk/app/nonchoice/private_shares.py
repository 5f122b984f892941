"""The share of the private providers as a rule counts it: users and hours, all and new (6.2).

Whatever is told here can be added up from numbers that the tables tell, or hides nobody: the new
ones of a place are told only where no group of them, nor of the others, is small.
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
        return self.is_told and all(group == 0 or group >= LEAST for group in groups)


PrivateShares = dict[tuple[Unit, Window], Part | None]
"""By what a rule can count; None where it is hidden. New ones lack where all are new."""


def private_shares(places: Sequence[Counts], *, is_flow_told: bool) -> tuple[PrivateShares, ...]:
    """What may be told of each place.

    Args:
        places: The zones, and at last all of them.
        is_flow_told: Whether anybody can be told from the new ones.
    """
    *zones, _ = places
    are_zones_clear = all(zone.hides_nobody_new for zone in zones)
    found = []
    for place in places:
        is_whole = place is places[-1]
        tells_new = place.hides_nobody_new and (is_whole or are_zones_clear)
        shares: PrivateShares = {
            (Unit.USERS, Window.STOCK): place.users if place.is_told else None,
            (Unit.HOURS, Window.STOCK): place.minutes if place.is_told else None,
        }
        if is_flow_told:
            shares[Unit.USERS, Window.FLOW] = place.new_users if tells_new else None
            shares[Unit.HOURS, Window.FLOW] = place.new_minutes if tells_new else None
        found.append(shares)
    return tuple(found)


def part(groups: Iterable[tuple[bool, int]]) -> Part:
    """Add up groups, each private or not."""
    counted = list(groups)
    return Part(
        sum(count for is_private, count in counted if is_private),
        sum(count for _, count in counted),
    )
