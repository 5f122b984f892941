"""No text of the program recommends or presses, for citizens or for staff (neutrality N28, N33)."""

import re

import pytest

from kiosk.devtools import catalogue_files
from kiosk.domain.language import Language
from kiosk.domain.neutral.kinds import Loaded, TextSort
from kiosk.domain.neutral.linter import loaded_words

LANGUAGES = {"nb": Language.BOKMAL, "nn": Language.NYNORSK}
# Tells whoever writes a pack which words recommend.
ABOUT_WORDS = "kiosk/content/loaded_texts.py"
# Names of what somebody types in a command are written in capitals.
LEFT_OUT = {Loaded.SHOUT}
CALM = "There is no hurry."
# Here the program itself speaks of a provider, beside what the provider has stated.
OF_PROVIDERS = re.compile(
    r"kiosk/app/(?:compose_(?:provider|facts|offer_facts|strip|comparison|overview)|names)\.py"
)


def messages(language):
    """Words of the source, what a translation makes of them, and where they stand."""
    for domain in catalogue_files.SOURCES:
        path = catalogue_files.catalogue_path(catalogue_files.ROOT / "locales", language, domain)
        for message in catalogue_files.read(path, language, domain):
            places = {name for name, _ in message.locations}
            if message.id and places != {ABOUT_WORDS}:
                yield _each(message.id), _each(message.string), places


@pytest.mark.parametrize("language", LANGUAGES)
def test_n33_nothing_that_is_said_recommends_presses_or_takes_sides(language):
    texts = [text for _, translated, _ in messages(language) for text in translated]

    assert texts
    assert found_in(texts, LANGUAGES[language], TextSort.MUNICIPALITY) == []


def test_n33_nothing_in_english_recommends_presses_or_takes_sides():
    texts = [text.replace(CALM, "") for sources, _, _ in messages("nb") for text in sources]

    assert found_in(texts, Language.ENGLISH, TextSort.MUNICIPALITY) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_n28_what_the_program_says_of_a_provider_is_as_plain_as_a_profile(language):
    texts = [
        text
        for _, translated, places in messages(language)
        for text in translated
        if any(OF_PROVIDERS.match(name) for name in places)
    ]

    assert texts
    assert found_in(texts, LANGUAGES[language], TextSort.PROFILE) == []


@pytest.mark.parametrize(
    "text",
    ["Kommunens egen, trygge leverandør, det trygge valget", "Vi anbefaler", "De fleste velger"],
)
def test_n33_a_push_is_found(text):
    assert found_in([text], Language.BOKMAL, TextSort.MUNICIPALITY)


def found_in(texts, language, sort):
    """Texts with a loaded word."""
    return [
        (each.kind.value, each.words, text)
        for text in texts
        for each in loaded_words(text, language, sort)
        if each.kind not in LEFT_OUT
    ]


def _each(text):
    return (text,) if isinstance(text, str) else tuple(text or ())
