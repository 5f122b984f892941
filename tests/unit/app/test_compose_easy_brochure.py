"""The easy-read brochure tells the core of the other, in the same order and the same words."""

from dataclasses import replace

import pytest

from kiosk.app.compose_brochure import BrochurePlan, compose_brochure, scope_line
from kiosk.app.compose_easy_brochure import compose_easy_brochure
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.easy_lines import MOST_WORDS, word_count
from kiosk.app.easy_words import EasyWords
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.refusals import refusal_text
from kiosk.content import load_pack
from kiosk.domain.document.brochure import BrochurePart
from kiosk.domain.document.easy_brochure import EASY_FACTS
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey
from kiosk.domain.service import ServiceId
from tests.unit.app import factory as make
from tests.unit.app.factory import plain
from tests.unit.content.pack_copy import EXAMPLE

PACK = load_pack(EXAMPLE)
NORWEGIAN = [Language.BOKMAL, Language.NYNORSK]
EVERYTHING = [
    (zone.id, tuple(each.id for each in PACK.services if zone.id in each.zones))
    for zone in PACK.zones
]


def plan_of(zone, services, words, reader=Reader(None), pack=PACK):  # noqa: B008 — a value
    offered = set().union(*(pack.offered(each, zone, make.TODAY) for each in services))
    explain = ExplainNonchoice(pack, make.FixedClock())
    order = tuple(each.id for each in reversed(pack.providers) if each.id in offered)
    scope = ProviderScope(pack, zone, services, make.TODAY)
    return BrochurePlan(scope, order, reader, explain.for_zone(zone, services, words))


def both(language, zone, services, reader=Reader(None)):  # noqa: B008 — a value
    words = make.words(language)
    easy = EasyWords(words)
    return (
        compose_brochure(plan_of(zone, services, words, reader), words),
        compose_easy_brochure(plan_of(zone, services, easy, reader), easy),
    )


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize(("zone", "services"), EVERYTHING)
def test_providers_stand_in_the_same_order_with_the_same_facts(language, zone, services):
    ordinary, easy = both(language, zone, services)

    assert [each.id for each in easy.providers] == [each.id for each in ordinary.providers]
    for one, other in zip(easy.providers, ordinary.providers, strict=True):
        assert (one.name, one.strips) == (other.name, other.strips)
        assert other.kind_line.startswith(one.kind_line)
        assert one.approval == other.approval
        assert tuple(fact.key for fact in one.facts) == EASY_FACTS
        told = {fact.key: (fact.label, plain(fact.value)) for fact in other.facts}
        assert all(
            (fact.label, plain(fact.value).replace("\n", " ")) == told[fact.key]
            for fact in one.facts
        )


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize(("zone", "services"), EVERYTHING)
def test_all_five_parts_of_the_rule_are_told(language, zone, services):
    _, easy = both(language, zone, services)

    assert {row.key for row in easy.nonchoice.rows} == set(NonchoiceKey)
    who = [row.service for row in easy.nonchoice.rows if row.key is NonchoiceKey.WHO]
    assert set(who) == set(services)


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize(("zone", "services"), EVERYTHING)
def test_every_line_of_the_rule_and_the_texts_is_short(language, zone, services):
    _, easy = both(language, zone, services)

    texts = [
        part.text for prose in (easy.what, easy.choose, easy.switch, easy.ask) for part in prose
    ]
    texts += [easy.nonchoice.lead, easy.overview.lead, easy.overview.about_order[1]]
    texts += [row.text for row in easy.nonchoice.rows if row.key is not NonchoiceKey.WHO]
    lines = [line for text in texts for line in text.split("\n")]
    assert [line for line in lines if word_count(line) > MOST_WORDS] == []
    assert not any("{" in line for line in lines)


@pytest.mark.parametrize("language", NORWEGIAN)
def test_every_answer_of_the_other_brochure_stands_on_one_page(language):
    zone, services = EVERYTHING[0]
    for reader in (Reader(None), Reader(frozenset()), Reader(frozenset(services[:1]))):
        ordinary, easy = both(language, zone, services, reader)

        rows = [(row.name, row.page_of, row.see) for row in ordinary.overview.rows]
        assert [(row.name, row.page_of, row.see) for row in easy.overview.rows] == rows
        assert BrochurePart.NONCHOICE in {row.see for row in easy.overview.rows}


@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_pack_without_easy_texts_is_refused_by_the_names_of_the_files(language):
    kept = {key: text for key, text in PACK.easy.items() if key[0] is not EasyKey.ASK}
    pack = replace(PACK, easy=kept)
    easy = EasyWords(make.words(language))
    zone, services = EVERYTHING[0]

    with pytest.raises(RefusedError) as caught:
        compose_easy_brochure(plan_of(zone, services, easy, pack=pack), easy)

    (refusal,) = caught.value.refusals
    assert f"prose/{language.value}/easy/ask.md" in refusal_text(refusal, make.words(language))


@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_single_provider_stands_in_no_order_and_is_like_nobody(language):
    words, (zone, services) = make.words(language), EVERYTHING[0]
    plan = plan_of(zone, services, words)
    alone = replace(plan, order=plan.order[:1])

    tables = [compose_brochure(alone, words).overview]
    tables += [compose_easy_brochure(alone, EasyWords(words)).overview]

    alike = words.gettext("The pages about the providers are set up in the same way.")
    assert [table.about_order for table in tables] == [("", "")] * 2
    assert not any(alike in table.lead for table in tables)
    assert alike in compose_brochure(plan, words).overview.lead


@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_single_provider_is_compared_with_nobody(language):
    words, (zone, services) = make.words(language), EVERYTHING[0]
    plan = plan_of(zone, services, words)
    alone = replace(plan, order=tuple(each for each in plan.order if each == "lind"))

    many, one = (compose_brochure(each, words).comparisons[0] for each in (plan, alone))

    said = words.gettext("Compare: {service}").split("{")[0]
    assert many.title.startswith(said)
    assert not one.title.startswith(said)
    assert one.title.split(": ")[1] == many.title.split(": ")[1]
    assert [label for label, _ in one.rows] == [label for label, _ in many.rows]


def test_a_cover_tells_how_many_services_there_are_where_it_cannot_name_all():
    service, *_ = PACK.services
    many = tuple(replace(service, id=ServiceId(f"nr-{number}")) for number in range(6))
    pack, (zone, _) = replace(PACK, services=many), EVERYTHING[0]
    words, phrase = make.words(Language.BOKMAL), pack.zone(zone).phrase.nb

    lines = [
        plain(scope_line(ProviderScope(pack, zone, ids, make.TODAY), words))
        for ids in (tuple(each.id for each in many), tuple(each.id for each in many[:5]))
    ]

    named = "Hjemmesykepleie, hjemmesykepleie, hjemmesykepleie, hjemmesykepleie og hjemmesykepleie"
    assert lines == [f"6 tjenester i {phrase}", f"{named} i {phrase}"]
