"""A rule in easy words says what it says in the others: the same names, numbers and conditions."""

import re
from itertools import islice

import pytest

from kiosk.app.announcement_texts import announcement_text
from kiosk.app.easy_lines import MOST_WORDS, one_by_one, word_count
from kiosk.app.easy_texts import EASY
from kiosk.app.easy_words import EasyWords
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.domain.document.nonchoice_block import NonchoiceKey
from kiosk.domain.notice import NoticeRule
from tests.unit.app import factory as make
from tests.unit.app.factory import NURSING, PRACTICAL, plain
from tests.unit.app.nonchoice.test_announcement_texts import (
    CONTENT,
    FALLBACKS,
    SPECIAL,
    announcements,
)
from tests.unit.app.test_plain_language import NEVER, NORWEGIAN, PERIODS, lix

HIGHEST_LIX = 27
SOME = 7
NAMES = sorted((plain(each.name.nb) for each in CONTENT.providers), key=len, reverse=True)
NAMES_NN = sorted((plain(each.name.nn) for each in CONTENT.providers), key=len, reverse=True)
NAME = re.compile("|".join(map(re.escape, (*NAMES, *NAMES_NN))))


def facts(text):
    text = plain(text)
    return set(NAME.findall(text)), set(re.findall(r"\d+", text))


def too_long(text):
    unnamed = NAME.sub("Navn", plain(text))
    return [each for each in one_by_one(unnamed) if word_count(each) > MOST_WORDS]


def pairs(fallback, language):
    words = make.words(language)
    told = {}
    for each in islice(announcements(fallback), 0, None, SOME):
        ordinary = announcement_text(each, CONTENT, words)
        told[ordinary] = announcement_text(each, CONTENT, EasyWords(words))
    return told


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("fallback", [*FALLBACKS, *SPECIAL])
def test_every_rule_is_told_whole_in_short_sentences(fallback, language):
    told = pairs(fallback, language)

    assert len(set(told.values())) == len(told)
    for ordinary, easy in told.items():
        assert facts(easy) == facts(ordinary)
        assert too_long(easy) == []
        assert not NEVER.search(plain(easy)), easy
        assert lix(easy) <= HIGHEST_LIX, easy


def blocks(language, notice):
    municipality = make.municipality(notice=NoticeRule("r", notice, max_per_year=2))
    case = make.case(make.granted(NURSING), make.granted(PRACTICAL))
    explain = ExplainNonchoice(municipality, make.FixedClock())
    words = make.words(language)
    return explain.for_case(case, words), explain.for_case(case, EasyWords(words))


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("notice", PERIODS)
def test_all_five_parts_are_told_with_the_same_facts(language, notice):
    ordinary, easy = blocks(language, notice)

    keys = [(row.key, row.service) for row in easy.rows]
    assert keys == [(row.key, row.service) for row in ordinary.rows]
    assert {key for key, _ in keys} == set(NonchoiceKey)
    for row, other in zip(easy.rows, ordinary.rows, strict=True):
        assert facts(row.text) == facts(other.text)
        assert too_long(row.text) == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_that_it_is_no_recommendation_is_said_word_by_word(language):
    ordinary, easy = blocks(language, PERIODS[2])

    why = [row.text for row in easy.rows if row.key is NonchoiceKey.WHY]
    assert why == [row.text for row in ordinary.rows if row.key is NonchoiceKey.WHY]


@pytest.mark.parametrize("language", NORWEGIAN)
def test_every_easy_sentence_is_shorter_than_the_one_it_stands_for(language):
    words = make.words(language)

    def longest(text):
        return max(map(word_count, one_by_one(text)))

    easy = EasyWords(words)
    assert {
        each for each in EASY if longest(easy.gettext(each)) > longest(words.gettext(each))
    } == set()


def test_a_sentence_without_easy_words_is_said_as_it_is():
    words = make.words()

    assert EasyWords(words).gettext("It is not a recommendation.") == "Det er ikke en anbefaling."
