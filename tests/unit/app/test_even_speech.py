"""Every provider is spoken of about equally long (neutrality N24)."""

from dataclasses import replace
from datetime import date

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.even_speech import off_the_mean, spoken_profile, uneven_speech
from kiosk.domain.language import Language, LocalText
from tests.unit.app import factory

TODAY = date(2026, 11, 23)
LONG = "Selskapet har kontor i byen og en plan for hver uke. " * 8


def told(municipality):
    return {
        (each.file, each.code)
        for each in uneven_speech(municipality, factory.words, TODAY)
        if each.is_warning
    }


def blocks(language=Language.BOKMAL):
    municipality = factory.municipality()
    scope = ProviderScope(municipality, municipality.zones[0].id, (factory.NURSING,), TODAY)
    for provider in municipality.providers:
        yield compose_provider(provider.id, scope, factory.words(language))


def test_n24_the_mean_is_that_of_those_beside_each_other():
    assert off_the_mean({factory.LIND: 80, factory.AAS: 120}) == {
        factory.LIND: -20,
        factory.AAS: 20,
    }
    assert off_the_mean({}) == {}


def test_n24_whoever_is_spoken_of_much_longer_is_told():
    municipality = factory.municipality()
    first, *others = municipality.providers
    plain = LocalText.same("Selskapet har kontor i byen.")
    even = tuple(replace(each, presentation=plain) for each in (first, *others))
    wordy = replace(first, presentation=LocalText.same(LONG))

    before = told(replace(municipality, providers=even))
    after = told(replace(municipality, providers=(wordy, *even[1:])))

    assert (f"providers/{first.id}.toml", "spoken_longer") in after - before


def test_n24_what_nobody_writes_down_by_ear_is_left_out():
    for block in blocks():
        said = spoken_profile(block, Language.BOKMAL)

        assert "@" not in said
        assert "www." not in said
        assert block.facts[0].label in said


def test_f11_every_provider_is_spoken_of_by_one_template():
    for language in (Language.BOKMAL, Language.NYNORSK):
        orders = set()
        for block in blocks(language):
            said = spoken_profile(block, language)
            labels = [f"{fact.label}: " for fact in block.facts if f"{fact.label}: " in said]
            places = [said.index(label) for label in labels]
            assert places == sorted(places)
            orders.add(tuple(labels))

        assert len(orders) == 1
