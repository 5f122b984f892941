"""Municipalities that ask more of paper than the example does, made of it by replacing values."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle, islice

from kiosk.content import load_pack
from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Capacity, CapacityState, Coverage, Provider
from kiosk.domain.service import DayPart, ProviderId, ServiceId, Zone, ZoneId
from tests.unit.content.pack_copy import EXAMPLE

SERVICES = (
    "Brukerstyrt personlig assistanse for voksne",
    "Trygghetsalarmutrykningstjeneste",
    "Dagaktivitetstilbud for eldre med demens",
    "Hverdagsrehabiliteringstjenesten",
    "Avlastningstjenester for pårørende",
    "Matombringing og ernæringsoppfølging",
    "Velferdsteknologi og medisineringsstøtte",
    "Støttekontakt og fritidsfellesskap",
)
PROVIDERS = (
    "Stiftelsen Hjemmesykepleiefellesskapet i Nord",
    "Ås AS",
    "Brukerstyringsfellesskapet Nordvesthagen AS",
    "Omsorgssamvirkeforetaket Øvre Prøvedal",
)
ZONES = "Omsorgsdistriktet {}"
_ROOMS = (CapacityState.OPEN, CapacityState.FULL, CapacityState.PAUSED)


@cache
def example() -> Municipality:
    return load_pack(EXAMPLE)


def pack(providers: int, services: int, zones: int) -> Municipality:
    """So many of each; all but the first provider lack a service and tell another room of each."""
    base, home = example(), example().services[0]
    there_are = tuple(
        Zone(ZoneId(f"z{at}"), ZONES.format(at), LocalText.same(ZONES.format(at)))
        for at in range(zones)
    )
    keys = frozenset(zone.id for zone in there_are)
    names = [LocalText.same(name) for name in SERVICES[:services]]
    offered = tuple(
        replace(home, id=ServiceId(f"s{at}"), name=name, phrase=name, aliases=(), zones=keys)
        for at, name in enumerate(names)
    )
    (rule,) = base.rules[home.id, base.zones[0].id]
    rules = {
        (service.id, zone): (replace(rule, service=service.id, zone=zone),)
        for service in offered
        for zone in keys
    }
    given = tuple(
        _provider(each, number, [service.id for service in offered], keys)
        for number, each in enumerate(islice(cycle(base.providers), providers))
    )
    return replace(base, zones=there_are, services=offered, providers=given, rules=rules)


def _provider(
    like: Provider, number: int, services: Sequence[ServiceId], zones: frozenset[ZoneId]
) -> Provider:
    """The first one keeps its key, since the rules name it."""
    name = f"{PROVIDERS[number % len(PROVIDERS)]} {number}" if number else PROVIDERS[0]
    lacked = services[number % len(services)] if number and len(services) > 1 else None
    offers = tuple(
        replace(
            like.offers[0],
            service=service,
            zones=zones,
            coverage=_coverage(number, place),
            otherwise_provider=example().providers[0].id,
            capacity=Capacity(_ROOMS[(number + place) % len(_ROOMS)], example().approved_on),
        )
        for place, service in enumerate(services)
        if service != lacked
    )
    key = ProviderId(f"p{number}") if number else like.id
    return replace(like, id=key, name=LocalText.same(name), offers=offers)


def _coverage(number: int, place: int) -> dict[DayPart, Coverage]:
    """Everything for the first provider; for others neither is the same in two services."""
    if not number:
        return dict.fromkeys(DayPart, Coverage.YES)
    signs = islice(cycle(Coverage), number + place, None)
    return {DayPart.DAY: Coverage.YES, **dict(zip(list(DayPart)[1:], signs, strict=False))}
