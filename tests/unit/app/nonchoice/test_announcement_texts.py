"""Every sentence that the settings of a rule allow: plain, short, neutral, and in one form."""

from datetime import date
from itertools import product

import pytest

from kiosk.app.announcement_texts import announcement_text
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.announcement import announce, announce_to_all
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.offering import supply_of
from kiosk.domain.nonchoice.parts import (
    EVERY_STATE,
    Among,
    ChooseFirst,
    Circle,
    Continuity,
    Distribute,
    Fallback,
    Lots,
    MinimumShare,
    MunicipalDefault,
    NonchoiceState,
    Pick,
    Skipped,
    StartUp,
    Turns,
    Unit,
    WeightedKey,
    Window,
)
from tests.unit.app import factory as make
from tests.unit.app.factory import AAS, FJORDHEIM, LIND, MUNICIPAL, NORTH, NURSING, TODAY, plain
from tests.unit.app.test_plain_language import (
    HIGHEST_LIX,
    LONGEST_SENTENCE,
    NEVER,
    NORWEGIAN,
    lix,
    sentences,
    words_in,
)
from tests.unit.domain.nonchoice.samples import rule

HIGHEST_RAW_LIX = 40
PICKS: list[Pick] = [
    Turns(Skipped.KEEPS_TURN),
    Turns(Skipped.LOSES_TURN),
    Lots(),
    WeightedKey(((MUNICIPAL, 7), (LIND, 2), (FJORDHEIM, 1))),
]
AMONG: list[Among] = [Circle.ALL, Circle.PRIVATE, frozenset({LIND, AAS})]
FALLBACKS: list[Fallback] = [
    MunicipalDefault(MUNICIPAL),
    ChooseFirst(AAS),
    ChooseFirst(AAS, 14),
    *(
        Distribute(pick, MUNICIPAL, among, otherwise)
        for pick, among, otherwise in product(PICKS, AMONG, (None, MUNICIPAL))
    ),
    *(
        MinimumShare(10, MUNICIPAL, unit, window, pick=pick)
        for unit, window, pick in product(Unit, Window, PICKS)
    ),
]
START_UPS = [
    None,
    StartUp(LIND, date(2026, 11, 1), 3, 10),
    StartUp(LIND, date(2026, 11, 1), 3, 1, Unit.HOURS),
    StartUp(LIND, date(2027, 1, 1), 12, 400),
    StartUp(LIND, date(2027, 1, 1), 12, 1200, Unit.HOURS),
]
STATES = [
    EVERY_STATE,
    frozenset({NonchoiceState.NO_REPLY}),
    frozenset({NonchoiceState.CANNOT, NonchoiceState.DOES_NOT_WISH}),
]
CONTENT = make.municipality()
SUPPLY = supply_of(CONTENT, NURSING, NORTH, TODAY)
KNOWN = Known(FJORDHEIM, TODAY, LIND)


def announcements(fallback):
    for continuity, start_up, states in product(
        (Continuity(), Continuity(12, household=True)), START_UPS, STATES
    ):
        made = rule(fallback, continuity=continuity, start_up=start_up, states=states)
        yield announce_to_all(made, SUPPLY, TODAY)
        yield announce(made, SUPPLY, TODAY)
        yield announce(made, SUPPLY, TODAY, known=KNOWN)
        yield announce(made, SUPPLY, TODAY, present=LIND)
        yield announce(made, SUPPLY, TODAY, known=KNOWN, objects_to=frozenset({MUNICIPAL}))


def texts(fallback, language):
    words = make.words(language)
    return {announcement_text(each, CONTENT, words) for each in announcements(fallback)}


def raw_lix(text):
    found = words_in(plain(text))
    return len(found) / len(sentences(text)) + 100 * sum(len(w) > 6 for w in found) / len(found)


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("fallback", FALLBACKS)
def test_every_announcement_is_easy_to_read(fallback, language):
    for text in texts(fallback, language):
        assert lix(text) <= HIGHEST_LIX, text
        assert raw_lix(text) <= HIGHEST_RAW_LIX, text
        assert max(len(words_in(each)) for each in sentences(text)) <= LONGEST_SENTENCE, text
        assert not NEVER.search(plain(text)), text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fallback", FALLBACKS)
def test_different_rules_never_say_the_same(fallback, language):
    words = make.words(language)
    told = announcement_text(announce_to_all(rule(fallback), SUPPLY, TODAY), CONTENT, words)

    others = [each for each in FALLBACKS if each != fallback]
    assert told not in {
        announcement_text(announce_to_all(rule(other), SUPPLY, TODAY), CONTENT, words)
        for other in others
    }


@pytest.mark.parametrize("language", NORWEGIAN)
def test_a_rule_for_some_states_says_for_whom(language):
    words = make.words(language)
    told = {
        announcement_text(
            announce_to_all(rule(MunicipalDefault(MUNICIPAL), states=states), SUPPLY, TODAY),
            CONTENT,
            words,
        )
        for states in STATES
    }

    assert len(told) == len(STATES)


@pytest.mark.parametrize("start_up", START_UPS[1:])
@pytest.mark.parametrize(
    ("language", "where"),
    [
        (Language.BOKMAL, "der du bor"),
        (Language.NYNORSK, "der du bur"),
        (Language.ENGLISH, "where you live"),
    ],
)
def test_the_limit_of_a_start_up_period_says_where_it_counts(start_up, language, where):
    made = announce_to_all(rule(MunicipalDefault(MUNICIPAL), start_up=start_up), SUPPLY, TODAY)

    text = announcement_text(made, CONTENT, make.words(language))

    told = [plain(each) for each in sentences(text)]
    (limit,) = [place for place, each in enumerate(told) if str(start_up.limit) in words_in(each)]
    assert where in told[limit + 1]


def test_many_names_are_told_in_several_sentences():
    everybody = Distribute(Turns(), MUNICIPAL, frozenset(SUPPLY))

    text = plain(
        announcement_text(announce_to_all(rule(everybody), SUPPLY, TODAY), CONTENT, make.words())
    )

    names = [plain(each.name.nb) for each in CONTENT.providers if each.id in SUPPLY]
    assert all(name in text for name in names)
    assert "Disse er med:" in text


def test_whom_a_person_does_not_want_is_not_promised():
    unwanted = announce(
        rule(MunicipalDefault(MUNICIPAL)), SUPPLY, TODAY, objects_to=frozenset({MUNICIPAL})
    )

    text = plain(announcement_text(unwanted, CONTENT, make.words()))

    assert text.startswith("Vi tar kontakt med deg og finner ut hvem som kan hjelpe deg.")
    assert "Du vil ikke ha Eksempelvik kommune, hjemmetjenesten." in text
