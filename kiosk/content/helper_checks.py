"""Whoever is named as the one who comes instead gives the service there and is under contract."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from kiosk.content.entries import Entries, Entry, offers_of
from kiosk.content.forms import ProviderForm
from kiosk.content.problems import Place
from kiosk.content.reach import Reach
from kiosk.domain.provider import CapacityState
from kiosk.domain.service import DayPart

# long enough for a new contract, or for another decision
NOTED_BEFORE = timedelta(days=90)
_CLOSED = frozenset({CapacityState.FULL, CapacityState.PAUSED, CapacityState.CLOSING})


class Helpers(Struct, frozen=True):
    """The providers as helpers.

    Attributes:
        today: The day on which they must be under contract; None to leave that out.
    """

    entries: Entries
    reach: Reach
    today: date | None

    def check(self, place: Place, helper: str, service: str, zones: frozenset[str]) -> None:
        """Log why this provider cannot help with the service in these zones, or soon cannot."""
        self.check_reach(place, helper, service, zones)
        provider = self.entries.provider(helper)
        if provider is not None and self.today is not None:
            _check_validity(place, provider, self.today)

    def check_reach(self, place: Place, helper: str, service: str, zones: frozenset[str]) -> None:
        """Log in which of these zones this provider does not give the service."""
        lacking = self.reach.lacking(helper, service, zones)
        if lacking:
            names = ", ".join(sorted(lacking))
            place.fault("does_not_give", provider=helper, service=service, zones=names)

    def givers(self, service: str, zone: str) -> frozenset[str] | None:
        """Whom people meet today for a service in a zone; None where that is not certain."""
        if self.reach.unsure:
            return None
        return frozenset(
            provider.form.id
            for provider in self.entries.providers
            if zone in self.reach.zones.get((provider.form.id, service), frozenset())
            and self.is_shown(provider)
        )

    def takes_somebody(self, key: str, service: str) -> bool:
        """Whether a rule can give this provider anybody today; True where that is not certain."""
        return not self.is_suspended(key) and self.state_of(key, service) not in _CLOSED

    def is_suspended(self, key: str) -> bool:
        """Whether a provider has an open serious breach today; False where that is not certain."""
        provider = self.entries.provider(key)
        if provider is None or not provider.place.are_sound("suspended_from"):
            return False
        suspended = provider.form.suspended_from
        return suspended is not None and self.today is not None and suspended <= self.today

    def state_of(self, key: str, service: str) -> CapacityState | None:
        """Whether a provider takes new people for a service; None where that is not certain.

        Where it has several offers of a service, the first that takes nobody counts.
        """
        provider = self.entries.provider(key)
        offers = () if provider is None else offers_of(provider)
        states = [
            offer.form.capacity.state
            for offer in offers
            if offer.form.service == service and offer.place.are_sound("service", "capacity")
        ]
        return next((state for state in states if state in _CLOSED), next(iter(states), None))

    def ends_on(self, key: str) -> date | None:
        """The last day of a provider's profile and contract; None without an end."""
        provider = self.entries.provider(key)
        return None if provider is None else _end_of(provider)

    def check_parts(
        self, place: Place, helper: str, service: str, parts: tuple[DayPart, ...]
    ) -> None:
        """Log in which of these parts of the week this provider does not come."""
        absent = self.reach.absent(helper, service, parts)
        if absent:
            place.fault("does_not_come", provider=helper, parts=part_names(absent))

    def is_shown(self, provider: Entry[ProviderForm]) -> bool:
        """Whether anybody meets this provider today."""
        return self.today is None or is_valid(provider, self.today)


def _check_validity(place: Place, provider: Entry[ProviderForm], today: date) -> None:
    end = _end_of(provider)
    if not is_valid(provider, today):
        place.fault("not_valid", provider=provider.form.id, day=today)
    elif end is not None and end <= today + NOTED_BEFORE:
        place.warn("helper_ends", provider=provider.form.id, day=end)


def is_valid(provider: Entry[ProviderForm], day: date) -> bool:
    """Whether profile and contract hold; True where their dates are faulty."""
    form, end = provider.form, _end_of(provider)
    begun = not provider.place.are_sound("valid_from") or (
        form.valid_from is None or form.valid_from <= day
    )
    return begun and (end is None or day <= end)


def _end_of(provider: Entry[ProviderForm]) -> date | None:
    """The last day of profile and contract, as far as these are sound; None without an end."""
    form = provider.form
    ends = {"valid_to": form.valid_to, "contract_until": form.contract_until}
    days = [day for name, day in ends.items() if day and provider.place.are_sound(name)]
    return min(days, default=None)


def part_names(parts: Iterable[DayPart]) -> str:
    """Parts of the week as the files call them."""
    return ", ".join(part.value for part in parts)
