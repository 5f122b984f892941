from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.choice import Cannot, Chooses, DoesNotWish, Keeps, Outcome, Postpones
from kiosk.domain.consequence import Situation, follow
from kiosk.domain.nonchoice.parts import ChooseFirst, MunicipalDefault
from kiosk.domain.notice import AgreedDate, CutOff, DaysNotice, MonthsNotice, NoticeRule, Told
from kiosk.domain.service import ServiceId
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    ASSISTANCE,
    FJORDHEIM,
    FULL,
    LIND,
    MUNICIPAL,
    NORTH,
    NURSING,
    TODAY,
)

START = date(2026, 12, 7)
FALLBACKS = st.sampled_from([MunicipalDefault(MUNICIPAL), ChooseFirst(FJORDHEIM)])
PRESENT = st.sampled_from([None, LIND, FULL, MUNICIPAL, FJORDHEIM])


def situation(present=None, municipality=None, service: ServiceId = NURSING):
    return Situation(
        municipality or make.municipality(), service, NORTH, present, TODAY, make.WORKING
    )


def test_a_choice_gives_the_start_and_the_rule_that_it_came_from():
    answer = follow(Chooses(FJORDHEIM), situation(LIND))

    assert (answer.outcome, answer.provider, answer.previous_provider) == (
        Outcome.CHOSEN,
        FJORDHEIM,
        LIND,
    )
    assert (answer.start_on, answer.notice_rule) == (START, "14-dager")


def with_notice(service: ServiceId, rule: NoticeRule):
    """The municipality with another rule for one service."""
    base = make.municipality()
    return replace(
        base,
        services=tuple(
            replace(each, notice=rule) if each.id == service else each for each in base.services
        ),
    )


def test_a_service_may_have_a_rule_of_its_own():
    own = with_notice(ASSISTANCE, NoticeRule("bpa", MonthsNotice(3)))

    nursing = follow(Chooses(FJORDHEIM), situation(LIND, own))
    assistance = follow(Chooses(FJORDHEIM), situation(MUNICIPAL, own, ASSISTANCE))

    assert (nursing.start_on, nursing.notice_rule) == (START, "14-dager")
    assert (assistance.start_on, assistance.notice_rule) == (date(2027, 2, 23), "bpa")


def test_a_date_to_agree_on_is_unknown_and_is_no_waiting_for_a_place():
    agreed = with_notice(NURSING, NoticeRule("avtale", AgreedDate()))

    answer = follow(Chooses(FJORDHEIM), situation(LIND, agreed))

    assert (answer.awaits_date, answer.waits_for_place) == (True, False)
    assert (answer.start_on, answer.interim, answer.notice_rule) == (None, LIND, "avtale")


def test_nobody_agrees_on_a_date_for_what_stays_as_it_is():
    agreed = with_notice(NURSING, NoticeRule("avtale", AgreedDate()))

    for answer in (Chooses(LIND), Keeps(), Chooses(FULL)):
        assert not follow(answer, situation(LIND, agreed)).awaits_date


def test_an_answer_keeps_whom_the_rule_of_the_day_told():
    rule = NoticeRule("n", CutOff(20), notifies=frozenset({Told.PERSON, Told.OLD_PROVIDER}))

    answer = follow(Chooses(FJORDHEIM), situation(LIND, with_notice(NURSING, rule)))

    assert answer.notifies == (Told.OLD_PROVIDER, Told.PERSON)


def test_a_choice_keeps_the_name_of_the_day():
    answer = follow(Chooses(FJORDHEIM), situation())

    assert answer.provider_name is not None
    assert answer.provider_name.nb == "Stiftelsen Fjordheim"


def test_choosing_the_present_provider_is_a_choice_and_changes_nothing():
    answer = follow(Chooses(LIND), situation(LIND))

    assert (answer.outcome, answer.start_on, answer.interim) == (Outcome.CHOSEN, None, None)


def test_choosing_the_municipality_is_a_choice():
    assert follow(Chooses(MUNICIPAL), situation()).outcome is Outcome.CHOSEN


def test_a_full_provider_is_waited_for_and_the_present_one_helps_meanwhile():
    answer = follow(Chooses(FULL), situation(LIND))

    assert (answer.waits_for_place, answer.interim, answer.start_on) == (True, LIND, None)


def test_without_present_help_the_rule_says_who_helps_meanwhile():
    assert follow(Chooses(FULL), situation()).interim == MUNICIPAL


def test_nobody_waits_for_the_one_who_would_help_anyway():
    full = make.municipality(
        rules=make.rules(fallback=MunicipalDefault(FULL)),
    )

    answer = follow(Chooses(FULL), situation(None, full))

    assert (answer.waits_for_place, answer.start_on) == (False, START)


def ended(**changes):
    """The municipality after the contract with Lind AS."""
    base = make.municipality(**changes)
    providers = tuple(
        replace(each, contract_until=date(2026, 11, 1)) if each.id == LIND else each
        for each in base.providers
    )
    return replace(base, providers=providers)


@pytest.mark.parametrize("answer", [Postpones(START), Chooses(FJORDHEIM), Chooses(FULL)])
def test_a_present_provider_whose_contract_has_ended_helps_nobody_meanwhile(answer):
    assert follow(answer, situation(LIND, ended())).interim == MUNICIPAL


