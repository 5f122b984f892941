"""Corrections are judged by what held on the day on which the answer was received."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.at_reception import Doubt
from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.correctable import FindCorrectable
from kiosk.app.record_cannot import RecordCannot
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Keeps
from kiosk.domain.decider import QUESTIONS, Decider, DeciderRole, Question, Reply
from kiosk.domain.event import CaseChanged, ChoiceRecorded, Event
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    CASE,
    FJORDHEIM,
    ISLAND,
    LIND,
    MUNICIPAL,
    NORTH,
    NOW,
    NURSING,
    PRACTICAL,
    SOUTH,
    TODAY,
)
from tests.unit.app.test_life_of_a_choice import REASON, Desk, codes

GUARDIAN = Decider(
    DeciderRole.GUARDIAN,
    "Nils Prøve",
    {
        question: Reply.NO if question is Question.PERSON_OBJECTS else Reply.YES
        for question in QUESTIONS[DeciderRole.GUARDIAN]
    },
)


class Later(Desk):
    """The same desk, with lists that come between the answer and its correction."""

    def list_says(self, number, **changes):
        case = replace(self.record.case_file(CASE).case, **changes)
        body = CaseChanged(case, tuple(changes))
        self.record.append([Event(EventId(f"list-{number}"), self.clock.now(), ACTOR, CASE, body)])

    def right(self, choice, answers, event_id=None, **known):
        use_case = CorrectChoice(self.municipality, self.record, self.clock, make.WORKING)
        mistake = Mistake(CASE, choice.id, answers, REASON, **known)
        return use_case.store(mistake, event_id or next(self.ids), ACTOR)

    def find(self):
        return FindCorrectable(self.municipality, self.record, make.WORKING)

    def last_correction(self):
        bodies = [event.body for _, event in self.record.history(CASE)]
        return [body for body in bodies if isinstance(body, ChoiceRecorded)][-1].correction


@pytest.fixture
def desk():
    made = Later(make.case(granted(NURSING), granted(PRACTICAL)))
    # The list came some days before the visit.
    made.wait(5)
    return made


def granted(service, present=LIND):
    return make.granted(service, present)


def test_who_moves_afterwards_is_corrected_by_the_zone_of_that_day(desk):
    wrong = desk.answer(practical=Chooses(AAS))
    desk.wait(3)
    desk.list_says(1, zone=ISLAND)

    right = desk.right(wrong, {PRACTICAL: Chooses(FJORDHEIM)})

    assert right.answers[0].provider == FJORDHEIM


def test_what_is_offered_only_in_the_new_zone_cannot_be_put_there():
    desk = Later(make.case(granted(NURSING), granted(PRACTICAL), zone=SOUTH))
    wrong = desk.answer(practical=Chooses(AAS))
    desk.wait(3)
    desk.list_says(1, zone=NORTH)

    attempt = {PRACTICAL: Chooses(FJORDHEIM)}
    assert codes(lambda: desk.right(wrong, attempt)) == ["choice.provider_not_offered"]
    _, form = sorted(desk.find().services(wrong), key=lambda each: each.service)
    assert Chooses(FJORDHEIM) not in form.answers


def test_a_list_that_names_another_helper_later_does_not_change_who_helped_then(desk):
    wrong = desk.answer(practical=Chooses(AAS))
    desk.wait(3)
    desk.list_says(1, services=(granted(NURSING, FJORDHEIM), granted(PRACTICAL, AAS)))

    right = desk.right(wrong, {NURSING: Keeps(), PRACTICAL: Chooses(AAS)})

    (nursing,) = [each for each in right.answers if each.service == NURSING]
    assert nursing.provider == LIND


def test_a_service_that_was_granted_then_can_be_corrected_when_it_no_longer_is(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(3)
    desk.list_says(1, services=(granted(PRACTICAL),))

    right = desk.right(wrong, {NURSING: Chooses(MUNICIPAL)})

    assert right.answers[0].provider == MUNICIPAL


def test_a_service_that_was_not_granted_then_cannot_be_put_there(desk):
    desk = Later(make.case(granted(NURSING)))
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(3)
    desk.list_says(1, services=(granted(NURSING), granted(PRACTICAL)))

    attempt = {NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(LIND)}
    assert codes(lambda: desk.right(wrong, attempt)) == ["choice.service_not_offered"]


def test_a_provider_that_was_not_shown_then_cannot_be_put_there(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    newcomer = make.bare(AAS, "Ås AS", make.offer(NURSING), make.offer(PRACTICAL))
    others = [each for each in desk.municipality.providers if each.id != AAS]
    desk.municipality = replace(desk.municipality, providers=(*others, newcomer), version="2")

    assert codes(lambda: desk.right(wrong, {NURSING: Chooses(AAS)})) == [
        "choice.provider_not_offered"
    ]


def test_what_the_record_does_not_know_of_that_day_is_said(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    assert desk.find().doubts(wrong) == ()

    desk.municipality = replace(desk.municipality, version="2")
    long_ago = date(2026, 11, 5)

    assert desk.find().doubts(wrong) == (Doubt.OTHER_CONTENT,)
    assert desk.find().doubts(wrong, long_ago) == (Doubt.NO_LIST, Doubt.OTHER_CONTENT)


def test_who_decided_is_corrected_and_the_answers_stay(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(2)

    right = desk.right(wrong, {NURSING: Chooses(FJORDHEIM)}, decider=GUARDIAN)

    assert right.decider == GUARDIAN
    assert right.answers == wrong.answers
    assert desk.choices()[0].decider == make.SELF


def test_who_decided_is_judged_by_the_law(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    against = replace(GUARDIAN, replies={**GUARDIAN.replies, Question.PERSON_OBJECTS: Reply.YES})

    attempt = {NURSING: Chooses(FJORDHEIM)}
    assert codes(lambda: desk.right(wrong, attempt, decider=against)) == ["decider.person_objects"]


def test_the_age_of_that_day_decides_who_may_decide():
    born = date(TODAY.year - make.municipality().child_age_years, TODAY.month, TODAY.day)
    desk = Later(make.case(birth_date=born + timedelta(days=1)))
    parent = Decider(DeciderRole.PARENT, "Nils Prøve", {Question.DOCUMENT_SEEN: Reply.YES})
    wrong = desk.answer(decider=parent, nursing=Chooses(FJORDHEIM))
    desk.wait(10)
    other = replace(parent, name="Nina Prøve")

    assert desk.right(wrong, {NURSING: Chooses(FJORDHEIM)}, decider=other).decider == other


def test_nobody_decided_where_a_decision_was_entered(desk):
    use_case = RecordCannot(desk.municipality, desk.record, desk.clock, make.WORKING)
    wrong = use_case.store(CASE, NURSING, "26/9-1", next(desk.ids), ACTOR)

    assert codes(lambda: desk.right(wrong, {}, decider=GUARDIAN)) == ["correction.nobody_decided"]


def test_another_day_of_reception_counts_the_dates_anew(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    earlier = wrong.at.date() - timedelta(days=3)

    right = desk.right(wrong, {NURSING: Chooses(FJORDHEIM)}, received=earlier)

    assert desk.state().answered_on == earlier
    assert desk.last_correction().received == earlier
    assert right.answers[0].start_on < wrong.answers[0].start_on


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (1, "correction.received_later"),
        (-40, "correction.received_before_decision"),
    ],
)
def test_a_day_on_which_it_cannot_have_been_received_is_refused(desk, days, code):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    day = wrong.at.date() + timedelta(days=days)
    desk.wait(20)

    attempt = {NURSING: Chooses(FJORDHEIM)}
    assert codes(lambda: desk.right(wrong, attempt, received=day)) == [code]


def test_no_answer_is_moved_past_another_one(desk):
    desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(4)
    second = desk.answer(nursing=Chooses(MUNICIPAL))
    day = desk.today - timedelta(days=5)

    attempt = {NURSING: Chooses(MUNICIPAL)}
    assert codes(lambda: desk.right(second, attempt, received=day)) == [
        "correction.received_out_of_order"
    ]


def test_a_day_that_was_corrected_can_be_corrected_again_up_to_the_day_of_storing(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    stored_on = wrong.at.date()
    answers = {NURSING: Chooses(FJORDHEIM)}
    second = desk.right(wrong, answers, received=stored_on - timedelta(days=3))
    desk.wait(9)

    third = desk.right(second, answers, received=stored_on)

    assert third.answers == wrong.answers
    assert desk.state().answered_on == stored_on


def test_a_repeated_correction_stores_nothing_and_another_one_is_refused(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    answers, again = {NURSING: Chooses(FJORDHEIM)}, EventId("again")
    once = desk.right(wrong, answers, again, decider=GUARDIAN)

    assert desk.right(wrong, answers, again, decider=GUARDIAN) == once
    for other in ({"decider": make.SELF}, {"decider": GUARDIAN, "received": NOW.date()}):
        assert codes(lambda known=other: desk.right(wrong, answers, again, **known)) == [
            "visit.stored_otherwise"
        ]


def test_a_list_of_the_same_day_counts_only_before_the_answer(desk):
    wrong = desk.answer(practical=Chooses(AAS))
    desk.list_says(1, zone=ISLAND)

    right = desk.right(wrong, {PRACTICAL: Chooses(FJORDHEIM)})

    assert right.answers[0].provider == FJORDHEIM


def test_a_later_answer_of_the_same_day_is_nobody_who_helped_before():
    desk = Later(make.case(granted(NURSING), granted(PRACTICAL, None)))
    first = desk.answer(nursing=Chooses(FJORDHEIM))
    second = desk.answer(practical=DoesNotWish())
    assert second.answers[0].interim == AAS

    right = desk.right(first, {NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(LIND)})

    (practical,) = [each for each in right.answers if each.service == PRACTICAL]
    assert practical.previous_provider is None


def test_an_earlier_answer_that_was_corrected_later_helped_before_all_the_same():
    desk = Later(make.case(granted(NURSING), granted(PRACTICAL, None)))
    first = desk.answer(practical=Chooses(LIND))
    second = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.right(first, {PRACTICAL: DoesNotWish()})

    both = {NURSING: Chooses(FJORDHEIM), PRACTICAL: Chooses(LIND)}
    (practical,) = [a for a in desk.right(second, both).answers if a.service == PRACTICAL]
    assert practical.previous_provider == AAS


def test_the_content_that_was_shown_counts_however_often_it_is_corrected(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.municipality = replace(desk.municipality, version="2")
    second = desk.right(wrong, {NURSING: Chooses(MUNICIPAL)})

    assert desk.find().doubts(second) == (Doubt.OTHER_CONTENT,)


def test_no_answer_is_moved_past_a_later_one_either(desk):
    answers = {NURSING: Chooses(FJORDHEIM)}
    day = desk.today - timedelta(days=4)
    first = desk.right(desk.answer(nursing=Chooses(FJORDHEIM)), answers, received=day)
    later = desk.answer(nursing=Chooses(MUNICIPAL))
    desk.right(later, {NURSING: Chooses(MUNICIPAL)}, received=day + timedelta(days=1))

    attempt = day + timedelta(days=2)
    assert codes(lambda: desk.right(first, answers, received=attempt)) == [
        "correction.received_out_of_order"
    ]
