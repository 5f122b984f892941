"""What two rules give a case list, in numbers that may be told: no small group, nor what tells one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.small_tables import Told, masked_table

NOBODY = None
"""Stands where a provider does, for the people whom a rule gives nobody."""

_Key = tuple["Spot", ProviderId | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A service in a zone."""

    service: ServiceId
    zone: ZoneId


@dataclass(slots=True)
class Tally:
    """What a rule gave to a whole case list.

    Attributes:
        users, minutes: Of everybody, per service, zone and provider or nobody.
        full: How often a provider was passed over because it had no room.
        moved: People who get another provider than they have.
    """

    users: Counter[_Key] = field(default_factory=Counter)
    minutes: Counter[_Key] = field(default_factory=Counter)
    full: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    moved: int = 0

    def take_in(self, proposal: Proposal) -> None:
        """Count one person."""
        applicant = proposal.applicant
        spot = Spot(applicant.service, applicant.zone)
        for passed in proposal.passed:
            if passed.reason is PassReason.FULL:
                self.full[spot, passed.provider] += 1
        self.users[spot, proposal.provider] += 1
        self.minutes[spot, proposal.provider] += applicant.minutes_per_week
        if applicant.present is not None and proposal.moves:
            self.moved += 1

    def leave_out(self, people: Iterable[Applicant]) -> None:
        """Count those for whom there is no rule among the people whom it gives nobody."""
        missing = Counter(Spot(each.service, each.zone) for each in people)
        for (spot, _), count in self.users.items():
            missing[spot] -= count
        for spot, count in missing.items():
            self.users[spot, NOBODY] += count


@dataclass(frozen=True, slots=True)
class Share:
    """What a provider has under a rule; None where the group is too small to tell.

    Attributes:
        provider: None for the people whom the rule gives nobody.
        hours: A week.
        percent: Of all the people in the table, also those without a provider.
    """

    provider: ProviderId | None
    users: int | None
    hours: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One service, in one zone or in all, under two rules.

    Attributes:
        zone: None for the whole municipality.
        present, tried: One per provider that is offered there, by key, and at last one for
            nobody; the same providers.
        full: Providers without room under the tried rule, by key. Left out where their number is
            hidden, since whoever knows how much room there was would know it.
    """

    service: ServiceId
    zone: ZoneId | None
    present: tuple[Share, ...]
    tried: tuple[Share, ...]
    full: tuple[ProviderId, ...]


@dataclass(frozen=True, slots=True)
class Simulated:
    """A rule tried on a case list, beside the present one.

    Attributes:
        people: Services of cases that the rules were applied to.
        moved: People who would get another provider than they have; None where hidden.
        tables: Per service the whole municipality, then its zones, in the order of the pack;
            without services and zones in which nobody in the list is.
    """

    people: int
    moved: int | None
    tables: tuple[Compared, ...]


def compared_tables(
    municipality: Municipality, now: Tally, then: Tally, today: date
) -> Iterator[Compared]:
    """Per service the whole municipality, then its zones; one zone alone is not told twice."""
    found = _found(now, then)
    for service in municipality.services:
        zones = [zone.id for zone in municipality.zones if zone.id in service.zones]
        spots = [Spot(service.id, zone) for zone in zones]
        if not any(spot in found for spot in spots):
            continue
        offered = {
            spot.zone: {*found.get(spot, ()), *municipality.offered(service.id, spot.zone, today)}
            for spot in spots
        }
        keys = (*sorted({key for each in offered.values() for key in each}), NOBODY)
        places = _Places(spots, keys, offered)
        both = _Masked(now, places), _Masked(then, places)
        yield _compared(service.id, None, both)
        if len(zones) > 1:
            for place, zone in enumerate(zones):
                if spots[place] in found:
                    yield _compared(service.id, zone, both, place, offered[zone])


def _found(*tallies: Tally) -> Mapping[Spot, set[ProviderId]]:
    """Who helps anybody, by service and zone with people; also those who are not offered now."""
    found: dict[Spot, set[ProviderId]] = defaultdict(set)
    for tally in tallies:
        for spot, key in +tally.users:
            found[spot] |= set() if key is NOBODY else {key}
    return dict(found)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the people of a service are, and who can help them there."""

    spots: Sequence[Spot]
    keys: Sequence[ProviderId | None]
    offered: Mapping[ZoneId, Collection[ProviderId]]

    def can_be(self, spot: Spot, key: ProviderId | None) -> bool:
        """Whether a table of the zone has this row."""
        return key is NOBODY or key in self.offered[spot.zone]


class _Masked:
    """A service under one rule: what may be told, zone by zone and at last of all."""

    def __init__(self, tally: Tally, places: _Places) -> None:
        self.tally = tally
        self.keys = places.keys
        self._rows = [[spot] for spot in places.spots] + [list(places.spots)]
        self._users: Told = masked_table(
            [
                [tally.users[spot, key] if places.can_be(spot, key) else None for key in self.keys]
                for spot in places.spots
            ]
        )

    def shares(self, place: int, among: Collection[ProviderId] | None) -> Iterator[Share]:
        """Of a zone, or at last of all; only those who are offered there."""
        spots = self._rows[place]
        total = sum(self.tally.users[spot, key] for spot in spots for key in self.keys)
        for key, users in zip(self.keys, self._users[place], strict=True):
            if among is None or key is NOBODY or key in among:
                minutes = sum(self.tally.minutes[spot, key] for spot in spots)
                yield _share(key, users, minutes, total)

    def full(self, place: int, shares: Sequence[Share]) -> Iterator[ProviderId]:
        """Who had no room, where that tells nothing that is hidden."""
        for share in shares:
            key = share.provider
            if key is None or share.users is None:
                continue
            if any(self.tally.full[spot, key] for spot in self._rows[place]):
                yield key


def _share(key: ProviderId | None, users: int | None, minutes: int, total: int) -> Share:
    if users is None:
        return Share(key, None, None, None)
    percent = round(100 * users / total) if total else 0
    return Share(key, users, round(minutes / 60), percent)


def _compared(
    service: ServiceId,
    zone: ZoneId | None,
    both: tuple[_Masked, _Masked],
    place: int = -1,
    among: Collection[ProviderId] | None = None,
) -> Compared:
    now, then = both
    tried = tuple(then.shares(place, among))
    return Compared(
        service=service,
        zone=zone,
        present=tuple(now.shares(place, among)),
        tried=tried,
        full=tuple(then.full(place, tried)),
    )
