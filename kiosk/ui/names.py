"""Names of what a case refers to, also where the content no longer knows it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kiosk.app.names import service_name
from kiosk.app.ports.words import Words
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.service import ProviderId, ServiceId, ZoneId

if TYPE_CHECKING:
    from kiosk.domain.choice import RecordedChoice, ServiceAnswer

__all__ = ["StoredNames", "ending_whole", "joined", "service_name", "zone_name", "zone_phrase"]

_BEFORE_LAST_NUMBER = re.compile(r" (?=\d[\d.,]*$)")


def joined(*parts: str) -> str:
    """Short facts on one line, a dot between them; empty ones leave none."""
    return " \u00a0·\u00a0 ".join(part for part in parts if part)


def ending_whole(text: str) -> str:
    """A text whose last line is never a number alone, such as the year of a date."""
    return _BEFORE_LAST_NUMBER.sub("\u00a0", text)


@dataclass(frozen=True, slots=True)
class StoredNames:
    """Names that the answers of a case were stored with; the newest of each.

    They name what has left the content since.
    """

    services: Mapping[ServiceId, LocalText] = field(default_factory=dict)
    providers: Mapping[ProviderId, LocalText] = field(default_factory=dict)

    @classmethod
    def of(cls, choices: "Iterable[RecordedChoice]") -> "StoredNames":
        """Those of the stored choices of a case, oldest first."""
        services: dict[ServiceId, LocalText] = {}
        providers: dict[ProviderId, LocalText] = {}
        for choice in choices:
            services |= {each.service: each.name for each in choice.services}
            for answer in choice.answers:
                services |= _service(answer)
                providers |= _providers(answer)
        return cls(services, providers)


def _service(answer: "ServiceAnswer") -> dict[ServiceId, LocalText]:
    return {} if answer.service_name is None else {answer.service: answer.service_name}


def _providers(answer: "ServiceAnswer") -> dict[ProviderId, LocalText]:
    named = (
        (answer.previous_provider, answer.previous_name),
        (answer.interim, answer.interim_name),
        (answer.provider, answer.provider_name),
    )
    return {key: name for key, name in named if key is not None and name is not None}


def zone_name(municipality: Municipality, zone: ZoneId) -> str:
    """Name of a zone; its key where the content has none."""
    return next((item.name for item in municipality.zones if item.id == zone), zone)


def zone_phrase(municipality: Municipality, zone: ZoneId, words: Words) -> str:
    """A zone inside a sentence; its key where the content has none."""
    found = next((item for item in municipality.zones if item.id == zone), None)
    return zone if found is None else words.local(found.phrase)
