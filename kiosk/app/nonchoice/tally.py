"""What a rule gave, counted; nothing of it is masked yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.app.nonchoice.trial_people import Stays
from kiosk.domain.nonchoice.applicant import Applicant
from kiosk.domain.nonchoice.minutes import needed_of
from kiosk.domain.nonchoice.parts import Unit
from kiosk.domain.nonchoice.proposal import Proposal
from kiosk.domain.nonchoice.supply import PassReason
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

NOBODY = None
"""Stands where a provider does, for the people whom a rule gives nobody."""

Key = tuple["Spot", ProviderId | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A service in a zone."""

    service: ServiceId
    zone: ZoneId


@dataclass(slots=True)
class Tally:
    """What a rule gave to everybody whom it was tried on, beside those who stay.

    Attributes:
        private: Providers that are not the municipality's own.
        is_flow_told: Whether some of the people are new this year, and others are not.
        users, minutes: Of everybody, per service, zone and provider or nobody.
        new_users, new_minutes: Of those who got their provider this year.
        full: How often a provider was passed over because it had no room.
        moved: People who get another provider than they have.
    """

    private: frozenset[ProviderId]
    is_flow_told: bool
    users: Counter[Key] = field(default_factory=Counter)
    minutes: Counter[Key] = field(default_factory=Counter)
    new_users: Counter[Key] = field(default_factory=Counter)
    new_minutes: Counter[Key] = field(default_factory=Counter)
    full: Counter[tuple[Spot, ProviderId]] = field(default_factory=Counter)
    moved: int = 0

    def take_in(self, proposal: Proposal) -> None:
        """Count one person."""
        applicant = proposal.applicant
        spot = Spot(applicant.service, applicant.zone)
        for passed in proposal.passed:
            if passed.reason is PassReason.FULL:
                self.full[spot, passed.provider] += 1
        is_new = proposal.moves or (applicant.counted is not None and applicant.counted.is_new)
        self._add((spot, proposal.provider), applicant.minutes_per_week, is_new=is_new)
        if applicant.present is not None and proposal.moves:
            self.moved += 1

    def leave_out(self, people: Iterable[Applicant]) -> None:
        """Count those for whom there is no rule among the people whom it gives nobody."""
        missing = Counter(Spot(each.service, each.zone) for each in people)
        for (spot, _), count in self.users.items():
            missing[spot] -= count
        for spot, count in missing.items():
            self.users[spot, NOBODY] += count

    def stay(self, each: Stays) -> None:
        """Count one person who stays with whoever helps."""
        key = (Spot(each.service, each.zone), each.provider)
        self._add(key, each.minutes_per_week, is_new=each.is_new)

    def _add(self, key: Key, minutes: int, *, is_new: bool) -> None:
        minutes = needed_of(minutes, Unit.HOURS)
        self.users[key] += 1
        self.minutes[key] += minutes
        if is_new:
            self.new_users[key] += 1
            self.new_minutes[key] += minutes
