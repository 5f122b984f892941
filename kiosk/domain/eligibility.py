"""Which granted services a person may choose a provider for, and why not the others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from kiosk.domain.case import Case, GrantedService
from kiosk.domain.municipality import Municipality
from kiosk.domain.notice import WorkingCalendar, working_day_from
from kiosk.domain.service import ProviderId, ServiceId, ZoneId


class NotOfferedReason(Enum):
    """Why a granted service is outside the choice for a person."""

    UNKNOWN = "unknown"
    ZONE = "zone"
    AGE = "age"
    NO_PROVIDER = "no_provider"


@dataclass(frozen=True, slots=True)
class NotOffered:
    """A granted service without a choice."""

    service: ServiceId
    reason: NotOfferedReason


def offered_services(
    municipality: Municipality, case: Case, on: date
) -> tuple[GrantedService, ...]:
    """Granted services that the person may choose for, order of the case; may be empty."""
    return tuple(
        granted
        for granted in case.services
        if reason_against(municipality, case, granted.service, on) is None
    )


def not_offered_services(
    municipality: Municipality, case: Case, on: date
) -> tuple[NotOffered, ...]:
    """The other granted services, order of the case; may be empty."""
    reasons = (
        (granted.service, reason_against(municipality, case, granted.service, on))
        for granted in case.services
    )
    return tuple(NotOffered(service, reason) for service, reason in reasons if reason is not None)


def reason_against(
    municipality: Municipality, case: Case, service: ServiceId, on: date
) -> NotOfferedReason | None:
    """Why this person may not choose for ``service``; None when nothing stands in the way."""
    known = next((item for item in municipality.services if item.id == service), None)
    if known is None:
        return NotOfferedReason.UNKNOWN
    if case.zone not in known.zones:
        return NotOfferedReason.ZONE
    if case.age_on(on) < known.min_age_years:
        return NotOfferedReason.AGE
    if not municipality.offered(service, case.zone, on):
        return NotOfferedReason.NO_PROVIDER
    return None


def offered_to(municipality: Municipality, case: Case, on: date) -> frozenset[ProviderId]:
    """Every provider offered for any of the case's services; the set that an order is dealt for."""
    services = [granted.service for granted in offered_services(municipality, case, on)]
    return offered_in(municipality, case.zone, services, on)


def offered_in(
    municipality: Municipality, zone: ZoneId, services: Sequence[ServiceId], on: date
) -> frozenset[ProviderId]:
    """Every provider offered in a zone for any of these services."""
    offers = (municipality.offered(service, zone, on) for service in services)
    return frozenset[ProviderId]().union(*offers)


def is_offered_together(
    municipality: Municipality, providers: frozenset[ProviderId], on: date
) -> bool:
    """Whether there can be a person for whom exactly these providers are offered on a day."""
    return any(_covers(municipality, zone.id, providers, on) for zone in municipality.zones)


def _covers(
    municipality: Municipality, zone: ZoneId, providers: frozenset[ProviderId], on: date
) -> bool:
    """Whether some services of a zone have these providers between them, and no others."""
    offers = (municipality.offered(service.id, zone, on) for service in municipality.services)
    within = (offered for offered in offers if offered <= providers)
    return frozenset[ProviderId]().union(*within) == providers


def present_help(municipality: Municipality, granted: GrantedService) -> ProviderId | None:
    """Who helps now, as far as the municipality's content still knows that provider."""
    known = {provider.id for provider in municipality.providers}
    return granted.present_provider if granted.present_provider in known else None


def kept_services(municipality: Municipality, case: Case, on: date) -> frozenset[ServiceId]:
    """Services of a case whose present provider can be kept; may be empty."""
    return frozenset(
        granted.service
        for granted in offered_services(municipality, case, on)
        if granted.present_provider in staying(municipality, granted.service, case.zone, on)
    )


def staying(
    municipality: Municipality, service: ServiceId, zone: ZoneId, on: date
) -> frozenset[ProviderId]:
    """Providers that are offered and have not said that they stop; may be empty."""
    return frozenset(
        each
        for each in municipality.offered(service, zone, on)
        if municipality.leaves_on(each, service, zone, on) is None
    )


def reply_deadline(municipality: Municipality, granted: GrantedService) -> date:
    """The deadline of the case list, or the municipality's own count from the decision.

    On a red day it moves to the next working day, as every last day for an answer does.
    """
    day = granted.reply_by or granted.decided_on + timedelta(days=municipality.reply_days)
    return municipality.patience.last(day)


@dataclass(frozen=True)
class OfferingOn:
    """What can be chosen on a day, looked up once per zone and service.

    Attributes:
        municipality: With the exits that are known; a record tells of them after it was opened,
            and is told the offering again then.
    """

    municipality: Municipality
    on: date
    _known: dict[tuple[ZoneId, ServiceId], int | None] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Version of the content, the day, and who has stopped by then, whoever announced it."""
        parts = (self.municipality.id, self.municipality.version, self.on.isoformat())
        return "/".join((*parts, *self._stopped()))

    def is_offered(self, zone: ZoneId, service: ServiceId, born: date) -> bool:
        """Whether somebody born on a day can choose for a service in a zone."""
        key = (zone, service)
        if key not in self._known:
            self._known[key] = self._least_age(zone, service)
        least = self._known[key]
        return least is not None and _age_on(born, self.on) >= least

    def zone_name(self, zone: ZoneId) -> str:
        """The zone's name as it is shown; its key when the content no longer has it."""
        names = {item.id: item.name for item in self.municipality.zones}
        return names.get(zone, zone)

    def _stopped(self) -> Iterator[str]:
        for provider in self.municipality.providers:
            for offer in provider.offers:
                zones = sorted(
                    zone for zone, end in offer.closings.items() if end.last_day < self.on
                )
                if zones:
                    yield ",".join((provider.id, offer.service, *zones))

    def _least_age(self, zone: ZoneId, service: ServiceId) -> int | None:
        """Youngest age at which the service can be chosen; None where nobody can."""
        for known in self.municipality.services:
            if known.id == service and self.municipality.offered(service, zone, self.on):
                return known.min_age_years
        return None


def _age_on(born: date, day: date) -> int:
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


def postpone_dates(today: date, deadline: date, working: WorkingCalendar) -> tuple[date, ...]:
    """Up to three days to suggest for an answer: soon, later and, if still ahead, the deadline.

    Returns:
        Sorted, each day once; at least one, all of them later than ``today``.
    """
    ahead = [working_day_from(today + timedelta(days=days), working) for days in (3, 7, 14)]
    if deadline <= today:
        return tuple(dict.fromkeys(ahead))
    before = [day for day in ahead if day < deadline]
    return (*tuple(dict.fromkeys(before))[:2], deadline)
