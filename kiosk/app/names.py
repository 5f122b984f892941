"""Names of what a case refers to, also where the content no longer knows it."""

from kiosk.app.ports.words import Words
from kiosk.domain.errors import NotFoundError
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId


def service_name(
    municipality: Municipality, service: ServiceId, words: Words, stored: LocalText | None = None
) -> str:
    """Heading name of a service.

    Args:
        municipality: Knows its name of today.
        service: Key of the service; shown where it has no name at all.
        words: The page's language.
        stored: The name that it was stored with, for one that has left the content.
    """
    found = next((item.name for item in municipality.services if item.id == service), stored)
    return service if found is None else words.local(found)


def name_or_key(municipality: Municipality, provider: ProviderId, words: Words) -> str:
    """Registered name of a provider; its key where it has left the content."""
    try:
        return words.local(municipality.provider(provider).name)
    except NotFoundError:
        return provider
