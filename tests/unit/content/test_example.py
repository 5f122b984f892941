"""The pack of Eksempelvik: the awkward cases are there, and the language is plain and even."""

import csv
import re
from datetime import date
from itertools import product

import pytest

from kiosk.content import load_pack
from kiosk.content.localized import NUMBER
from kiosk.domain.language import Language, LocalText
from kiosk.domain.municipality import ProseKey
from kiosk.domain.provider import CapacityState, Coverage, Provider, ProviderKind
from kiosk.domain.service import DayPart, ProviderId, ServiceId
from tests.unit.content.pack_copy import EXAMPLE, TODAY

PACK = load_pack(EXAMPLE, TODAY)
NORWEGIAN = (Language.BOKMAL, Language.NYNORSK)
TEXTS = list(product(ProseKey, NORWEGIAN))
PROFILES = list(product(PACK.providers, NORWEGIAN))
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONG = 7
# Words of the scheme that have no shorter form; reading ease is measured without them.
GLOSSARY = re.compile(
    r"leverandør|brukerv|brukarv|tjenest|tenest|sykepleie|sjukepleie|saksbehandl|tildelingskontor"
    r"|kommune|egenandel|eigendel|vedtak|kvittering|fullmakt|personvern|dataansvarl|statsforvalt"
    r"|ombud|ombod",
    re.IGNORECASE,
)
PRAISE = {
    Language.BOKMAL: r"beste?|bedre|størst|flest|mest|alltid|aldri|garantert?|trygg|dyktige?|erfarne?"
    r"|unik|fleksib\w+|flere|mange|raskt|anbefal\w+|dessverre|velg oss|vi|oss|vår\w*|enn",
    Language.NYNORSK: r"beste?|betre|størst|flest|mest|alltid|aldri|garantert?|trygg|dyktige?|erfarne?"
    r"|unik|fleksib\w+|fleire|mange|snøgt|tilrå\w*|diverre|vel oss|vi|me|oss|vår\w*|enn",
}
# Bokmål forms that slip into nynorsk.
NOT_NYNORSK = re.compile(
    r"\b(?:ikke|jeg|hva|hvem|hvor|hvordan|hjelpen|velger|valg|brukervalg|tjeneste\w*|fra|noe|noen"
    r"|også|være|hjem|hjemme\w*|uke\w*|mer|bare|selv|nå|ditt vedtak|de samme|hjelperen?|hjelpere)\b",
    re.IGNORECASE,
)


def own_texts(provider: Provider) -> dict[str, LocalText]:
    texts = {
        "presentation": provider.presentation,
        "wishes": provider.wishes,
        "accessibility": provider.accessibility,
    }
    return {name: text for name, text in texts.items() if text is not None}


def sentences(key: ProseKey, language: Language) -> list[list[str]]:
    texts = (part.text for part in PACK.prose[key, language])
    split = (sentence for text in texts for sentence in re.split(r"(?<=[.?:])\s", text))
    return [words for words in map(WORD.findall, split) if words]


def reading_ease(split: list[list[str]]) -> float:
    """LIX: words a sentence plus the percentage of words of seven letters and more."""
    plain = [word for words in split for word in words if not GLOSSARY.search(word)]
    long = sum(len(word) >= LONG for word in plain)
    return len(plain) / len(split) + 100 * long / len(plain)


def test_has_providers_of_all_three_kinds():
    assert {provider.kind for provider in PACK.providers} == set(ProviderKind)


def test_has_a_service_without_a_municipal_provider():
    kinds = {
        provider.kind
        for provider in PACK.providers
        for offer in provider.offers
        if offer.service == "bpa"
    }

    assert ProviderKind.MUNICIPAL not in kinds


def test_has_a_provider_in_one_zone_only():
    zones = [{zone for offer in item.offers for zone in offer.zones} for item in PACK.providers]

    assert any(len(each) == 1 for each in zones)


def test_has_a_provider_without_nights_and_says_who_comes_then():
    offer = PACK.provider(ProviderId("granly")).offers[0]

    assert offer.coverage[DayPart.NIGHT] is Coverage.NO
    assert offer.otherwise_provider == "eksempelvik-hjemmetjenesten"


def test_has_a_full_provider_and_one_that_has_not_stated_its_room():
    states = {offer.capacity.state for item in PACK.providers for offer in item.offers}

    assert {CapacityState.OPEN, CapacityState.FULL, CapacityState.NOT_STATED} == states


def test_has_a_service_outside_the_choice_at_night():
    service = PACK.service(ServiceId("praktisk-bistand"))

    assert service.outside_choice == {DayPart.NIGHT}


