"""Figures about providers: the same for all, with their day, and none that ranks (neutrality N22)."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.domain.document.provider_block import FactKey
from kiosk.domain.language import Language
from kiosk.domain.provider import Capacity, Competence, Continuity, Provider
from tests.stage import example, memory_program

# What can be counted of everybody alike. A survey or a grade would have to tell its measure, scale,
# period, source and number of people, and be hidden for all where one has fewer than ten.
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
        scope = ProviderScope(content, next(iter(offer.zones)), (offer.service,))
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


def _offer_kind() -> tuple[type[object], ...]:
    return (type(example().providers[0].offers[0]),)
