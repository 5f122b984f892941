"""Try a rule on a case list before the council votes on it; nothing is stored, nobody assigned.

Everybody in the list who has no help yet, or whom the rule could move, is taken for somebody who
does not choose. Only counts leave this room; small groups are hidden.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.case import Case
from kiosk.domain.eligibility import offered_services, present_help, reply_deadline
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.applicant import Applicant, minutes_of
from kiosk.domain.nonchoice.applying import Premises, in_order, run
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.nonchoice.proposal import Proposal, Way
from kiosk.domain.nonchoice.standing import Standing, private_of
from kiosk.domain.nonchoice.supply import PassReason, Supply
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.small_numbers import masked

Watch = Callable[[int, int], bool]
"""Is told how many of how many people are done, and says whether to go on."""

EVERY = 500
"""People between two tellings."""


class StoppedError(Exception):
    """Somebody stopped the simulation."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A service in a zone."""

    service: ServiceId
    zone: ZoneId


@dataclass(slots=True)
class Tally:
    """What a rule gave to a whole case list.

    Attributes:
        users, minutes: Of everybody who has help afterwards, per service, zone and provider.
        new_users: Of those without help before, the same.
        waiting: People whom the rule gives nobody, per service and zone.
        full: How often a provider was passed over because it had no room.
        moved: People who get another provider than they have.
        ways: How often each part of the rule settled it.
    """

    users: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    minutes: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    new_users: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    waiting: Counter[Spot] = field(default_factory=Counter)
    full: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    moved: int = 0
    ways: Counter[Way] = field(default_factory=Counter)

    def take_in(self, proposal: Proposal) -> None:
        """Count one person."""
        applicant = proposal.applicant
        spot = Spot(applicant.service, applicant.zone)
        self.ways[proposal.way] += 1
        for passed in proposal.passed:
            if passed.reason is PassReason.FULL:
                self.full[spot, passed.provider] += 1
        if proposal.provider is None:
            self.waiting[spot] += 1
            return
        self.users[spot, proposal.provider] += 1
        self.minutes[spot, proposal.provider] += applicant.minutes_per_week
        if applicant.present is None:
            self.new_users[spot, proposal.provider] += 1
        elif proposal.moves:
            self.moved += 1


