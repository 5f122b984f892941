"""Who stops is shown as everybody is, says when, and cannot be chosen: screen and paper alike."""

from datetime import date

import pytest

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.language import Language
from tests.unit.app import factory as make
from tests.unit.app.factory import FJORDHEIM, LIND, NORTH, NURSING, PRACTICAL, plain
from tests.unit.domain.exits.test_joining import joined, leaving

BOTH = (NURSING, PRACTICAL)


def block(content, provider=LIND, services=(NURSING,), language=Language.BOKMAL):
    scope = ProviderScope(content, NORTH, services, make.TODAY)
    return compose_provider(provider, scope, make.words(language))


def facts(content, services=(NURSING,), language=Language.BOKMAL):
    return {
        each.key: plain(each.value)
        for each in block(content, services=services, language=language).facts
    }


@pytest.mark.parametrize(
    ("language", "support", "room", "start"),
    [
        (
            Language.BOKMAL,
            "Kommersiell, slutter 31. januar",
            "Nei. Slutter 31. januar 2027.",
            "Begynner ikke hos nye",
        ),
        (
            Language.NYNORSK,
            "Kommersiell, sluttar 31. januar",
            "Nei. Sluttar 31. januar 2027.",
            "Byrjar ikkje hos nye",
        ),
    ],
)
def test_card_and_facts_say_when_it_stops(language, support, room, start):
    content = joined(leaving())

    assert plain(block(content, language=language).support) == support
    assert facts(content, language=language)[FactKey.CAPACITY] == room
    assert facts(content, language=language)[FactKey.START] == start


def test_the_page_says_why_it_cannot_be_chosen():
    content = joined(leaving())

    assert plain(block(content).no_choice) == (
        "Leverandøren slutter. Siste dag er 31. januar 2027. Velg et annet svar."
    )
    assert block(content, FJORDHEIM).no_choice == ""


def test_it_has_the_same_fields_as_everybody():
    before, after = block(make.municipality()), block(joined(leaving()))

    assert [each.key for each in after.facts] == [each.key for each in before.facts]
    assert (after.name, after.strips) == (before.name, before.strips)


def test_one_of_two_services_stops():
    told = facts(joined(leaving()), BOTH)[FactKey.CAPACITY]

    assert "Hjemmesykepleie: slutter 31. januar 2027." in told
    assert "Praktisk bistand: ja." in told.replace("praktisk", "Praktisk")
    assert block(joined(leaving()), services=BOTH).no_choice == ""


def test_it_is_gone_after_its_last_day():
    content = joined(leaving(last_day=date(2026, 11, 22)))

    assert LIND not in content.offered(NURSING, NORTH, make.TODAY)