def test_has_a_service_that_is_not_offered_everywhere():
    assert PACK.service(ServiceId("bpa")).zones < {zone.id for zone in PACK.zones}


def test_has_very_short_and_very_long_names_within_the_budget():
    lengths = [len(provider.name.nb) for provider in PACK.providers]

    assert min(lengths) <= 7
    assert 40 < max(lengths) <= 47


def test_some_texts_lack_english():
    lacking = [item for item in PACK.providers if item.presentation and not item.presentation.en]

    assert 0 < len(lacking) < len(PACK.providers)


def test_the_rules_were_decided_by_the_council_on_the_same_day():
    decisions = {
        (rule.decision.decided_on, rule.decision.reference)
        for rules in PACK.rules.values()
        for rule in rules
    }

    assert decisions == {(date(2026, 3, 12), "18/26")}


def test_organisation_numbers_are_obviously_invented():
    assert all(provider.org_number.startswith("0000000") for provider in PACK.providers)


def test_addresses_on_the_net_lead_nowhere():
    contacts = [PACK.office.contact, *(provider.contact for provider in PACK.providers)]
    given = [text for item in contacts for text in (item.email, item.web) if text is not None]

    assert all(re.search(r"\.example(/|\Z)", text) for text in given)


@pytest.mark.parametrize("key", ProseKey)
def test_numbers_of_prose_are_the_same_in_both_norwegian_languages(key):
    found = [
        {number for part in PACK.prose[key, language] for number in NUMBER.findall(part.text)}
        for language in NORWEGIAN
    ]

    assert found[0] == found[1]


@pytest.mark.parametrize(("key", "language"), TEXTS)
def test_prose_has_short_sentences(key, language):
    lengths = [len(words) for words in sentences(key, language)]

    assert max(lengths) <= 20
    assert sum(lengths) / len(lengths) <= 12


@pytest.mark.parametrize(("key", "language"), TEXTS)
def test_prose_is_easy_to_read(key, language):
    assert reading_ease(sentences(key, language)) <= 30


@pytest.mark.parametrize(("key", "language"), TEXTS)
def test_prose_neither_shouts_nor_regrets_nor_recommends(key, language):
    text = " ".join(part.text for part in PACK.prose[key, language])

    assert not re.search(r"!|dessverre|diverre|anbefal|tilrå|\bbeste?\b", text, re.IGNORECASE)


@pytest.mark.parametrize("key", ProseKey)
def test_nynorsk_prose_has_no_bokmal_words(key):
    text = " ".join(part.text for part in PACK.prose[key, Language.NYNORSK])

    assert NOT_NYNORSK.findall(text) == []


@pytest.mark.parametrize("provider", PACK.providers, ids=lambda provider: provider.id)
def test_nynorsk_profiles_have_no_bokmal_words_but_names(provider):
    text = " ".join(text.nn for text in own_texts(provider).values())

    assert NOT_NYNORSK.findall(text.replace(provider.name.nb, "")) == []


@pytest.mark.parametrize(
    ("provider", "language"), PROFILES, ids=lambda value: str(getattr(value, "id", value))
)
def test_profiles_are_in_the_third_person_and_without_praise(provider, language):
    text = " ".join(text.in_(language) for text in own_texts(provider).values())

    assert re.findall(rf"\b(?:{PRAISE[language]})\b|[!?]|www", text, re.IGNORECASE) == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_presentations_are_of_even_length(language):
    texts = [item.presentation.in_(language) for item in PACK.providers if item.presentation]

    assert max(map(len, texts)) <= 1.15 * min(map(len, texts))


def test_the_case_list_holds_the_person_of_the_pictures():
    with (EXAMPLE / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file, delimiter=";") if row["Saksnummer"] == "EV-1042"
        ]

    assert [(row["Tjeneste"], row["Nåværende leverandør"]) for row in rows] == [
        ("Hjemmesykepleie", "Lind AS"),
        ("Praktisk bistand", ""),
    ]
    assert {(row["Vedtaksdato"], row["Svarfrist"]) for row in rows} == {
        ("16.11.2026", "30.11.2026")
    }


def test_the_case_list_names_services_zones_and_providers_of_the_pack():
    with (EXAMPLE / "cases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))

    assert {row["Sone"] for row in rows} <= {zone.name for zone in PACK.zones}
    assert {row["Tjeneste"] for row in rows} <= {service.name.nb for service in PACK.services}
    assert {row["Nåværende leverandør"] for row in rows} <= {
        "",
        *(provider.name.nb for provider in PACK.providers),
    }


def test_the_case_list_holds_no_eleven_digits():
    text = (EXAMPLE / "cases.csv").read_text(encoding="utf-8")

    assert not re.search(r"\d{11}", text)