def test_who_helps_by_the_rule_does_so_at_once_where_the_present_contract_has_ended():
    answer = follow(DoesNotWish(), situation(LIND, ended()))

    assert (answer.provider, answer.start_on, answer.interim) == (MUNICIPAL, None, None)


@pytest.mark.parametrize(("present", "helper"), [(None, MUNICIPAL), (LIND, LIND)])
def test_somebody_helps_until_the_chosen_one_begins(present, helper):
    answer = follow(Chooses(FJORDHEIM), situation(present))

    assert (answer.start_on, answer.interim) == (START, helper)


def test_the_present_provider_helps_until_the_rule_moves_somebody():
    moving = make.municipality(rules=make.rules(keeps_present=False))

    assert follow(DoesNotWish(), situation(LIND, moving)).interim == LIND


def test_nobody_helps_meanwhile_where_the_chosen_one_begins_the_same_day():
    at_once = make.municipality(notice=NoticeRule("0-dager", DaysNotice(0)))

    answer = follow(Chooses(FJORDHEIM), situation(None, at_once))

    assert (answer.start_on, answer.interim) == (TODAY, None)


def test_keeping_stays_as_it_is():
    answer = follow(Keeps(), situation(LIND))

    assert (answer.outcome, answer.provider, answer.start_on) == (Outcome.KEEPS, LIND, None)


def test_not_wishing_with_help_keeps_it_where_the_rule_says_so():
    answer = follow(DoesNotWish(), situation(LIND))

    assert (answer.outcome, answer.provider, answer.start_on) == (
        Outcome.DOES_NOT_WISH,
        LIND,
        None,
    )


def test_not_wishing_stores_key_and_version_of_the_rule():
    assert follow(DoesNotWish(), situation()).rule == "hjemmesykepleie-nord@1"


def test_moving_by_the_rule_has_a_start():
    moving = make.municipality(rules=make.rules(keeps_present=False))

    answer = follow(DoesNotWish(), situation(LIND, moving))

    assert (answer.provider, answer.start_on) == (MUNICIPAL, START)


def test_choose_first_names_who_helps_meanwhile_and_gives_no_provider():
    first = make.municipality(rules=make.rules(fallback=ChooseFirst(FJORDHEIM)))

    answer = follow(DoesNotWish(), situation(None, first))

    assert (answer.provider, answer.interim) == (None, FJORDHEIM)


def test_cannot_is_told_apart_and_keeps_the_reference():
    answer = follow(Cannot("26/9-1"), situation())

    assert (answer.outcome, answer.decision_reference) == (Outcome.CANNOT, "26/9-1")


def test_postponing_has_a_date_and_a_helper_and_no_provider():
    answer = follow(Postpones(START), situation(LIND))

    assert (answer.outcome, answer.postponed_until, answer.interim, answer.provider) == (
        Outcome.POSTPONED,
        START,
        LIND,
        None,
    )


@given(PRESENT, st.booleans(), FALLBACKS)
def test_outcomes_are_never_merged(present, keeps, fallback):
    judged = situation(present, make.municipality(rules=make.rules(keeps, fallback)))
    answers = (
        Chooses(MUNICIPAL),
        Chooses(present or LIND),
        Keeps(),
        DoesNotWish(),
        Cannot("r"),
        Postpones(START),
    )

    outcomes = [follow(answer, judged).outcome for answer in answers]

    assert outcomes == [
        Outcome.CHOSEN,
        Outcome.CHOSEN,
        Outcome.KEEPS,
        Outcome.DOES_NOT_WISH,
        Outcome.CANNOT,
        Outcome.POSTPONED,
    ]


@given(PRESENT, st.booleans(), FALLBACKS)
def test_what_was_announced_is_what_happens(present, keeps, fallback):
    judged = situation(present, make.municipality(rules=make.rules(keeps, fallback)))

    answer = follow(DoesNotWish(), judged)

    assert (answer.provider or answer.interim) == (
        judged.announced().settled or judged.announced().interim
    )


@pytest.mark.parametrize("answer", [DoesNotWish(), Cannot("r"), Postpones(START), Chooses(FULL)])
@given(present=PRESENT, keeps=st.booleans(), fallback=FALLBACKS)
def test_somebody_always_helps(answer, present, keeps, fallback):
    judged = situation(present, make.municipality(rules=make.rules(keeps, fallback)))

    followed = follow(answer, judged)

    assert followed.provider or followed.interim


def test_an_answer_keeps_every_name_of_the_day():
    answer = follow(Chooses(FULL), situation(LIND))

    names = (answer.service_name, answer.previous_name, answer.interim_name)
    assert [name and name.nb for name in names] == ["Hjemmesykepleie", "Lind AS", "Lind AS"]


@pytest.mark.parametrize("answer", [DoesNotWish(), Chooses(FJORDHEIM), Postpones(START)])
def test_a_present_provider_that_has_left_the_content_is_no_hindrance(answer):
    base = make.municipality()
    without = replace(base, providers=tuple(each for each in base.providers if each.id != LIND))

    followed = follow(answer, situation(LIND, without))

    assert (followed.previous_provider, followed.previous_name) == (LIND, None)


def test_whoever_does_not_wish_to_choose_is_not_given_whom_they_do_not_want():
    unwanted = replace(situation(), objects_to=frozenset({MUNICIPAL}))

    answer = follow(DoesNotWish(), unwanted)

    assert (answer.provider, answer.interim) == (None, MUNICIPAL)
