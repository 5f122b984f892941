"""The names of today, which are kept with an answer."""

from dataclasses import replace

from kiosk.domain.choice import ServiceAnswer
from kiosk.domain.errors import NotFoundError
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId


def named(answer: ServiceAnswer, municipality: Municipality) -> ServiceAnswer:
    """An answer with the names of today, so that it can be told again whatever comes later."""
    return replace(
        answer,
        service_name=municipality.service(answer.service).name,
        provider_name=_name(answer.provider, municipality),
        previous_name=_name(answer.previous_provider, municipality),
        interim_name=_name(answer.interim, municipality),
    )


def _name(provider: ProviderId | None, municipality: Municipality) -> LocalText | None:
    """A present provider may have left the content since the case was imported."""
    if provider is None:
        return None
    try:
        return municipality.provider(provider).name
    except NotFoundError:
        return None
