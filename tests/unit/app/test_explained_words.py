"""A brochure explains the words of its strips that do not explain themselves."""

from dataclasses import replace

import pytest

from kiosk.app.compose_brochure import BrochurePlan, compose_brochure
from kiosk.app.compose_easy_brochure import compose_easy_brochure
from kiosk.app.compose_overview import Reader
from kiosk.app.compose_provider import ProviderScope
from kiosk.app.easy_words import EasyWords
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.content import load_pack
from kiosk.domain.language import Language
from kiosk.domain.municipality import Municipality
from tests.unit.app import factory as make
from tests.unit.app.factory import plain
from tests.unit.content.pack_copy import EXAMPLE

PACK = load_pack(EXAMPLE)
in_both = pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
in_either_form = pytest.mark.parametrize("is_easy", [False, True])


def explained(pack: Municipality, language: Language, *, is_easy: bool) -> tuple[str, set[str]]:
    """What is told of words, and the words of the strips and their facts."""
    words = make.words(language)
    said = EasyWords(words) if is_easy else words
    zone, services = pack.zones[0].id, tuple(each.id for each in pack.services)
    plan = BrochurePlan(
        ProviderScope(pack, zone, services, make.TODAY),
        tuple(each.id for each in pack.providers),
        Reader(None),
        ExplainNonchoice(pack, make.FixedClock()).for_zone(zone, services, said),
    )
    made = (compose_easy_brochure if is_easy else compose_brochure)(plan, said)
    shorts = {c.short for each in made.providers for strip in each.strips for c in strip.cells}
    labels = {fact.label for each in made.providers for fact in each.facts}
    return plain(made.overview.how_to_read[1]), shorts | labels


def quoted(text: str) -> set[str]:
    """The words that are explained."""
    return {part.partition("»")[0] for part in text.split("«")[1:]}


@in_both
@in_either_form
def test_every_word_of_a_cell_that_is_neither_yes_nor_no_is_explained(language, is_easy):
    text, printed = explained(PACK, language, is_easy=is_easy)

    words = make.words(language)
    outside = words.pgettext("coverage", "Outside")
    assert outside in printed
    assert outside in quoted(text)
    assert words.gettext("Otherwise comes") in quoted(text) & printed


@in_both
@in_either_form
def test_what_is_explained_is_printed(language, is_easy):
    text, printed = explained(PACK, language, is_easy=is_easy)

    assert {each.casefold() for each in quoted(text)} <= {each.casefold() for each in printed} | {
        make.words(language).gettext("Written by the provider").casefold()
    }


@in_both
@in_either_form
def test_a_word_that_no_service_needs_is_not_explained(language, is_easy):
    services = tuple(
        replace(each, outside_choice=frozenset(), outside_provider=None) for each in PACK.services
    )

    text, printed = explained(replace(PACK, services=services), language, is_easy=is_easy)

    outside = make.words(language).pgettext("coverage", "Outside")
    assert outside not in printed | quoted(text)
