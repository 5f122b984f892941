"""Figures about providers: the same for all, with their day, and none that ranks (neutrality N22)."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.domain.document.provider_block import FactKey, ProviderBlock
from kiosk.domain.language import Language
from kiosk.domain.provider import Capacity, Competence, Continuity, Provider
from tests.stage import example, memory_program
from tests.unit.app.factory import TODAY

# What can be counted of everybody alike. A survey or a grade would have to tell its measure, scale,
# period, source and number of people, and be hidden for all where one has fewer than ten.
# What a profile tells: a further fact is a decision about all of them, not about one.
FACTS = (
    "otherwise", "exceptions", "zones", "capacity", "start", "competence", "continuity", "languages",
    "wishes", "accessibility", "phone", "email", "web", "address", "presentation", "extras",
)  # fmt: skip
GRADE = re.compile(
    r"[★☆⭐♥]|\b\d+(?:[.,]\d+)? ?(?:av|of|/) ?\d+\b"
    r"|\b(?:terningkast|stjern\w*|poeng\w*|karakter\w*|ranger\w*|score\w*|fornøyd\w*|nøgd\w*"
    r"|stars?|points?|grades?|ratings?|satisf\w+)\b",
    re.IGNORECASE,
)
FIGURES = {"trained_percent", "helpers_per_4_weeks", "start_days", "limit"}


def figures_of(kind: type[object]) -> Iterator[str]:
    """Fields that hold a number, in whatever the type holds."""
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    for field in fields(kind):
        parts = {hints[field.name], *get_args(hints[field.name])}
        if parts & {int, float}:
            yield field.name


def test_n22_no_profile_has_a_grade_or_a_survey():
    kinds = (Provider, Competence, Continuity, Capacity, *_offer_kind())

    assert {name for kind in kinds for name in figures_of(kind)} == FIGURES


def test_n22_every_figure_tells_its_day_or_period_for_everybody():
    program, content = memory_program(), example()
    words = program.words_for(Language.BOKMAL)
    missing = words.gettext("Not stated")
    for provider in content.providers:
        offer = provider.offers[0]
        scope = ProviderScope(content, next(iter(offer.zones)), (offer.service,), TODAY)
        block = compose_provider(provider.id, scope, words)
        facts = {fact.key: fact.value for fact in block.facts}
        for key, held in (
            (FactKey.COMPETENCE, provider.competence.trained_percent),
            (FactKey.CONTINUITY, provider.continuity.helpers_per_4_weeks),
        ):
            said = facts[key]
            assert "202" in said if held is not None else missing.casefold() in said.casefold(), (
                said
            )


def test_n22_a_profile_tells_the_agreed_facts_and_no_other():
    assert tuple(key.value for key in FactKey) == FACTS


@pytest.mark.parametrize("language", list(Language))
def test_n22_nothing_that_is_shown_of_a_provider_is_a_grade(language):
    content, words = example(), memory_program().words_for(language)
    graded = [
        f"{provider.id}: {text}"
        for provider in content.providers
        for offer in provider.offers
        for zone in offer.zones
        for text in _texts(
            compose_provider(
                provider.id, ProviderScope(content, zone, (offer.service,), TODAY), words
            )
        )
        if GRADE.search(text)
    ]

    assert graded == []


@pytest.mark.parametrize("text", ["4,8 av 5", "Terningkast 6", "★★★", "9/10", "92 % fornøyde"])
def test_n22_a_grade_is_known_when_it_is_seen(text):
    assert GRADE.search(f"Kommersiell, har plass, {text}")


def _texts(block: ProviderBlock) -> Iterator[str]:
    """Everything that is shown, but what a provider is called."""
    yield from (block.support, block.kind_line, block.owner_line, block.approval)
    yield from (fact.value for fact in block.facts)
    for strip in block.strips:
        yield strip.absent
        yield from (cell.words for cell in strip.cells)


def _offer_kind() -> tuple[type[object], ...]:
    return (type(example().providers[0].offers[0]),)
