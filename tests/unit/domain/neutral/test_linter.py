"""Loaded words are found, and harmless ones are left alone (neutrality N28, N36)."""

import pytest

from kiosk.domain.language import Language
from kiosk.domain.neutral.kinds import Loaded, TextSort, Weight
from kiosk.domain.neutral.linter import loaded_words
from tests.unit.domain.neutral.sentences import HARMLESS, LOADED, MUNICIPAL

NB, NN, EN = Language.BOKMAL, Language.NYNORSK, Language.ENGLISH


def kinds(text, language=NB, sort=TextSort.PROFILE, names=()):
    return [each.kind for each in loaded_words(text, language, sort, names)]


def words(text, language=NB, sort=TextSort.PROFILE, names=()):
    return [each.words for each in loaded_words(text, language, sort, names)]


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_facts_in_the_third_person_are_neutral(language):
    found = {text: words(text, language) for text in HARMLESS[language]}

    assert {text: each for text, each in found.items() if each} == {}


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        (language, kind, text)
        for language, rows in LOADED.items()
        for kind, texts in rows.items()
        for text in texts
    ],
    ids=lambda each: getattr(each, "value", None),
)
def test_loaded_sentences_are_found_for_what_they_do(language, kind, text):
    assert kind in kinds(text, language)


@pytest.mark.parametrize("language", Language, ids=lambda language: language.value)
def test_the_municipality_may_say_we_and_ask_and_must_not_press(language):
    found = {text: words(text, language, TextSort.MUNICIPALITY) for text in MUNICIPAL[language]}

    assert {text: each for text, each in found.items() if each} == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (NB, "Vi anbefaler hjemmetjenesten."),
        (NN, "Vi tilrår heimetenesta."),
        (EN, "We recommend the home-care service."),
        (NB, "De fleste velger kommunen."),
        (NN, "Dei fleste vel kommunen."),
        (EN, "Most people choose the municipality."),
        (NB, "Velg nå!"),
        (NB, "Pleietrengende får hjelp først."),
    ],
)
def test_the_municipality_neither_recommends_nor_belittles(language, text):
    assert words(text, language, TextSort.MUNICIPALITY)


def test_that_there_is_no_recommendation_may_be_said():
    for language, text in (
        (NB, "Det er ikke en anbefaling. Kommunen anbefaler ingen leverandør."),
        (NN, "Det er ikkje ei tilråding. Kommunen tilrår ingen leverandør."),
        (EN, "It is not a recommendation. The municipality recommends no provider."),
    ):
        assert words(text, language, TextSort.MUNICIPALITY) == []


def test_a_registered_name_is_no_claim():
    names = ("Best Omsorg AS", "Trygg og god hjemmehjelp SA")

    assert words("Best Omsorg AS har 12 ansatte.", names=names) == []
    assert words("I Best Omsorg arbeider 12. Best Omsorgs kontor er i byen.", names=names) == []
    assert words("Best Omsorg er best på omsorg.", names=names) == ["best"]


def test_one_loaded_word_is_not_excused_because_somebody_is_called_so():
    assert words("Best i byen. Best AS har 12 ansatte.", names=("Best AS",)) == ["Best"]


def test_words_are_told_as_they_stand_and_in_order():
    text = "Selskapet har dyktige\nansatte, og gir\u00a0deg den\u00a0beste omsor\u00adgen."

    assert words(text) == ["dyktige", "beste"]


def test_letters_written_as_two_signs_are_the_same_letters():
    assert words("Selskapet er pa\u030alitelig og sto\u0308rst, og pålitelig.") == [
        "pålitelig", "pålitelig",
    ]  # fmt: skip


def test_a_phrase_is_told_once():
    assert words("De fleste velger kommunen.") == ["De fleste velger"]


def test_when_somebody_answers_is_a_fact():
    assert kinds("hele året, døgnet rundt", sort=TextSort.TIMES) == []
    assert kinds("ring nå!", sort=TextSort.TIMES) == [Loaded.PRESSURE, Loaded.SHOUT]


def test_nothing_is_found_in_nothing():
    assert loaded_words("", NB, TextSort.PROFILE) == ()


@pytest.mark.parametrize(
    ("language", "text", "weight"),
    [
        (NB, "Selskapet er best i byen.", Weight.ERROR),
        (NB, "Hjelperne kommer alltid.", Weight.ERROR),
        (NB, "Dyktige hjelpere.", Weight.ERROR),
        (NB, "Hjelpen kommer!", Weight.ERROR),
        (NB, "Ring nå.", Weight.ERROR),
        (NB, "Fleksible tider.", Weight.WARNING),
        (NB, "Selskapet har mange hjelpere.", Weight.WARNING),
        (NB, "Familieeid siden 1990.", Weight.WARNING),
        (NB, "Vi kommer om kvelden.", Weight.WARNING),
        (NB, "Trenger du hjelp?", Weight.WARNING),
        (NN, "Betre enn kommunen.", Weight.ERROR),
        (NN, "Dugande hjelparar.", Weight.ERROR),
        (NN, "Påliteleg hjelp.", Weight.WARNING),
        (EN, "Skilled helpers.", Weight.ERROR),
        (EN, "Flexible hours.", Weight.WARNING),
    ],
)
def test_n28_rank_promises_and_praise_go_and_what_may_be_a_fact_needs_a_reason(
    language, text, weight
):
    found = loaded_words(text, language, TextSort.PROFILE)

    assert [each.weight for each in found] == [weight]


def test_n28_what_the_municipality_says_itself_is_never_more_than_a_warning():
    (found,) = loaded_words("Vi anbefaler hjemmetjenesten.", NB, TextSort.MUNICIPALITY)

    assert found.weight is Weight.WARNING
