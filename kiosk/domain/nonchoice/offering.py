"""From a municipality's content to the providers that a rule can pick among on a day."""

from datetime import date

from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.supply import Ceiling, Supplier, Supply, first_of_next_month
from kiosk.domain.provider import Coverage, Offer, Provider
from kiosk.domain.service import DayPart, Service, ServiceId, ZoneId


def supply_of(municipality: Municipality, service: ServiceId, zone: ZoneId, on: date) -> Supply:
    """Providers that are offered for a service in a zone on a day; may be empty."""
    offered = municipality.offered(service, zone, on)
    known = municipality.service(service)
    found = {}
    for provider in municipality.providers:
        offer = provider.offer_for(service, zone, on)
        if provider.id in offered and offer is not None:
            found[provider.id] = _supplier(provider, offer, known, on)
    return found


def _supplier(provider: Provider, offer: Offer, service: Service, on: date) -> Supplier:
    ceiling = offer.capacity.limit
    suspended = provider.suspended_from
    return Supplier(
        provider=provider.id,
        kind=provider.kind,
        joins_on=_joins_on(provider),
        has_started=provider.started_on is None or provider.started_on <= on,
        is_suspended=suspended is not None and suspended <= on,
        state=offer.capacity.state,
        covers=_covered(offer, service),
        languages=None if provider.languages is None else frozenset(provider.languages),
        ceiling=None if ceiling is None else Ceiling(ceiling, offer.capacity.unit),
        leaves_on=None if offer.closing is None else offer.closing.last_day,
    )


def _joins_on(provider: Provider) -> date:
    """The first of the month after the provider began; the beginning of time where unknown."""
    days = [day for day in (provider.valid_from, provider.started_on) if day is not None]
    return first_of_next_month(max(days)) if days else date.min


def _covered(offer: Offer, service: Service) -> frozenset[DayPart]:
    """Parts in which somebody comes: the provider, who comes instead, or outside the choice."""
    comes = {part for part in DayPart if offer.coverage.get(part) is not Coverage.NO}
    if offer.otherwise_provider is not None:
        return frozenset(DayPart)
    return frozenset(comes | service.outside_choice)
