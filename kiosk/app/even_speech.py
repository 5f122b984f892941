"""How long each provider is spoken of: nobody is heard much longer than the others (N24)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.ports.words import Words
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.errors import ContentProblem
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Provider
from kiosk.domain.service import ProviderId, ServiceId, ZoneId
from kiosk.domain.spoken import spoken_form

MOST_PERCENT = 15
_NORWEGIAN = (Language.BOKMAL, Language.NYNORSK)
# Nobody writes these down by ear; they stand on the screen and on paper.
_UNSPOKEN = frozenset({FactKey.EMAIL, FactKey.WEB})


def spoken_profile(block: ProviderBlock, language: Language) -> str:
    """Everything that is said of a provider, by one template: labels and facts in their order."""
    said = [block.name, block.kind_line, block.owner_line]
    for strip in block.strips:
        said += [strip.absent] if strip.absent else []
        said += [f"{cell.label} {cell.hours}: {cell.words}" for cell in strip.cells]
    said += [f"{fact.label}: {fact.value}" for fact in block.facts if fact.key not in _UNSPOKEN]
    return spoken_form(". ".join((*said, block.approval)), language)


def uneven_speech(
    municipality: Municipality, words_for: Callable[[Language], Words], today: date
) -> Iterator[ContentProblem]:
    """A warning for each provider that is spoken of much longer or shorter than those beside it.

    Args:
        municipality: Everybody who is offered for a service in a zone is compared.
        words_for: The two Norwegian languages are asked for.
        today: Decides who is offered.
    """
    worst: dict[ProviderId, tuple[int, Language, ServiceId]] = {}
    for language in _NORWEGIAN:
        for zone in municipality.zones:
            for service in municipality.services:
                beside = _beside(municipality, service.id, zone.id, today)
                lengths = _lengths(
                    municipality, beside, (service.id, zone.id), today, words_for(language)
                )
                for provider, percent in off_the_mean(lengths).items():
                    if abs(percent) > max(MOST_PERCENT, abs(worst.get(provider, (0,))[0])):
                        worst[provider] = (percent, language, service.id)
    for provider, (percent, language, at) in worst.items():
        values = {"percent": str(abs(percent)), "language": language.value, "service": str(at)}
        code = "spoken_longer" if percent > 0 else "spoken_shorter"
        yield ContentProblem(f"providers/{provider}.toml", "", code, values, is_warning=True)


def off_the_mean(lengths: Mapping[ProviderId, int]) -> dict[ProviderId, int]:
    """By how many percent each differs from the mean, rounded to whole ones; empty for nobody."""
    mean = sum(lengths.values()) / len(lengths) if lengths else 0
    return {each: round(100 * length / mean) - 100 for each, length in lengths.items()}


def _beside(
    municipality: Municipality, service: ServiceId, zone: ZoneId, today: date
) -> list[Provider]:
    offered = municipality.offered(service, zone, today)
    return [each for each in municipality.providers if each.id in offered]


def _lengths(
    municipality: Municipality,
    providers: list[Provider],
    at: tuple[ServiceId, ZoneId],
    today: date,
    words: Words,
) -> dict[ProviderId, int]:
    """In characters as they are said, which is near enough to seconds."""
    service, zone = at
    scope = ProviderScope(municipality, zone, (service,), today)
    blocks = (compose_provider(each.id, scope, words) for each in providers)
    return {block.id: len(spoken_profile(block, words.language)) for block in blocks}
