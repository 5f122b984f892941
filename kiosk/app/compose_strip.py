"""When a provider comes, and who comes otherwise: never one without the other (domain 9.16)."""

from dataclasses import dataclass

from kiosk.app.phrases import not_stated, part_heading, provider_name, sentence_case, when
from kiosk.app.ports import Words
from kiosk.domain.document import CoverageCell, CoverageStrip
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Coverage, Offer, Provider
from kiosk.domain.service import DayPart, ProviderId, Service, ServiceId, ZoneId


@dataclass(frozen=True, slots=True)
class OfferView:
    """One provider seen from one service in one zone.

    Attributes:
        offer: None where the provider does not give the service here.
    """

    municipality: Municipality
    provider: Provider
    service: Service
    zone: ZoneId
    offer: Offer | None

    def comes(self, part: DayPart) -> Coverage:
        """Whether this provider comes then, as far as the choice covers that part at all."""
        if self.offer is None or part in self.service.outside_choice:
            return Coverage.NO
        return self.offer.coverage.get(part, Coverage.NOT_STATED)


def view(
    municipality: Municipality, provider: Provider, service: ServiceId, zone: ZoneId
) -> OfferView:
    """Look at a provider from a service and a zone."""
    found = municipality.service(service)
    offer = provider.offer_for(service, zone) if zone in found.zones else None
    return OfferView(municipality, provider, found, zone, offer)


def strip(seen: OfferView, words: Words) -> CoverageStrip:
    """The four cells of a service, or the sentence that stands in their place."""
    name = words.local(seen.service.name)
    if seen.offer is None:
        return CoverageStrip(seen.service.id, name, (), _absent(seen, words))
    cells = tuple(_cell(part, seen, words) for part in DayPart)
    return CoverageStrip(seen.service.id, name, cells)


def _absent(seen: OfferView, words: Words) -> str:
    if any(offer.service == seen.service.id for offer in seen.provider.offers):
        zone = words.local(seen.municipality.zone(seen.zone).phrase)
        return words.gettext("Does not give this service in {zone}").format(zone=zone)
    return words.gettext("Does not give this service")


def _cell(part: DayPart, seen: OfferView, words: Words) -> CoverageCell:
    comes = seen.comes(part)
    if part in seen.service.outside_choice:
        # The same words for everybody, also for the one who comes then: it is nobody's merit.
        sign = words.gettext("Outside the choice"), words.pgettext("coverage", "Outside")
    else:
        sign = _signs(words)[comes]
    return CoverageCell(
        part=part,
        label=part_heading(part, words),
        hours=words.local(seen.service.hours[part]),
        comes=comes,
        words=sign[0],
        short=sign[1],
    )


def _signs(words: Words) -> dict[Coverage, tuple[str, str]]:
    return {
        Coverage.YES: (words.pgettext("coverage", "Comes"), words.pgettext("coverage", "Yes")),
        Coverage.NO: (words.gettext("Does not come"), words.pgettext("coverage", "No")),
        Coverage.NOT_STATED: (not_stated(words), not_stated(words)),
    }


def otherwise(seen: OfferView, words: Words) -> str:
    """Who comes when this provider does not; the municipality answers it, so it is never missing.

    Args:
        seen: A provider that gives the service here.
        words: The page's language.
    """
    if seen.offer is None:
        return ""
    sentences = [*_helpers(seen, words), *_asking(seen, words)]
    if not sentences:
        return words.gettext("The provider comes at all these times.")
    return " ".join(sentences)


def _helpers(seen: OfferView, words: Words) -> list[str]:
    """One sentence per helper, in the order of the parts that each covers first."""
    if seen.offer is not None and seen.offer.otherwise is not None:
        outside = [part for part in DayPart if part in seen.service.outside_choice]
        return [words.local(seen.offer.otherwise), *_grouped(seen, outside, words)]
    parts = [part for part in DayPart if seen.comes(part) is Coverage.NO]
    return _grouped(seen, parts, words)


def _grouped(seen: OfferView, parts: list[DayPart], words: Words) -> list[str]:
    by_helper: dict[ProviderId | None, list[DayPart]] = {}
    for part in parts:
        by_helper.setdefault(_helper(part, seen), []).append(part)
    return [_comes(helper, at, seen, words) for helper, at in by_helper.items()]


def _helper(part: DayPart, seen: OfferView) -> ProviderId | None:
    if part in seen.service.outside_choice:
        return seen.service.outside_provider
    return seen.offer.otherwise_provider if seen.offer is not None else None


def _comes(helper: ProviderId | None, parts: list[DayPart], seen: OfferView, words: Words) -> str:
    at = when(parts, words)
    if helper is None:
        return words.gettext("Nobody comes {when}.").format(when=at)
    name = provider_name(seen.municipality, helper, words)
    return words.gettext("{when}, {provider} comes.").format(when=sentence_case(at), provider=name)


def _asking(seen: OfferView, words: Words) -> list[str]:
    unknown = [part for part in DayPart if seen.comes(part) is Coverage.NOT_STATED]
    if not unknown:
        return []
    office = words.local(seen.municipality.office.phrase)
    sentence = words.gettext("Ask {office} about help {when}.")
    return [sentence.format(office=office, when=when(unknown, words))]
