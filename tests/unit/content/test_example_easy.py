"""The easy-read texts of Eksempelvik: shorter and plainer than the others, and no less true."""

import re

import pytest

from kiosk.app.easy_lines import MOST_WORDS, one_by_one
from kiosk.domain.language import Language
from kiosk.domain.municipality import EasyKey
from tests.unit.content.test_example import NORWEGIAN, NOT_NYNORSK, PACK, WORD, reading_ease

HIGHEST_LIX = 20
LONGEST_WORD = 16


def sentences(key, language):
    texts = (part.text for part in PACK.easy[key, language])
    return [words for text in texts for each in one_by_one(text) if (words := WORD.findall(each))]


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("key", EasyKey)
def test_every_sentence_is_short(key, language):
    assert max(len(words) for words in sentences(key, language)) <= MOST_WORDS


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("key", EasyKey)
def test_the_texts_are_easier_than_the_others(key, language):
    assert reading_ease(sentences(key, language)) <= HIGHEST_LIX


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("key", EasyKey)
def test_no_word_is_long(key, language):
    words = {word for sentence in sentences(key, language) for word in sentence}

    assert [word for word in words if len(word) > LONGEST_WORD] == []


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("key", EasyKey)
def test_the_texts_neither_shout_nor_regret_nor_press(key, language):
    text = " ".join(part.text for part in PACK.easy[key, language])

    never = r"!|dessverre|diverre|anbefal|tilrå|\bbeste?\b|\bdu (?:må|bør)\b|%|bl\.a\."
    assert not re.search(never, text, re.IGNORECASE)


@pytest.mark.parametrize("key", EasyKey)
def test_nynorsk_has_no_bokmal_words(key):
    text = " ".join(part.text for part in PACK.easy[key, Language.NYNORSK])

    assert NOT_NYNORSK.findall(text) == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_not_choosing_is_told_where_choosing_is(language):
    for key in (EasyKey.WHAT, EasyKey.HOW_TO_CHOOSE):
        text = " ".join(part.text for part in PACK.easy[key, language])
        assert re.search(r"(?:la være å velge|la vere å velje)", text)
