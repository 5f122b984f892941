"""Names of what a case refers to, also where the content no longer knows it."""

from kiosk.app.ports.words import Words
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ServiceId, ZoneId


def joined(*parts: str) -> str:
    """Short facts on one line, a dot between them; empty ones leave none."""
    return " \u00a0·\u00a0 ".join(part for part in parts if part)


def service_name(municipality: Municipality, service: ServiceId, words: Words) -> str:
    """Heading name of a service; its key where the content has none."""
    found = next((item for item in municipality.services if item.id == service), None)
    return service if found is None else words.local(found.name)


def zone_name(municipality: Municipality, zone: ZoneId) -> str:
    """Name of a zone; its key where the content has none."""
    return next((item.name for item in municipality.zones if item.id == zone), zone)


def zone_phrase(municipality: Municipality, zone: ZoneId, words: Words) -> str:
    """A zone inside a sentence; its key where the content has none."""
    found = next((item for item in municipality.zones if item.id == zone), None)
    return zone if found is None else words.local(found.phrase)
