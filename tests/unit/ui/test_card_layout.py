"""The cards of municipalities with many providers and with long names."""

import itertools
from dataclasses import replace

import pytest

from kiosk.domain.language import LocalText
from kiosk.domain.municipality import Municipality
from kiosk.domain.provider import Provider
from kiosk.domain.service import ProviderId
from kiosk.theme.tokens import TextSize
from tests.audit.programs import steady_program
from tests.audit.setups import NB
from tests.audit.snapshot import Snapshot, take
from tests.audit.walk import Visitor, read_on
from tests.stage import example, open_stage

LONG_SERVICE = "Hjemmesykepleie og opplæring i eget hjem og på fritiden"
SHORT = ("Lind", "Granly", "Nordvik", "Hagen", "Fjordheim", "Bakken", "Åsen", "Strand")
ABOVE_CAPITALS_EM = 0.36
BELOW_DESCENDERS_EM = 0.19
AIR_PX = 3.5
"""A millimetre on the coarsest of the screens here."""
LONG = (
    "Stiftelsen Nordre Eksempelvik diakonale hjemmehjelp og omsorg",
    "Eksempelvik kommune, hjemmetjenesten i de indre bygdene",
    "Samvirkelaget for hjemmebasert omsorg i Fjordbyen SA",
    "Nordvik omsorgs- og rehabiliteringstjenester AS",
)


def with_providers(names: tuple[str, ...]) -> Municipality:
    """The example municipality with these providers for everything, everywhere."""
    municipality = example()
    models = itertools.cycle(municipality.providers)
    offers = max((each.offers for each in municipality.providers), key=len)
    zones = frozenset(zone.id for zone in municipality.zones)
    everywhere = tuple(replace(offer, zones=zones) for offer in offers)
    named: list[Provider] = [
        replace(model, id=ProviderId(f"new-{n}"), name=LocalText(name, name), offers=everywhere)
        for n, (name, model) in enumerate(zip(names, models, strict=False))
    ]
    gone = tuple(replace(each, offers=()) for each in municipality.providers)
    return replace(municipality, providers=(*named, *gone))


def with_long_service(municipality: Municipality) -> Municipality:
    """The same with services whose names take a title of two lines."""
    return replace(
        municipality,
        services=tuple(
            replace(
                each,
                name=LocalText(f"{each.name.nb} og opplæring i eget hjem og på fritiden", "x"),
                phrase=LocalText(f"{each.phrase.nb} og opplæring i eget hjem og på fritiden", "x"),
            )
            for each in municipality.services
        ),
    )


def overview(municipality: Municipality, device: str, size: TextSize) -> tuple[Snapshot, ...]:
    """Every page of cards of the first service."""
    with open_stage(steady_program("cards", municipality), device, size) as stage:
        stage.visit()
        visitor = Visitor(stage, NB)
        list(read_on(visitor))
        return tuple(take(stage, place) for place in visitor.turns("overview"))


@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21"])
@pytest.mark.parametrize("count", [7, 8])
def test_seven_and_eight_providers_share_the_page_with_the_other_answers(qapp, device, count):
    pages = overview(with_providers(SHORT[:count]), device, TextSize.M)

    assert [len(page.cards) for page in pages] == [count + 2]


def test_two_cards_stand_abreast_in_large_text_where_names_are_short(qapp):
    pages = overview(with_providers(SHORT), "laptop-14", TextSize.L)

    assert len({card.rect.left() for card in pages[0].cards}) == 2


@pytest.mark.parametrize("device", ["laptop-14", "kiosk-21", "kiosk-21-portrait"])
@pytest.mark.parametrize("size", list(TextSize))
def test_long_names_stay_inside_their_cards(qapp, device, size):
    pages = overview(with_long_service(with_providers(LONG)), device, size)

    outside = [
        f"{ink} in {card}"
        for page in pages
        for card in page.cards
        for ink in page.inks_of(card)
        if ink.rect.top() + ABOVE_CAPITALS_EM * ink.font_px < card.rect.top() + AIR_PX
        or ink.rect.bottom() - BELOW_DESCENDERS_EM * ink.font_px > card.rect.bottom() - AIR_PX
    ]
    assert outside == []
    assert len({card.rect.height() for page in pages for card in page.cards}) == 1


def test_a_long_service_name_leaves_the_title_on_one_line(qapp):
    (page, *_) = overview(with_long_service(with_providers(LONG)), "laptop-14", TextSize.M)

    titles = [ink for ink in page.inks if ink.text == "Hvem skal hjelpe deg?"]
    notes = [ink for ink in page.inks if ink.text.startswith(LONG_SERVICE)]
    assert (len(titles), len(notes)) == (1, 1)
