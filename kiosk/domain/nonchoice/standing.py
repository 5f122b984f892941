"""How far a rule has come: turns, shares given, and how many each provider helps."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.nonchoice.minutes import needed_of
from kiosk.domain.nonchoice.parts import ShareScope, StartUp, Unit, Window
from kiosk.domain.nonchoice.rule import NonchoiceRule
from kiosk.domain.nonchoice.supply import Supplier
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

Key = tuple[str, ServiceId, ZoneId]
"""A rule's id in one zone: a new version goes on where the old one was."""

Spot = tuple[ServiceId, ZoneId, ProviderId]


@dataclass(slots=True)
class Load:
    """How much a provider has in one zone for one service."""

    users: int = 0
    minutes: int = 0

    def measured(self, unit: Unit) -> int:
        """Users, or minutes a week."""
        return self.users if unit is Unit.USERS else self.minutes

    def add(self, minutes: int) -> None:
        """One more person; unknown hours count a little, so that no share of them is nothing."""
        self.users += 1
        self.minutes += needed_of(minutes, Unit.HOURS)


@dataclass(frozen=True, slots=True)
class ShareSeen:
    """A share as it stood when the rule asked for it; users, or minutes a week."""

    private: int
    total: int

    def is_below(self, percent: int) -> bool:
        """Whether private providers have less than a share; nobody yet counts as less."""
        return self.private * 100 < percent * self.total or (self.total == 0 and percent > 0)


