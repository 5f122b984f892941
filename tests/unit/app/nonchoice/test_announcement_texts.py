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
AMONG: list[Among] = [Circle.ALL, Circle.PRIVATE, frozenset({LIND, FJORDHEIM})]
FALLBACKS: list[Fallback] = [
    MunicipalDefault(MUNICIPAL),
    ChooseFirst(AAS),
    ChooseFirst(AAS, 14),
    *(
        Distribute(pick, MUNICIPAL, among, otherwise)
        for pick, among, otherwise in product(PICKS, AMONG, (None, MUNICIPAL))
        # whoever has a share is in the circle
        if among is Circle.ALL or not isinstance(pick, WeightedKey)
    ),
    *(
        MinimumShare(10, MUNICIPAL, unit, window, pick=pick)
        for unit, window, pick in product(Unit, Window, PICKS)
    ),
]
SPECIAL: list[Fallback] = [
    *(MinimumShare(100, MUNICIPAL, unit, window) for unit, window in product(Unit, Window)),
    Distribute(Lots(), MUNICIPAL, frozenset({LIND})),
    Distribute(Lots(), MUNICIPAL, frozenset({LIND}), MUNICIPAL),
    MinimumShare(10, MUNICIPAL, among=frozenset({LIND})),
    Distribute(WeightedKey(((LIND, 2), (FJORDHEIM, 1))), MUNICIPAL),
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
    frozenset({NonchoiceState.CANNOT}),
]
CONTENT = make.municipality()
SUPPLY = supply_of(CONTENT, NURSING, NORTH, TODAY)
KNOWN = Known(FJORDHEIM, TODAY, LIND)


def announcements(fallback):
    for continuity, start_up, states, keeps in product(
        (Continuity(), Continuity(1), Continuity(12, household=True)),
        START_UPS,
        STATES,
        (True, False),
    ):
        made = rule(
            fallback, continuity=continuity, start_up=start_up, states=states, keeps_present=keeps
        )
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
@pytest.mark.parametrize("fallback", [*FALLBACKS, *SPECIAL])
def test_every_announcement_is_easy_to_read(fallback, language):
    for text in texts(fallback, language):
        assert lix(text) <= HIGHEST_LIX, text
        assert raw_lix(text) <= HIGHEST_RAW_LIX, text
        assert max(len(words_in(each)) for each in sentences(text)) <= LONGEST_SENTENCE, text
        assert not NEVER.search(plain(text)), text


@pytest.mark.parametrize("language", NORWEGIAN)
@pytest.mark.parametrize("fallback", FALLBACKS)
def test_a_rule_that_was_applied_is_told_without_for_whom_it_holds(fallback, language):
    words = make.words(language)
    made = rule(fallback, states=frozenset({NonchoiceState.NO_REPLY}))
    announced = announce_to_all(made, SUPPLY, TODAY)

    whole, applied = (
        announcement_text(announced, CONTENT, words, tells_states=tells) for tells in (True, False)
    )

    assert whole == f"{words.gettext('This holds if you do not reply.')} {applied}"


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


def told(fallback, language=Language.BOKMAL, **changes):
    made = announce_to_all(rule(fallback, **changes), SUPPLY, TODAY)
    return plain(announcement_text(made, CONTENT, make.words(language)))


def test_what_is_tried_first_is_told_first():
    text = told(Distribute(Turns(), MUNICIPAL), continuity=Continuity(12, household=True))

    assert text.startswith("Har du hjelp fra før, beholder du leverandøren du har. Har en")


def test_a_rule_that_moves_people_says_so():
    moves = "Har du hjelp fra før, kan du få en annen leverandør."

    for fallback in (Distribute(Turns(), MUNICIPAL), MunicipalDefault(MUNICIPAL)):
        assert told(fallback, keeps_present=False).startswith(moves)
        assert moves not in told(fallback)
    assert moves not in told(ChooseFirst(AAS), keeps_present=False)
    # a share is for new people only
    assert moves not in told(MinimumShare(10, MUNICIPAL), keeps_present=False)


def test_a_person_is_told_of_it_who_has_help_from_another():
    moving = rule(MunicipalDefault(MUNICIPAL), keeps_present=False)

    for present, is_moved in [(LIND, True), (MUNICIPAL, False), (None, False)]:
        made = announce(moving, SUPPLY, TODAY, present=present)
        assert made.may_move == is_moved


def test_a_provider_without_a_share_is_not_counted_among_those_who_have_one():
    everybody = WeightedKey(tuple((key, 1) for key in sorted(SUPPLY)))
    some = WeightedKey(((LIND, 2), (FJORDHEIM, 1)))

    assert "Hver leverandør skal ha en fast andel" in told(Distribute(everybody, MUNICIPAL))
    for fallback in (Distribute(some, MUNICIPAL), MinimumShare(10, MUNICIPAL, pick=some)):
        text = told(fallback)
        assert "Hver leverandør" not in text
        assert "Andre leverandører er ikke med." in text


def test_nobody_draws_lots_between_one():
    for pick in (Lots(), Turns(), WeightedKey(((LIND, 2),))):
        text = told(Distribute(pick, MUNICIPAL, frozenset({LIND})), keeps_present=False)
        assert "Hvis du ikke velger, får du hjelp fra Lind AS." in text
        assert "lodd" not in text
        assert "tur" not in text
        assert " av 2" not in text


def test_who_helps_in_any_case_is_not_told_as_one_who_is_picked():
    only = Distribute(Lots(), AAS, frozenset({MUNICIPAL}), MUNICIPAL)

    text = told(only, keeps_present=False)

    assert "plass" not in text
    assert text.count("Eksempelvik kommune") == 1
    assert "Til det er avgjort" in text


def test_where_nobody_is_left_to_pick_nobody_is_promised():
    supply = {key: each for key, each in SUPPLY.items() if key == MUNICIPAL}
    made = announce_to_all(rule(Distribute(Turns(), MUNICIPAL, Circle.PRIVATE)), supply, TODAY)

    text = plain(announcement_text(made, CONTENT, make.words()))

    assert "tur" not in text
    assert "Ellers tar vi kontakt med deg." in text


def test_the_whole_is_not_told_as_a_hundred_of_a_hundred():
    for unit, window in product(Unit, Window):
        assert "100" not in told(MinimumShare(100, MUNICIPAL, unit, window))


def test_one_month_is_told_as_one():
    text = told(MunicipalDefault(MUNICIPAL), continuity=Continuity(1))

    assert "den siste måneden" in text


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        (Language.BOKMAL, "Den som ikke kan velge, "),
        (Language.NYNORSK, "Den som ikkje kan velje, "),
        (Language.ENGLISH, "Those who cannot choose "),
    ],
)
@pytest.mark.parametrize("keeps", [True, False])
def test_a_rule_for_those_who_cannot_is_told_of_them(language, begins, keeps):
    cannot = frozenset({NonchoiceState.CANNOT})

    text = told(MunicipalDefault(MUNICIPAL), language, states=cannot, keeps_present=keeps)

    assert text.startswith(begins)
    assert " du " not in text
    assert " you " not in text


def test_nobody_who_cannot_choose_is_told_to_choose_first():
    cannot = frozenset({NonchoiceState.CANNOT})
    first = ChooseFirst(AAS, 14)

    assert "valgt" not in told(first, states=cannot)
    assert "finner vi ut hvem som kan hjelpe" in told(first, states=cannot)
    assert told(first).endswith("For den som ikke kan velge, finner vi ut hvem som kan hjelpe.")
    assert "kan ikke velge" not in told(first, states=frozenset({NonchoiceState.NO_REPLY}))
