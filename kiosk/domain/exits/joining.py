"""The content of a municipality together with the exits that the record tells of.

Two sources say when a provider stops. The profile's ``contract_until`` is the agreement: it is for
staff, and the provider is offered until that day. An announced exit is what people are told: from
its announcement nobody new comes to the provider, and every page and paper says when it stops.
The earlier day holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kiosk.domain.exits.exit import ProviderExit
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Closing, Offer, Provider
from kiosk.domain.service import ZoneId


def with_exits(municipality: Municipality, exits: Sequence[ProviderExit]) -> Municipality:
    """A pack's content on the day that the newest exit was announced, or later.

    Args:
        municipality: As its content pack says; exits that were joined to it before count no more.
        exits: Announced and not called off; those of providers that left the pack say nothing.
    """
    providers = tuple(_joined(provider, exits) for provider in municipality.providers)
    is_same = providers == municipality.providers
    return municipality if is_same else replace(municipality, providers=providers)


def _joined(provider: Provider, exits: Iterable[ProviderExit]) -> Provider:
    own = [each for each in exits if each.provider == provider.id]
    if not own and not any(offer.closings for offer in provider.offers):
        return provider
    return replace(provider, offers=tuple(_closing(offer, own) for offer in provider.offers))


def _closing(offer: Offer, exits: Iterable[ProviderExit]) -> Offer:
    closings: dict[ZoneId, Closing] = {}
    for each in exits:
        for zone in offer.zones:
            earlier = closings.get(zone)
            if each.covers(offer.service, zone) and (
                earlier is None or each.last_day < earlier.last_day
            ):
                closings[zone] = Closing(each.announced_on, each.last_day)
    return replace(offer, closings=closings)