@dataclass(frozen=True, slots=True)
class Share:
    """What a provider has under a rule; None where the group is too small to tell.

    Attributes:
        percent: Of the users whose number is told; None where any of them is hidden.
    """

    provider: ProviderId
    users: int | None
    hours: int | None
    percent: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One service, in one zone or in all, under two rules.

    Attributes:
        zone: None for the whole municipality.
        present, tried: One per provider that is offered there, by key; the same providers.
        present_waiting, tried_waiting: People whom the rule gives nobody; None where hidden.
        full: Providers without room under the tried rule, by key.
    """

    service: ServiceId
    zone: ZoneId | None
    present: tuple[Share, ...]
    tried: tuple[Share, ...]
    present_waiting: int | None
    tried_waiting: int | None
    full: tuple[ProviderId, ...]


@dataclass(frozen=True, slots=True)
class Simulated:
    """A rule tried on a case list, beside the present one.

    Attributes:
        people: Services of cases that the rules were applied to.
        moved: People who would get another provider than they have; None where hidden.
        tables: Per service the whole municipality, then its zones, in the order of the pack.
    """

    people: int
    moved: int | None
    tables: tuple[Compared, ...]


def simulate(
    present: Municipality,
    tried: Municipality,
    cases: Sequence[Case],
    state: NonchoiceState,
    today: date,
    watch: Watch = lambda _done, _total: True,
) -> Simulated:
    """Apply two municipalities' rules to the same people.

    Args:
        present: With the rules of today.
        tried: The same with other rules.
        cases: Of a case list.
        state: Why nobody of them chooses.
        today: The rules and the providers of this day.
        watch: Who looks on.

    Raises:
        StoppedError: ``watch`` said so.
    """
    people = in_order(_applicants(present, cases, state, today))
    total = 2 * len(people)
    now = _tally(present, people, today, lambda done: watch(done, total))
    then = _tally(tried, people, today, lambda done: watch(len(people) + done, total))
    return Simulated(
        people=len(people),
        moved=masked({"moved": then.moved})["moved"],
        tables=tuple(_tables(present, now, then, today)),
    )


def _applicants(
    municipality: Municipality, cases: Iterable[Case], state: NonchoiceState, today: date
) -> Iterator[Applicant]:
    for case in cases:
        if not case.is_open:
            continue
        for granted in offered_services(municipality, case, today):
            yield Applicant(
                case=case.reference,
                service=granted.service,
                zone=case.zone,
                state=state,
                due=reply_deadline(municipality, granted),
                decided_on=granted.decided_on,
                present=present_help(municipality, granted),
                minutes_per_week=minutes_of(granted.hours_per_week),
                needs=granted.needs,
                language=case.interpreter,
            )


def _tally(
    municipality: Municipality,
    people: Sequence[Applicant],
    today: date,
    watch: Callable[[int], bool],
) -> Tally:
    supplies: dict[tuple[ServiceId, ZoneId], Supply] = {}

    def supply(service: ServiceId, zone: ZoneId) -> Supply:
        if (service, zone) not in supplies:
            supplies[service, zone] = supply_of(municipality, service, zone, today)
        return supplies[service, zone]

    tally = Tally()
    premises = Premises(municipality.rules, supply, "", today)
    for done, proposal in enumerate(run(people, premises, _standing(municipality, people)), 1):
        tally.take_in(proposal)
        if done % EVERY == 0 and not watch(done):
            raise StoppedError
    return tally


def _standing(municipality: Municipality, people: Iterable[Applicant]) -> Standing:
    kinds = {provider.id: provider.kind for provider in municipality.providers}
    standing = Standing(private=private_of(kinds))
    for each in people:
        if each.present is not None:
            spot = (each.service, each.zone, each.present)
            standing.helps(spot, each.minutes_per_week, is_new_this_year=False)
    return standing


def _tables(municipality: Municipality, now: Tally, then: Tally, today: date) -> Iterator[Compared]:
    for service in municipality.services:
        zones = [zone.id for zone in municipality.zones if zone.id in service.zones]
        parts = [
            _compared(
                [Spot(service.id, zone)],
                sorted(municipality.offered(service.id, zone, today)),
                (now, then),
            )
            for zone in zones
        ]
        everywhere = sorted({share.provider for part in parts for share in part.present})
        spots = [Spot(service.id, zone) for zone in zones]
        yield _compared(spots, everywhere, (now, then), parts)
        if len(zones) > 1:
            yield from parts


def _compared(
    spots: Sequence[Spot],
    offered: Sequence[ProviderId],
    tallies: tuple[Tally, Tally],
    parts: Sequence[Compared] = (),
) -> Compared:
    now, then = tallies
    return Compared(
        service=spots[0].service,
        zone=None if parts else spots[0].zone,
        present=_shares(now, spots, offered, [part.present for part in parts]),
        tried=_shares(then, spots, offered, [part.tried for part in parts]),
        present_waiting=_waiting(now, spots),
        tried_waiting=_waiting(then, spots),
        full=tuple(key for key in offered if any(then.full[spot, key] for spot in spots)),
    )


def _waiting(tally: Tally, spots: Iterable[Spot]) -> int | None:
    return masked({"": sum(tally.waiting[spot] for spot in spots)})[""]


def _shares(
    tally: Tally,
    spots: Sequence[Spot],
    offered: Sequence[ProviderId],
    parts: Sequence[tuple[Share, ...]],
) -> tuple[Share, ...]:
    users = {key: sum(tally.users[spot, key] for spot in spots) for key in offered}
    minutes = {key: sum(tally.minutes[spot, key] for spot in spots) for key in offered}
    # Where one zone hides a provider, the sum of all zones would tell it.
    hidden = Counter(share.provider for part in parts for share in part if share.users is None)
    told = masked(users, [key for key, zones in hidden.items() if zones == 1])
    total = sum(users.values())
    is_hidden = None in told.values()
    return tuple(
        Share(
            provider=key,
            users=told[key],
            hours=None if told[key] is None else round(minutes[key] / 60),
            percent=None if is_hidden or not total else round(100 * users[key] / total),
        )
        for key in offered
    )
