"""What citizens read: short sentences, short words, nothing that must never be printed."""

import re
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from kiosk.app.compose_receipt import ReceiptPlan, compose_receipt
from kiosk.app.explain_nonchoice import ExplainNonchoice
from kiosk.app.notice_texts import notice_text
from kiosk.app.present_providers import PresentProviders
from kiosk.app.refusals import refusal_text
from kiosk.app.review import ReviewAnswers
from kiosk.app.stored_page import stored_page
from kiosk.app.wording import question_text, role_label, role_support
from kiosk.content import load_pack
from kiosk.domain.choice import (
    Answer,
    Chooses,
    DoesNotWish,
    Keeps,
    Postpones,
)
from kiosk.domain.decider import DeciderRole, Question
from kiosk.domain.event import Medium
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import ChooseFirst, Fallback, MunicipalDefault
from kiosk.domain.notice import (
    AgreedDate,
    CutOff,
    DaysNotice,
    FirstOfNextMonth,
    MonthsNotice,
    NoticePeriod,
    NoticeRule,
)
from kiosk.domain.service import ServiceId
from kiosk.domain.session import Visit
from tests.unit.app import factory as make
from tests.unit.app.codes import refusals
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    ASSISTANCE,
    CASE,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NURSING,
    PRACTICAL,
    plain,
)
from tests.unit.app.flow import choice_of

EXAMPLE = Path(__file__).parents[3] / "assets" / "example"
NORWEGIAN = [Language.BOKMAL, Language.NYNORSK]
PERIODS: list[NoticePeriod] = [
    DaysNotice(0),
    DaysNotice(1),
    DaysNotice(14),
    MonthsNotice(3),
    FirstOfNextMonth(),
    CutOff(20),
    CutOff(20, 2),
    AgreedDate(),
]
PRESENT = [None, LIND, MUNICIPAL]
FALLBACKS: list[Fallback] = [MunicipalDefault(MUNICIPAL), ChooseFirst(AAS)]
LONGEST_SENTENCE = 20
HIGHEST_LIX = 30
# Names, and words of the glossary that have no shorter form.
NOT_COUNTED = re.compile(
    r"Eksempelvik kommune, (?:hjemmetjenesten|heimetenesta)|Stiftelsen Fjordheim|Lind AS|Ås AS|Nordvik omsorg AS"
    r"|[Hh]jemmesykepleie|[Hh]eimesjukepleie|[Ll]everandør\w*|[Tt]ildelingskontoret"
    r"|[Ff]ullmakt\w*|[Ff]ullmektig\w*|[Ff]r[ae]mtidsfullm\w*|[Ss]aksbehandl\w*|[Bb]arnevernet"
    r"|[Hh]jemmetjenester|[Hh]eimetenester|[Bb]ruk[ae]rval\w*|[Kk]ommunestyret|[Ee]genandelen"
    r"|[Ee]igendelen|[Vv]edtak\w*|[Kk]vittering\w*|Storgata 1, 0000 Eksempelvik"
)
NEVER = re.compile(
    r"samtykkekompetanse|§ ?3-11|[Ff]ylkesmann|[Ff]ylkesmenn|3 uker|3 veker|dessverre|diverre"
    r"|anbefaler|tilrår|(?<!ikke en )anbefaling|(?<!ikkje ei )tilråding|!",
)


def sentences(text):
    # A date and "kl. 9" hold full stops that end no sentence; a telephone number may end one.
    joined = re.sub(r"(\d|\bkl)\. (?![A-ZÆØÅ])", r"\1 ", plain(text))
    return [each for each in re.split(r"[.?:]\s+|[.?:]$", joined) if each.strip()]


def words_in(text):
    return re.findall(r"[\wæøåòÆØÅ-]+", text)


def lix(text):
    """Words per sentence plus the share of words over six letters."""
    counted = NOT_COUNTED.sub("navn", plain(text))
    found = words_in(counted)
    long_words = [word for word in found if len(word) > 6]
    return len(found) / len(sentences(counted)) + 100 * len(long_words) / len(found)


def nonchoice_texts(language):
    for present, keeps, fallback, period in product(PRESENT, (True, False), FALLBACKS, PERIODS):
        municipality = make.municipality(
            rules=make.rules(keeps, fallback), notice=NoticeRule("r", period, max_per_year=2)
        )
        case = make.case(make.granted(NURSING, present), make.granted(PRACTICAL))
        explain = ExplainNonchoice(municipality, make.FixedClock())
        for block in (
            explain.for_case(case, make.words(language)),
            explain.for_zone(case.zone, [NURSING], make.words(language)),
        ):
            yield " ".join([block.lead, *(row.text for row in block.rows)])


