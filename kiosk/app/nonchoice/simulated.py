"""What two rules give a case list, in numbers that may be told: no small group, nor what tells one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.app.nonchoice.asked_share import Asked
from kiosk.app.nonchoice.private_shares import Counts, Part, PrivateShares, part, private_shares
from kiosk.app.nonchoice.tally import NOBODY, Key, Spot, Tally
from kiosk.app.nonchoice.trial_people import Tryout
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import MinimumShare
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.small_tables import Grid, Told, masked_tables


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
        present_shares, tried_shares: Of the private providers, as rules count them.
        present_asked, tried_asked: The minimum share that a rule asks for here; None without one.
    """

    service: ServiceId
    zone: ZoneId | None
    present: tuple[Share, ...]
    tried: tuple[Share, ...]
    full: tuple[ProviderId, ...]
    present_shares: PrivateShares = field(default_factory=dict)
    tried_shares: PrivateShares = field(default_factory=dict)
    present_asked: MinimumShare | None = None
    tried_asked: MinimumShare | None = None


@dataclass(frozen=True, slots=True)
class Simulated:
    """A rule that was tried, beside the present one.

    Attributes:
        people: Services of cases that the rules were applied to; None where hidden.
        moved: People who would get another provider than they have; None where hidden.
        tables: Per service the whole municipality, then its zones, in the order of the pack;
            without services and zones in which nobody is.
        tryout: On whom it was tried.
        staying: Services of people who stay as they stand, and are in the tables; None where hidden.
    """

    people: int | None
    moved: int | None
    tables: tuple[Compared, ...]
    tryout: Tryout = Tryout.LIST
    staying: int | None = 0


def compared_tables(
    municipality: Municipality, now: Tally, then: Tally, today: date, asked: Asked
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
        both = _masked(now, then, places)
        yield _compared(service.id, None, both, asked)
        if len(zones) > 1:
            for place, zone in enumerate(zones):
                if spots[place] in found:
                    yield _compared(service.id, zone, both, asked, place, offered[zone])


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

    def grid(self, tally: Tally) -> Grid:
        """How many people are where; None where nobody can be."""
        return [
            [tally.users[spot, key] if self.can_be(spot, key) else None for key in self.keys]
            for spot in self.spots
        ]


class _Masked:
    """A service under one rule: what may be told, zone by zone and at last of all."""

    private_shares: Sequence[PrivateShares]

    def __init__(self, tally: Tally, places: _Places, users: Told) -> None:
        self.tally = tally
        self.keys = places.keys
        self._rows = [[spot] for spot in places.spots] + [list(places.spots)]
        self._users = users

    def counts(self) -> list[Counts]:
        """What the private providers have, zone by zone and at last in all."""
        return [self._counts(place) for place in range(len(self._rows))]

    def _counts(self, place: int) -> Counts:
        """What the private providers have in a place, and whether every group there is told."""
        tally, spots = self.tally, self._rows[place]
        keys = [key for key in self.keys if key is not NOBODY]

        def of(counter: Counter[Key]) -> Part:
            return part(
                (key in tally.private, counter[spot, key]) for spot in spots for key in keys
            )

        return Counts(
            of(tally.users),
            of(tally.minutes),
            of(tally.new_users),
            of(tally.new_minutes),
            is_told=all(
                users is not None
                for key, users in zip(self.keys, self._users[place], strict=True)
                if key is not NOBODY
            ),
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


def _masked(now: Tally, then: Tally, places: _Places) -> tuple[_Masked, _Masked]:
    """A service under two rules; what is hidden under one is hidden under the other."""
    told = masked_tables([places.grid(now), places.grid(then)])
    present, tried = _Masked(now, places, told[0]), _Masked(then, places, told[1])
    present.private_shares, tried.private_shares = private_shares(
        present.counts(), tried.counts(), is_flow_told=now.is_flow_told
    )
    return present, tried


def _share(key: ProviderId | None, users: int | None, minutes: int, total: int) -> Share:
    if users is None:
        return Share(key, None, None, None)
    percent = round(100 * users / total) if total else 0
    return Share(key, users, round(minutes / 60), percent)


def _compared(
    service: ServiceId,
    zone: ZoneId | None,
    both: tuple[_Masked, _Masked],
    asked: Asked,
    place: int = -1,
    among: Collection[ProviderId] | None = None,
) -> Compared:
    now, then = both
    tried = tuple(then.shares(place, among))
    present_asked, tried_asked = asked(service, zone)
    return Compared(
        service=service,
        zone=zone,
        present=tuple(now.shares(place, among)),
        tried=tried,
        full=tuple(then.full(place, tried)),
        present_shares=now.private_shares[place],
        tried_shares=then.private_shares[place],
        present_asked=present_asked,
        tried_asked=tried_asked,
    )
