"""Room at a provider: how much of it is spoken for, and whether one more person has a place.

The limit is counted as the rules for those who do not choose count it: users, or hours a week, in
each zone (domain 6.4). Whoever waits for a place comes before whoever asks now.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kiosk.domain.case import GrantedService
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.minutes import minutes_of, needed_of
from kiosk.domain.nonchoice.noted import NotedService
from kiosk.domain.nonchoice.supply import Ceiling
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.provider import Capacity, CapacityState, Offer, Provider
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

CLOSED = frozenset({CapacityState.FULL, CapacityState.PAUSED, CapacityState.CLOSING})
"""States in which a provider takes nobody new, whatever its limit."""

_NOTHING = Taken()


def has_room(capacity: Capacity, taken: Taken, minutes: int) -> bool:
    """Whether a provider has a place for one more person.

    Args:
        capacity: As the municipality approved it.
        taken: By everybody else, in the person's zone.
        minutes: Of the person's decision, a week; 0 where unknown, which still needs some room.
    """
    if capacity.state in CLOSED:
        return False
    if capacity.limit is None:
        return True
    needed = needed_of(minutes, capacity.unit)
    limit = Ceiling(capacity.limit, capacity.unit).amount
    return taken.measured(capacity.unit) + needed <= limit


def full_for(
    municipality: Municipality, granted: GrantedService, zone: ZoneId
) -> frozenset[ProviderId]:
    """Providers of a service in a zone that have no place for a person now; may be empty."""
    taken = taken_of(granted)
    minutes = minutes_of(granted.hours_per_week)
    return frozenset(
        provider.id
        for provider in municipality.providers
        for offer in [provider.offer_for(granted.service, zone)]
        if offer is not None
        and not has_room(offer.capacity, taken.get(provider.id, _NOTHING), minutes)
    )


def taken_of(granted: GrantedService) -> Mapping[ProviderId, Taken]:
    """What the record knows of the providers' places; nothing for a service as a list names it."""
    return granted.taken if isinstance(granted, NotedService) else {}


def as_it_is_full(
    municipality: Municipality, granted: GrantedService, zone: ZoneId, today: date
) -> Municipality:
    """The content as one person sees it: a provider whose limit is reached is full today.

    Nothing else of a limit is shown, on screen as on paper.
    """
    full = full_for(municipality, granted, zone)
    return _with_full(municipality, granted.service, zone, full, today)


def as_full_for_one_more(
    municipality: Municipality,
    service: ServiceId,
    zone: ZoneId,
    taken: Mapping[ProviderId, Taken],
    today: date,
) -> Municipality:
    """The content as somebody who is nobody in particular sees it."""
    granted = NotedService(service=service, decided_on=today, taken=taken)
    return as_it_is_full(municipality, granted, zone, today)


def _with_full(
    municipality: Municipality,
    service: ServiceId,
    zone: ZoneId,
    full: frozenset[ProviderId],
    today: date,
) -> Municipality:
    def told(provider: Provider) -> Provider:
        offers = tuple(
            _full_offer(offer, today) if _is_reached(offer, service, zone) else offer
            for offer in provider.offers
        )
        return replace(provider, offers=offers)

    reached = [
        provider.id
        for provider in municipality.providers
        if provider.id in full
        and any(_is_reached(offer, service, zone) for offer in provider.offers)
    ]
    if not reached:
        return municipality
    providers = (told(each) if each.id in reached else each for each in municipality.providers)
    return replace(municipality, providers=tuple(providers))


def _is_reached(offer: Offer, service: ServiceId, zone: ZoneId) -> bool:
    """Whether the limit is what makes a full provider full; else the content says it already."""
    return offer.service == service and zone in offer.zones and offer.capacity.state not in CLOSED


def _full_offer(offer: Offer, today: date) -> Offer:
    return replace(offer, capacity=replace(offer.capacity, state=CapacityState.FULL, as_of=today))