@dataclass(slots=True)
class Standing:
    """Counts that grow with every assignment; a copy of it is what a proposal works on.

    Attributes:
        queues: Turn lists, who is next first.
        given: How many people a weighted key has given each provider.
        started: Users and minutes that a start-up period has given.
        stock: Everybody who has help.
        flow: Those who got their provider this calendar year.
        private: Providers that are not the municipality's own.
        waiting: Those who wait for a place, counted to the provider that they wait for.
    """

    queues: dict[Key, list[ProviderId]] = field(default_factory=dict)
    given: dict[Key, dict[ProviderId, int]] = field(default_factory=dict)
    started: dict[Key, Load] = field(default_factory=dict)
    stock: dict[Spot, Load] = field(default_factory=dict)
    flow: dict[Spot, Load] = field(default_factory=dict)
    private: frozenset[ProviderId] = frozenset()
    waiting: dict[Spot, Load] = field(default_factory=dict)
    _shares: dict[tuple[Window, Unit, ServiceId, ZoneId | None], list[int]] = field(
        default_factory=dict
    )

    def copy(self) -> "Standing":
        """One that can be changed without changing this one."""
        return Standing(
            {key: list(queue) for key, queue in self.queues.items()},
            {key: dict(counts) for key, counts in self.given.items()},
            {key: Load(load.users, load.minutes) for key, load in self.started.items()},
            {spot: Load(load.users, load.minutes) for spot, load in self.stock.items()},
            {spot: Load(load.users, load.minutes) for spot, load in self.flow.items()},
            self.private,
            {spot: Load(load.users, load.minutes) for spot, load in self.waiting.items()},
        )

    def spoken_for(self, spot: Spot, unit: Unit) -> int:
        """What a provider has, and owes to those who wait; users, or minutes a week.

        Whoever wishes for a provider and waits comes before whoever does not choose (domain 6.4).
        """
        waiting = self.waiting.get(spot)
        return self.has(spot, unit) + (0 if waiting is None else waiting.measured(unit))

    def has(self, spot: Spot, unit: Unit) -> int:
        """How much a provider has; users, or minutes a week."""
        load = self.stock.get(spot)
        return 0 if load is None else load.measured(unit)

    def helps(self, spot: Spot, minutes: int, *, is_new_this_year: bool) -> None:
        """Count one person who has help from a provider; unknown hours count a little."""
        minutes = needed_of(minutes, Unit.HOURS)
        for window, loads in ((Window.STOCK, self.stock), (Window.FLOW, self.flow)):
            if window is Window.STOCK or is_new_this_year:
                loads.setdefault(spot, Load()).add(minutes)
                self._grow(window, spot, minutes)

    def waits(self, spot: Spot, minutes: int) -> None:
        """Count one person who waits for a place."""
        self.waiting.setdefault(spot, Load()).add(minutes)

    def leaves(self, spot: Spot, minutes: int, *, is_new_this_year: bool = False) -> None:
        """Somebody who had help from a provider no longer has it from that one."""
        for loads in (self.stock, self.flow) if is_new_this_year else (self.stock,):
            load = loads.get(spot)
            if load is not None and load.users:
                load.users -= 1
                load.minutes -= needed_of(minutes, Unit.HOURS)
                self._shares.clear()

    def share(
        self, service: ServiceId, zone: ZoneId | None, window: Window, unit: Unit
    ) -> ShareSeen:
        """The private share now; ``zone`` None for the whole municipality."""
        private, total = self._shares.get((window, unit, service, zone)) or self._counted(
            window, unit, service, zone
        )
        return ShareSeen(private, total)

    def _counted(
        self, window: Window, unit: Unit, service: ServiceId, zone: ZoneId | None
    ) -> list[int]:
        loads = self.stock if window is Window.STOCK else self.flow
        counts = [0, 0]
        for (of_service, of_zone, provider), load in loads.items():
            if of_service == service and zone in {None, of_zone}:
                counts[0] += load.measured(unit) if provider in self.private else 0
                counts[1] += load.measured(unit)
        self._shares[window, unit, service, zone] = counts
        return counts

    def _grow(self, window: Window, spot: Spot, minutes: int) -> None:
        """Bring the shares that have been asked for up to date."""
        if not self._shares:
            return
        service, zone, provider = spot
        for unit, amount in ((Unit.USERS, 1), (Unit.HOURS, minutes)):
            for of_zone in (None, zone):
                counts = self._shares.get((window, unit, service, of_zone))
                if counts is not None:
                    counts[0] += amount if provider in self.private else 0
                    counts[1] += amount

    def queue(
        self, rule: NonchoiceRule, suppliers: Iterable[Supplier], on: date
    ) -> list[ProviderId]:
        """The turn list of a rule on a day: leavers dropped, newcomers at the end (R2).

        A newcomer waits behind somebody only: where nobody else is there, whoever is makes the
        list.
        """
        key = key_of(rule)
        known = self.queues.setdefault(key, [])
        offered = {each.provider: each for each in suppliers}
        here = {
            name: each for name, each in offered.items() if name in known or each.joins_on <= on
        }
        here = here or offered
        if len(known) != len(here) or any(each not in here for each in known):
            standing = [each for each in known if each in here]
            come = [each for name, each in here.items() if name not in standing]
            come.sort(key=lambda each: joining_order(rule, each))
            known[:] = [*standing, *(each.provider for each in come)]
        return known

    def counts(self, rule: NonchoiceRule, suppliers: Iterable[Supplier]) -> dict[ProviderId, int]:
        """How many people a key has given each provider since these were the ones with a share.

        Where one joins or leaves, all begin anew: a newcomer has its share of those who come now,
        and need not be given everybody until it has caught up.
        """
        given = self.given.setdefault(key_of(rule), {})
        here = {each.provider for each in suppliers}
        if given.keys() != here:
            given.clear()
            given.update(dict.fromkeys(sorted(here), 0))
        return given

    def has_started(self, rule: NonchoiceRule, start_up: StartUp) -> int:
        """What a start-up period has given so far; users, or minutes a week."""
        load = self.started.get(key_of(rule))
        return 0 if load is None else load.measured(start_up.unit)


def key_of(rule: NonchoiceRule) -> Key:
    """Where a rule's turns and counts are kept."""
    return (rule.id, rule.service, rule.zone)


def joining_order(rule: NonchoiceRule, supplier: Supplier) -> tuple[date, str]:
    """Where a provider joins a turn list: by day, and by lot among those of one day.

    Whoever was there when the rule was adopted counts as of that day. Anybody can work the lot out
    again: SHA-256 of the keys of the rule, its service, its zone and the provider.
    """
    spot = f"{rule.id}|{rule.service}|{rule.zone}"
    lot = hashlib.sha256(f"{spot}|{supplier.provider}".encode()).hexdigest()
    return (max(supplier.joins_on, rule.decision.decided_on), lot)


def scope_zone(scope: ShareScope, zone: ZoneId) -> ZoneId | None:
    """The zone that a share is counted over; None for the whole municipality."""
    return zone if scope is ShareScope.ZONE else None


def private_of(kinds: Mapping[ProviderId, ProviderKind]) -> frozenset[ProviderId]:
    """The providers that are not the municipality's own."""
    return frozenset(key for key, kind in kinds.items() if kind is not ProviderKind.MUNICIPAL)
