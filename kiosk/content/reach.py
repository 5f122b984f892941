"""Who gives which service where and when, as far as the files are sound."""

from msgspec import Struct

from kiosk.content.entries import Entries, Entry, offers_of, zones_within
from kiosk.content.forms import CoverageForm, ProviderForm
from kiosk.domain.provider import Coverage
from kiosk.domain.service import DayPart


class Reach(Struct, frozen=True):
    """Answers only what is certain: a faulty entry is reported once, not again by its effects.

    Attributes:
        zones: By provider and service.
        coverage: By provider and service; missing where it is faulty.
        unsure: Providers whose services or zones are faulty.
    """

    zones: dict[tuple[str, str], frozenset[str]]
    coverage: dict[tuple[str, str], CoverageForm]
    unsure: frozenset[str]

    def lacking(self, provider: str, service: str, zones: frozenset[str]) -> frozenset[str]:
        """Those of ``zones`` in which the provider surely does not give the service."""
        if provider in self.unsure:
            return frozenset()
        return zones - self.zones.get((provider, service), frozenset())

    def nobody(self, service: str, zones: frozenset[str]) -> frozenset[str]:
        """Those of ``zones`` in which surely nobody gives the service."""
        if self.unsure:
            return frozenset()
        given = [places for (_, key), places in self.zones.items() if key == service]
        return zones.difference(*given)

    def absent(self, provider: str, service: str, parts: tuple[DayPart, ...]) -> list[DayPart]:
        """Those of ``parts`` in which the provider is not known to come."""
        coverage = self.coverage.get((provider, service))
        if coverage is None:
            return []
        return [part for part in parts if coverage_of(coverage)[part] is not Coverage.YES]


def reach_of(entries: Entries) -> Reach:
    """Gather the offers of all providers."""
    zones: dict[tuple[str, str], frozenset[str]] = {}
    coverage: dict[tuple[str, str], CoverageForm] = {}
    for provider in entries.providers:
        for offer in offers_of(provider):
            service = entries.service(offer.form.service)
            if service is None or not offer.place.are_sound("service", "zones"):
                continue
            key = (provider.form.id, offer.form.service)
            zones[key] = zones_within(offer.form.zones, entries.zones_of(service))
            if offer.place.are_sound("coverage"):
                coverage[key] = offer.form.coverage
    faulty = (entry.form.id for entry in entries.providers if not _is_sure(entry, entries))
    named = frozenset(entry.form.id for entry in entries.providers)
    return Reach(zones, coverage, frozenset(faulty) | (entries.known_providers - named))


def coverage_of(form: CoverageForm) -> dict[DayPart, Coverage]:
    """Whether a provider comes, in reading order."""
    return {
        DayPart.DAY: form.day,
        DayPart.EVENING: form.evening,
        DayPart.NIGHT: form.night,
        DayPart.WEEKEND: form.weekend,
    }


def _is_sure(provider: Entry[ProviderForm], entries: Entries) -> bool:
    offers = tuple(offers_of(provider))
    return bool(offers) and all(
        offer.place.are_sound("service", "zones")
        and entries.service(offer.form.service) is not None
        for offer in offers
    )