def notices(language):
    """One rule for all, and another one for BPA beside it."""
    words = make.words(language)
    for common, other in product(PERIODS, PERIODS):
        municipality = make.municipality(notice=NoticeRule("r", common, max_per_year=1))
        yield notice_text(municipality, (), words)
        own = NoticeRule("bpa", other)
        services = tuple(
            replace(each, notice=own) if each.id == ASSISTANCE else each
            for each in municipality.services
        )
        yield notice_text(replace(municipality, services=services), (), words)


def example_texts(language):
    pack = load_pack(EXAMPLE)
    explain = ExplainNonchoice(pack, make.FixedClock())
    for service, zone in pack.rules:
        block = explain.for_zone(zone, [service], make.words(language))
        yield " ".join([block.lead, *(row.text for row in block.rows)])


def option_texts(language):
    record = make.record_with(make.case())
    present = PresentProviders(
        make.municipality(), record, make.FixedClock(), make.CountingIds(), make.WORKING
    )
    for section in present.sections(CASE, make.words(language), Medium.SCREEN, ACTOR):
        for option in section.options:
            yield " ".join(text for _, text in option.rows)


ANSWERS: list[dict[ServiceId, Answer]] = [
    {NURSING: Chooses(FJORDHEIM), PRACTICAL: DoesNotWish()},
    {NURSING: Chooses(FULL), PRACTICAL: Chooses(LIND)},
    {NURSING: Keeps()},
    {NURSING: DoesNotWish(), PRACTICAL: Postpones(date(2026, 12, 4))},
]


def end_texts(language):
    words, municipality, case = make.words(language), make.municipality(), make.case()
    for answers in ANSWERS:
        visit = Visit(CASE, (NURSING, PRACTICAL), answers, make.SELF, nonchoice_shown=True)
        review = ReviewAnswers(municipality, make.FixedClock(), make.WORKING)
        rows = review.block(case, visit, words).rows
        yield " ".join(f"{row.answer}. {row.consequence}" for row in rows)
        choice = choice_of(answers, case=case, language=language)
        yield " ".join(line.text for line in stored_page(municipality, case, choice, words).lines)
        receipt = compose_receipt(ReceiptPlan(municipality, case, choice), make.TODAY, words)
        yield " ".join(receipt.next_text)


def decider_texts(language):
    words = make.words(language)
    for role in DeciderRole:
        yield f"{role_label(role, words)}. {role_support(role, words, 18)}."
    for question in Question:
        yield question_text(question, words)
    for refusal in refusals():
        yield refusal_text(refusal, words)


def all_texts(language):
    yield from nonchoice_texts(language)
    yield from notices(language)
    yield from example_texts(language)
    yield from option_texts(language)
    yield from end_texts(language)
    yield from decider_texts(language)


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_sentence_is_longer_than_twenty_words(language):
    too_long = {
        sentence
        for text in all_texts(language)
        for sentence in sentences(text)
        if len(words_in(sentence)) > LONGEST_SENTENCE
    }

    assert too_long == set()


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize(
    "texts", [nonchoice_texts, notices, example_texts, option_texts, end_texts]
)
def test_every_page_is_easy_to_read(texts, language):
    assert {text: lix(text) for text in texts(language) if lix(text) > HIGHEST_LIX} == {}


@pytest.mark.parametrize("language", NORWEGIAN)
def test_questions_and_refusals_together_are_easy_to_read(language):
    assert lix(" ".join(f"{text} " for text in decider_texts(language))) <= HIGHEST_LIX


@pytest.mark.parametrize("language", NORWEGIAN)
def test_nothing_is_said_that_must_never_be_printed(language):
    assert [text for text in all_texts(language) if NEVER.search(plain(text))] == []


@pytest.mark.parametrize("language", NORWEGIAN)
def test_no_text_is_left_in_english(language):
    english = re.compile(r"\b(the|you|your|and the|provider|answer|choose)\b")

    assert [text for text in all_texts(language) if english.search(text)] == []


@pytest.mark.parametrize("language", Language)
def test_no_placeholder_is_left_unfilled(language):
    assert [text for text in all_texts(language) if re.search(r"[{}]|%\d", text)] == []


@pytest.mark.parametrize("language", Language)
def test_sentences_are_joined_without_gaps(language):
    assert [text for text in all_texts(language) if re.search(r"  | \.|\.\.", text)] == []


def test_the_readability_figure_is_the_usual_one():
    # Ten words in two sentences, two of them long: 5 + 20.
    assert lix("Dette er en veldig vanlig setning. Her er noen hverdager.") == 5 + 20
