"""What lies between services and the offers of providers."""

from kiosk.content.entries import Entries, Entry, offers_of
from kiosk.content.forms import OfferForm, ProviderForm, ServiceForm
from kiosk.content.helper_checks import Helpers, part_names
from kiosk.content.problems import Place
from kiosk.content.reach import coverage_of
from kiosk.domain.provider import Coverage


def check_services(entries: Entries, helpers: Helpers) -> None:
    """Every service is given everywhere, and somebody comes outside the choice."""
    for service in entries.services:
        if not service.place.are_sound("id", "zones"):
            continue
        zones = entries.zones_of(service)
        for zone in sorted(helpers.reach.nobody(service.form.id, zones)):
            service.place.at("zones").fault("nobody_gives", zone=zone)
        if service.place.are_sound("outside_choice", "outside_provider"):
            _check_outside(service, zones, helpers)


def _check_outside(service: Entry[ServiceForm], zones: frozenset[str], helpers: Helpers) -> None:
    form, place = service.form, service.place.at("outside_provider")
    if form.outside_provider is None:
        if form.outside_choice:
            place.fault("who_comes", parts=part_names(form.outside_choice))
        return
    if not form.outside_choice:
        place.fault("nothing_outside")
        return
    helpers.check(place, form.outside_provider, form.id, zones)
    helpers.check_parts(place, form.outside_provider, form.id, tuple(form.outside_choice))


def check_offers(entries: Entries, helpers: Helpers) -> None:
    """Every offer is inside its service, and somebody comes when the provider does not."""
    for provider in entries.providers:
        seen: set[str] = set()
        for offer in offers_of(provider):
            service = entries.service(offer.form.service)
            if service is None:
                continue
            if service.form.id in seen:
                other = provider.place.at("offers").item(service.form.id).name
                offer.place.at("service").fault("used_twice", value=service.form.id, other=other)
            seen.add(service.form.id)
            _check_room(offer)
            if offer.place.are_sound("zones"):
                check_zones(offer.place, offer.form.zones, entries.zones_of(service))
            if offer.place.are_sound("coverage") and service.place.are_sound(
                "outside_choice", "outside_provider"
            ):
                _check_coverage(provider, offer, service.form)
                _check_otherwise(provider, offer, service.form, helpers)


def _check_room(offer: Entry[OfferForm]) -> None:
    room, place = offer.form.capacity, offer.place.at("capacity")
    if room.unit is not None and room.limit is None and place.at("limit").is_sound:
        place.at("unit").fault("unit_without_limit")


def check_zones(place: Place, zones: object, offered: frozenset[str]) -> None:
    """No zone in which the service cannot be chosen."""
    beyond = frozenset(zones) - offered if isinstance(zones, list) else frozenset()
    for zone in sorted(beyond):
        place.at("zones").fault("not_offered_there", zone=zone)


def _check_coverage(
    provider: Entry[ProviderForm], offer: Entry[OfferForm], service: ServiceForm
) -> None:
    if provider.form.id == service.outside_provider:
        return
    coverage = coverage_of(offer.form.coverage)
    for part in service.outside_choice:
        if coverage[part] is Coverage.YES:
            offer.place.at("coverage").at(part.value).fault("outside_the_choice")


def _check_otherwise(
    provider: Entry[ProviderForm], offer: Entry[OfferForm], service: ServiceForm, helpers: Helpers
) -> None:
    form, place = offer.form, offer.place.at("otherwise_provider")
    parts = tuple(
        part
        for part, comes in coverage_of(form.coverage).items()
        if comes is not Coverage.YES and part not in service.outside_choice
    )
    if not parts or not offer.place.are_sound("otherwise", "otherwise_provider"):
        return
    if form.otherwise_provider is None:
        if form.otherwise is None:
            place.fault("who_comes_otherwise", parts=part_names(parts))
        return
    if form.otherwise_provider == provider.form.id:
        place.fault("names_itself")
        return
    helpers.check_parts(place, form.otherwise_provider, form.service, parts)
    if helpers.is_shown(provider):
        zones = helpers.reach.zones.get((provider.form.id, form.service), frozenset())
        helpers.check(place, form.otherwise_provider, form.service, zones)
