"""What a case list may name: the municipality's services, zones and providers."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from kiosk.app.intake_reasons import RowReason
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.intake.cells import CellError
from kiosk.intake.spelling import by_spelling, key

_BETWEEN_SERVICES = re.compile(r"[,;+&/\n]|\bog\b")
NOBODY = frozenset({"", "ingen", "nei", "ikketildelt", "ikkjetildelt"})
"""What stands in the cell of the present provider where nobody helps yet, as spelling keys."""


class Offers:
    """Looks up the words of a case list by key, name in any language, and alias."""

    def __init__(self, municipality: Municipality, today: date) -> None:
        self._municipality = municipality
        self._today = today
        self._services: Mapping[str, ServiceId] = by_spelling(
            (item.id, [item.id, *_texts(item.name), *_texts(item.phrase), *item.aliases])
            for item in municipality.services
        )
        self._zones: Mapping[str, ZoneId] = by_spelling(
            (item.id, [item.id, item.name, *_texts(item.phrase)]) for item in municipality.zones
        )
        self._providers: Mapping[str, ProviderId] = by_spelling(
            (item.id, [item.id, *_texts(item.name), item.org_number])
            for item in municipality.providers
        )
        self._given = {
            item.id: frozenset(offer.service for offer in item.offers)
            for item in municipality.providers
        }
        self._service_names = _listed(item.name.nb for item in municipality.services)
        self._zone_names = _listed(item.name for item in municipality.zones)
        self._provider_names = _listed(item.name.nb for item in municipality.providers)

    def services(self, text: str) -> tuple[ServiceId, ...]:
        """The services in one cell, order of the cell, each once.

        Raises:
            CellError: One of them is unknown.
        """
        whole = self._services.get(key(text))
        if whole is not None:
            return (whole,)
        words = [word for word in _BETWEEN_SERVICES.split(text.casefold()) if key(word)]
        found = [self._services.get(key(word)) for word in words]
        known = [service for service in found if service is not None]
        if not known or len(known) < len(found):
            raise CellError(RowReason.SERVICE_UNKNOWN, allowed=self._service_names)
        return tuple(dict.fromkeys(known))

    def zone(self, text: str) -> ZoneId:
        """The zone.

        Raises:
            CellError: It is unknown.
        """
        found = self._zones.get(key(text))
        if found is None:
            raise CellError(RowReason.ZONE_UNKNOWN, allowed=self._zone_names)
        return found

    def provider(self, text: str) -> ProviderId | None:
        """The provider, or None where the cell says that nobody helps yet.

        Raises:
            CellError: It is unknown.
        """
        word = key(text)
        if word in NOBODY:
            return None
        found = self._providers.get(word)
        if found is None:
            raise CellError(RowReason.PROVIDER_UNKNOWN, allowed=self._provider_names)
        return found

    def gives(self, provider: ProviderId, service: ServiceId) -> bool:
        """Whether a provider gives a service anywhere."""
        return service in self._given[provider]

    def offers(self, provider: ProviderId, service: ServiceId, zone: ZoneId) -> bool:
        """Whether a provider can be chosen for a service in a zone today."""
        return provider in self._municipality.offered(service, zone, self._today)

    def service_name(self, service: ServiceId) -> str:
        """The service's name in bokmål, as case systems write it."""
        return self._municipality.service(service).name.nb


def _texts(text: LocalText) -> tuple[str, ...]:
    return (text.nb, text.nn) if text.en is None else (text.nb, text.nn, text.en)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
