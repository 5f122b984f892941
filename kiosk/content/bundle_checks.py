"""Services that belong together: whoever gives one of them gives all of them."""

from collections.abc import Iterable

from kiosk.content.entries import Entries, Entry
from kiosk.content.forms import ServiceForm
from kiosk.content.helper_checks import Helpers


def check_bundles(entries: Entries, helpers: Helpers) -> None:
    """Log every provider that gives only a part of a bundle."""
    bundles: dict[str, list[Entry[ServiceForm]]] = {}
    for service in entries.services:
        if service.form.bundle is not None and service.place.are_sound("bundle", "id", "zones"):
            bundles.setdefault(service.form.bundle, []).append(service)
    for name, services in bundles.items():
        if len(services) == 1:
            services[0].place.at("bundle").fault("bundle_of_one", bundle=name)
        else:
            _check_bundle(services, entries, helpers)


def _check_bundle(
    services: Iterable[Entry[ServiceForm]], entries: Entries, helpers: Helpers
) -> None:
    zones = {service.form.id: entries.zones_of(service) for service in services}
    for provider in entries.providers:
        key = provider.form.id
        given = {service: helpers.reach.zones.get((key, service), frozenset()) for service in zones}
        anywhere = frozenset().union(*given.values())
        for service, places in zones.items():
            lacking = helpers.reach.lacking(key, service, anywhere & places)
            if lacking:
                names = ", ".join(sorted(lacking))
                provider.place.at("offers").fault("bundle_broken", service=service, zones=names)
