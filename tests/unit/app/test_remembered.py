"""What is remembered is what would be worked out anew."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from kiosk.app.compose_provider import ProviderScope, compose_provider
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.remembered import Remembered
from kiosk.app.seen_providers import SeenProviders
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.noted import NotedService
from kiosk.domain.nonchoice.taken import Taken
from kiosk.domain.places import as_it_is_full
from tests.unit.app import factory as make
from tests.unit.app.factory import NORTH, NURSING, PRACTICAL, SOUTH, TODAY


def test_a_value_is_worked_out_once_for_the_same_objects_and_values():
    known: Remembered[int] = Remembered()
    asked = []

    def work():
        asked.append(1)
        return len(asked)

    whole = [1]
    first = [known.get((whole,), "a", work), known.get((whole,), "a", work)]
    others = [known.get(([1],), "a", work), known.get((whole,), "b", work)]

    assert (first, others) == ([1, 1], [2, 3])


def test_an_object_is_kept_alive_so_that_none_takes_its_place():
    known: Remembered[int] = Remembered()

    values = [known.get(([number],), None, partial(int, number)) for number in range(100)]

    assert values == list(range(100))


def test_no_more_than_so_many_are_kept():
    known: Remembered[int] = Remembered(most=3)

    for number in range(10):
        known.get((), number, lambda: 0)
        assert len(known._known) <= 3


def test_what_fails_is_asked_again():
    known: Remembered[int] = Remembered()

    def fails():
        raise LookupError

    with pytest.raises(LookupError):
        known.get((), 1, fails)
    assert known.get((), 1, lambda: 2) == 2


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
def test_every_provider_reads_as_if_it_were_put_into_words_anew(language):
    place, words, seen = make.municipality(), make.words(language), SeenProviders()
    full = replace(place, approved_on=TODAY)
    scopes = [
        ProviderScope(content, zone, services, today)
        for content in (place, full)
        for zone in (NORTH, SOUTH)
        for services in ((NURSING,), (PRACTICAL,), (NURSING, PRACTICAL))
        for today in (TODAY, date.max)
    ]

    for _ in range(2):
        for scope in scopes:
            for provider in place.providers:
                expected = compose_provider(provider.id, scope, words)
                assert seen.block(provider.id, scope, words) == expected


def test_people_to_whom_others_are_full_see_another_content():
    place, seen = make.municipality(), SeenProviders()
    whole = {provider.id: Taken(10_000, 10_000) for provider in place.providers}
    granted = [NotedService(service=NURSING, decided_on=TODAY, taken=each) for each in ({}, whole)]

    for each in granted * 2:
        expected = as_it_is_full(place, each, NORTH, TODAY)
        assert seen.content(place, each, NORTH, TODAY) == expected


def test_each_language_is_explained_in_its_own_words():
    explain = ExplainNonchoice(make.municipality(), make.FixedClock())
    case = make.case(make.granted(NURSING))
    anew = ExplainNonchoice(make.municipality(), make.FixedClock())

    told = [explain.for_case(case, make.words(each)) for each in Language]

    assert told == [anew.for_case(case, make.words(each)) for each in reversed(Language)][::-1]
    assert len({each.title for each in told}) == len(told)
