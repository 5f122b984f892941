"""When a provider comes: one strip of four cells per service, the same words for everybody."""

from dataclasses import dataclass

from kiosk.app.phrases import not_stated, part_heading
from kiosk.app.ports.words import Words
from kiosk.domain.document.provider_block import CoverageCell, CoverageStrip
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Coverage, Offer, Provider
from kiosk.domain.service import DayPart, Service, ServiceId, ZoneId


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
