"""Real schemes, and some that are only weighed, can be written in a pack (domain 4.1, 4.2, 4.5)."""

import re
from datetime import UTC, datetime, time
from itertools import product

import pytest

from kiosk.app.announcement_texts import announcement_text
from kiosk.content import check_pack, load_pack
from kiosk.content.notes import rule_notes
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.announcement import announce, announce_to_all
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import NonchoiceState
from kiosk.domain.provider import ProviderKind
from kiosk.domain.service import DayPart, ServiceId, ZoneId
from kiosk.i18n import GettextWords
from kiosk.layout.check import layout_problems
from kiosk.settings import Resources
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    lix,
    sentences,
    words_in,
)
from tests.unit.content.pack_copy import ROOT
from tests.unit.content.schemes import NAMES, SCHEMES, expected, given

NORWEGIAN = [Language.BOKMAL, Language.NYNORSK]
WITHOUT_A_SCHEME = ["fredrikstad", "malvik", "sarpsborg", "vennesla"]
every_scheme = pytest.mark.parametrize("name", NAMES)


def opened(name):
    about = expected(name)
    return load_pack(SCHEMES / name, about["on"]), about


def announced(municipality, cell, on, language):
    service, zone, state = cell
    rule = municipality.rule(ServiceId(service), ZoneId(zone), NonchoiceState(state))
    announcement = announce_to_all(rule, supply_of(municipality, rule.service, rule.zone, on), on)
    words = GettextWords(language, ROOT / "locales")
    return announcement_text(announcement, municipality, words).replace("\xa0", " ")


def cells(about):
    for told in about["announced"]:
        for zone, state in product(told["zones"], told["states"]):
            yield told, (told["service"], zone, state)


def test_every_scheme_stands_beside_what_is_expected_of_it():
    assert {path.name.removesuffix(".expected.toml") for path in SCHEMES.glob("*.toml")} == {*NAMES}
    assert len(NAMES) == 12


@every_scheme
def test_nothing_is_wrong_with_the_pack(name):
    about = expected(name)

    found = check_pack(SCHEMES / name, about["on"])

    notes = [f"{item.file}: {item.field}: {item.code}" for item in found if item.is_warning]
    assert (notes, len(found)) == (about["notes"], len(notes))


@every_scheme
def test_everything_has_room_on_the_screen_and_on_paper(name):
    municipality, about = opened(name)
    now = datetime.combine(about["on"], time(12), UTC)

    assert layout_problems(municipality, Resources.shipped(), now) == ()


@every_scheme
def test_people_read_these_words(name):
    municipality, about = opened(name)

    for told, cell in cells(about):
        texts = [announced(municipality, cell, about["on"], each) for each in NORWEGIAN]
        assert texts == [told["nb"], told["nn"]]


@every_scheme
def test_words_are_expected_for_every_service_zone_and_state_once(name):
    municipality, about = opened(name)
    there = [
        (service.id, zone, state.value)
        for service in municipality.services
        for zone in service.zones
        for state in NonchoiceState
    ]

    assert sorted(cell for _, cell in cells(about)) == sorted(there)


@every_scheme
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_words_are_plain(name, language):
    municipality, about = opened(name)
    names = {text for each in municipality.providers for text in (each.name.nb, each.name.nn)}
    unnamed = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))

    for told in about["announced"]:
        text = unnamed.sub("navn", told[language])
        assert lix(text) <= HIGHEST_LIX
        assert all(len(words_in(each)) <= LONGEST_SENTENCE for each in sentences(text))


@every_scheme
def test_the_rules_give_what_is_expected(name):
    municipality, about = opened(name)

    results = [
        (case["about"], each.way.value, each.provider, each.interim)
        for case, each in zip(about["cases"], given(municipality, about), strict=True)
    ]

    assert results == [
        (case["about"], case["way"], case.get("gets"), case["interim"]) for case in about["cases"]
    ]


@every_scheme
def test_what_the_rules_give_was_announced(name):
    municipality, about = opened(name)

    for each in given(municipality, about):
        person = each.applicant
        told = announce(
            municipality.rule(person.service, person.zone, person.state),
            supply_of(municipality, person.service, person.zone, about["on"]),
            about["on"],
            present=person.present,
            known=person.known,
            objects_to=person.objects_to,
        )
        assert told.admits(each.way, each.provider)


@every_scheme
def test_only_the_municipality_has_a_real_name_and_nothing_claims_to_hold(name):
    municipality, _ = opened(name)

    assert municipality.is_example
    assert municipality.edition.startswith("EKSEMPEL")
    assert all("EKSEMPEL" in provider.name.nb for provider in municipality.providers)
    assert all(
        "EKSEMPEL" in rule.decision.reference
        for rules in municipality.rules.values()
        for rule in rules
    )


@pytest.mark.parametrize("name", WITHOUT_A_SCHEME)
def test_a_rule_that_no_council_has_made_says_that_it_is_invented(name):
    municipality, _ = opened(name)
    notes = rule_notes(SCHEMES / name)

    assert "oppdiktet" in municipality.edition
    written = {rule.id for rules in municipality.rules.values() for rule in rules}
    assert {key for key, note in notes.items() if "oppdiktet" in note.nb} == written


def test_baerum_has_no_choice_at_night_and_no_practical_help_of_its_own():
    municipality, _ = opened("baerum")
    nursing, practical = municipality.services

    assert nursing.outside_choice == {DayPart.NIGHT}
    givers = [
        each for each in municipality.providers if each.offer_for(practical.id, ZoneId("sor"))
    ]
    assert {each.kind for each in givers} == {ProviderKind.COMMERCIAL}


def test_in_lillestrom_whoever_gives_help_gives_all_three_by_day_to_adults():
    municipality, _ = opened("lillestrom")

    assert {service.min_age_years for service in municipality.services} == {18}
    assert {service.outside_choice for service in municipality.services} == {
        frozenset({DayPart.NIGHT})
    }
    assert {len(provider.offers) for provider in municipality.providers} == {3}


def test_sarpsborg_and_fredrikstad_have_one_scheme():
    rules = [
        (SCHEMES / name / "rules.toml").read_text(encoding="utf-8")
        for name in ("sarpsborg", "fredrikstad")
    ]
    cases = [expected(name)["cases"] for name in ("sarpsborg", "fredrikstad")]

    assert rules[0] == rules[1]
    assert cases[0] == cases[1]


def test_drammen_is_left_with_the_municipality_when_both_have_ended():
    municipality = load_pack(SCHEMES / "drammen-2016-18")
    on = datetime(2018, 9, 1, tzinfo=UTC).date()

    offered = municipality.offered(ServiceId("hjemmesykepleie"), ZoneId("hele"), on)

    assert offered == {"hjemmetjenesten"}
