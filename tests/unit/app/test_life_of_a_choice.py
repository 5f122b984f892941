"""Change, switch, withdraw and correct: dates are counted anew, and nothing is ever overwritten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.correct_choice import CorrectChoice, Mistake
from kiosk.app.record_cannot import RecordCannot
from kiosk.app.record_choice import Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.case import Closing
from kiosk.domain.choice import (
    Cannot,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    Outcome,
    Postpones,
)
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import CaseChanged, ChoiceRecorded, Event, StaffAdded
from kiosk.domain.language import Language
from kiosk.domain.session import Visit
from kiosk.domain.signature import Signature
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import (
    AAS,
    ACTOR,
    CASE,
    FJORDHEIM,
    LIND,
    MUNICIPAL,
    NOW,
    NURSING,
    PRACTICAL,
    TODAY,
)

SHOWN = {NURSING: (FJORDHEIM, MUNICIPAL, LIND), PRACTICAL: (FJORDHEIM, AAS, LIND)}
REASON = "Feil leverandør ble trykket."


class Desk:
    """One case through the weeks: answers, withdrawals and corrections on a moving clock."""

    def __init__(self, case=None, role=StaffRole.CASE_OFFICER):
        self.record = make.record_with(case or make.case())
        member = StaffMember(ACTOR, role, "hash")
        self.record.append([Event(EventId("staff"), NOW, "program", None, StaffAdded(member))])
        self.clock = make.FixedClock()
        self.municipality = make.municipality()
        self.ids = (EventId(f"0193-{number:04}") for number in range(1, 100))

    def wait(self, days):
        self.clock.moment += timedelta(days=days)

    @property
    def today(self):
        return self.clock.now().date()

    def answer(self, signature=None, decider=make.SELF, **answers):
        given = {{"nursing": NURSING, "practical": PRACTICAL}[key]: a for key, a in answers.items()}
        visit = Visit(CASE, (NURSING, PRACTICAL), given, decider, nonchoice_shown=True)
        review = ReviewAnswers(self.municipality, self.clock, make.WORKING)
        read = review.consequences(self.record.case_file(CASE).case_on(self.today), visit)
        presented = Presented(SHOWN, Language.BOKMAL, tuple(read.values()))
        use_case = RecordChoice(self.municipality, self.record, self.clock, make.WORKING)
        return use_case.store(visit, presented, next(self.ids), ACTOR, signature)

    def withdraw(self, choice, *services, event_id=None, decider=make.SELF, participants=()):
        use_case = WithdrawChoice(self.municipality, self.record, self.clock)
        wish = Wish(CASE, choice.id, services or (NURSING,), decider, participants)
        return use_case.store(wish, event_id or next(self.ids), ACTOR)

    def correct(self, choice, answers, event_id=None, reason=REASON):
        use_case = CorrectChoice(self.municipality, self.record, self.clock, make.WORKING)
        mistake = Mistake(CASE, choice.id, answers, reason)
        return use_case.store(mistake, event_id or next(self.ids), ACTOR)

    def state(self, service=NURSING):
        states = self.record.case_file(CASE).states
        return next(state for state in states if state.service == service)

    def helper(self, service=NURSING, on=None):
        return self.record.case_file(CASE).helps[service].on(on or self.today)

    def choices(self):
        events = [event for _, event in self.record.history(CASE)]
        return [event.body.choice for event in events if isinstance(event.body, ChoiceRecorded)]


@pytest.fixture
def desk():
    return Desk()


def codes(attempt):
    with pytest.raises(RefusedError) as found:
        attempt()
    return [refusal.code for refusal in found.value.refusals]


def test_a_switch_counts_its_notice_anew_and_the_old_provider_delivers_until_then(desk):
    first = desk.answer(nursing=Chooses(FJORDHEIM)).answers[0]
    desk.wait(60)

    second = desk.answer(nursing=Chooses(LIND)).answers[0]

    assert first.start_on is not None
    assert second.start_on is not None
    assert (second.previous_provider, second.interim) == (FJORDHEIM, FJORDHEIM)
    assert second.start_on > desk.today
    assert desk.helper(on=second.start_on - timedelta(days=1)) == FJORDHEIM
    assert desk.helper(on=second.start_on) == LIND


def test_a_change_before_the_start_drops_the_first_plan(desk):
    first = desk.answer(nursing=Chooses(FJORDHEIM)).answers[0]
    helped_before = desk.helper()
    desk.wait(2)

    second = desk.answer(nursing=Chooses(MUNICIPAL)).answers[0]

    assert second.previous_provider == helped_before
    assert desk.helper(on=first.start_on) != FJORDHEIM
    assert desk.helper(on=date(2027, 6, 1)) == MUNICIPAL


def test_a_withdrawn_choice_leaves_the_service_open_and_the_helper_in_place(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM), practical=DoesNotWish())
    helped = desk.helper()

    withdrawal = desk.withdraw(choice)

    assert desk.state().outcome is None
    assert desk.state(PRACTICAL).outcome is Outcome.DOES_NOT_WISH
    assert desk.helper(on=date(2027, 6, 1)) == helped
    assert withdrawal.receipt_number.startswith(desk.municipality.receipt_prefix)
    assert [named.service for named in withdrawal.services] == [NURSING]
    assert desk.choices() != []


def test_what_has_begun_cannot_be_withdrawn(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(60)

    assert codes(lambda: desk.withdraw(choice)) == ["withdrawal.has_begun"]
    assert desk.state().outcome is Outcome.CHOSEN


def test_a_postponed_answer_can_be_taken_back(desk):
    choice = desk.answer(nursing=Postpones(TODAY + timedelta(days=7)))

    desk.withdraw(choice)

    assert desk.state().outcome is None


def test_only_the_standing_answer_can_be_withdrawn(desk):
    first = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.answer(nursing=Chooses(MUNICIPAL))

    assert codes(lambda: desk.withdraw(first)) == ["withdrawal.not_standing"]


def test_a_repeated_withdrawal_stores_nothing(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    once = desk.withdraw(choice, event_id=EventId("again"))
    before = len(desk.record.history(CASE))

    assert desk.withdraw(choice, event_id=EventId("again")) == once
    assert len(desk.record.history(CASE)) == before


def test_a_repeated_withdrawal_that_names_others_is_refused(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.withdraw(choice, event_id=EventId("again"), participants=("next_of_kin",))

    again = {"event_id": EventId("again"), "participants": ("interpreter",)}
    assert codes(lambda: desk.withdraw(choice, **again)) == ["visit.stored_otherwise"]


@pytest.mark.parametrize(
    ("role", "withdrawing", "correcting"),
    [
        (StaffRole.CASE_OFFICER, [], []),
        (StaffRole.FRONT_DESK, ["staff.may_not_withdraw"], ["staff.may_not_correct"]),
    ],
)
def test_rights_decide_who_withdraws_and_corrects(role, withdrawing, correcting):
    desk = Desk(role=role)
    choice = desk.answer(nursing=Chooses(FJORDHEIM))

    def told(attempt):
        try:
            attempt()
        except RefusedError as error:
            return [refusal.code for refusal in error.refusals]
        return []

    assert told(lambda: desk.correct(choice, {NURSING: Chooses(MUNICIPAL)})) == correcting
    newest = desk.choices()[-1]
    assert told(lambda: desk.withdraw(newest)) == withdrawing


def test_a_correction_stands_in_place_of_the_wrong_answer_with_its_dates(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(5)

    right = desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)})

    state = desk.state()
    assert (state.answer.provider, state.answered_on) == (MUNICIPAL, TODAY)
    assert right.answers[0].start_on == wrong.answers[0].start_on
    assert right.answers[0].previous_provider == wrong.answers[0].previous_provider
    assert right.receipt_number != wrong.receipt_number


def test_a_signature_for_the_wrong_answer_does_not_sign_the_correction(desk):
    signature = Signature((((0, 0), (900, 300)),))
    wrong = desk.answer(nursing=Chooses(FJORDHEIM), signature=signature)

    right = desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)})

    assert (wrong.signature, right.signature) == (signature, None)


def test_the_wrong_answer_stays_readable_with_who_and_why(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)})

    first, second = desk.choices()
    assert first.answers[0].provider == FJORDHEIM
    *_, event = [event for _, event in desk.record.history(CASE)]
    assert event.actor == ACTOR
    assert event.body.correction.reason == REASON
    assert event.body.correction.choice == first.id
    assert desk.record.receipt_by_number(wrong.receipt_number).answers[0].provider == FJORDHEIM
    assert second.person == first.person


def test_what_should_not_have_been_stored_is_corrected_to_nothing(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))

    desk.correct(wrong, {})

    assert desk.state().outcome is None
    assert desk.helper(on=date(2027, 6, 1)) != FJORDHEIM


def test_a_correction_can_be_corrected_but_what_is_corrected_cannot(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    second = desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)})

    assert codes(lambda: desk.correct(wrong, {NURSING: DoesNotWish()})) == [
        "correction.is_corrected"
    ]
    desk.wait(3)
    third = desk.correct(second, {NURSING: DoesNotWish()})
    assert desk.state().answer == third.answers[0]
    assert desk.state().answered_on == TODAY


def test_a_later_answer_stays_the_last_word_after_a_correction_of_an_earlier_one(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(60)
    desk.answer(nursing=Chooses(LIND))

    desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)})

    assert desk.state().answer.provider == LIND
    assert desk.helper(on=date(2027, 6, 1)) == LIND


@pytest.mark.parametrize(
    ("answers", "reason", "code"),
    [
        ({NURSING: Chooses(FJORDHEIM)}, REASON, "correction.nothing_changed"),
        ({NURSING: Chooses(MUNICIPAL)}, " ", "correction.reason_missing"),
        ({NURSING: Chooses(AAS)}, REASON, "choice.provider_not_offered"),
    ],
)
def test_a_correction_is_judged_like_an_answer(desk, answers, reason, code):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))

    assert codes(lambda: desk.correct(wrong, answers, reason=reason)) == [code]
    assert len(desk.choices()) == 1


def test_a_choice_of_another_case_cannot_be_corrected(desk):
    stranger = replace(desk.answer(nursing=Chooses(FJORDHEIM)), id=EventId("elsewhere"))

    assert codes(lambda: desk.correct(stranger, {})) == ["correction.no_choice"]


def test_after_cannot_the_next_answer_counts_from_who_helps_by_then(desk):
    use_case = RecordCannot(desk.municipality, desk.record, desk.clock, make.WORKING)
    by_rule = use_case.store(CASE, NURSING, "26/9-1", next(desk.ids), ACTOR).answers[0]
    desk.wait(60)

    chosen = desk.answer(nursing=Chooses(FJORDHEIM)).answers[0]

    assert chosen.previous_provider == by_rule.provider
    assert chosen.start_on is not None


def test_a_correction_of_the_morning_leaves_the_last_word_to_the_answer_after_it(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.answer(nursing=Chooses(MUNICIPAL))

    desk.correct(wrong, {NURSING: DoesNotWish()})

    assert desk.state().answer.provider == MUNICIPAL


def test_no_clock_decides_which_answer_is_the_last_word(desk):
    desk.wait(400)
    desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(-400)

    desk.answer(nursing=Chooses(MUNICIPAL))

    assert desk.state().answer.provider == MUNICIPAL


def test_correcting_one_service_revives_nothing_that_was_taken_back_for_another(desk):
    desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(1)
    choice = desk.answer(nursing=Chooses(MUNICIPAL), practical=Chooses(LIND))
    desk.withdraw(choice, NURSING)

    desk.correct(choice, {PRACTICAL: Chooses(AAS)})

    assert desk.state().outcome is None
    assert desk.state(PRACTICAL).answer.provider == AAS


def test_what_was_taken_back_cannot_be_corrected(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.withdraw(choice)

    assert codes(lambda: desk.correct(choice, {NURSING: Chooses(MUNICIPAL)})) == [
        "correction.withdrawn"
    ]


def test_a_correction_counts_from_who_helped_then_whatever_the_list_says_by_now(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.wait(60)
    listed = make.case(make.granted(NURSING, FJORDHEIM), make.granted(PRACTICAL))
    changed = Event(next(desk.ids), desk.clock.now(), ACTOR, CASE, CaseChanged(listed, ()))
    desk.record.append([changed])

    right = desk.correct(wrong, {NURSING: Keeps()})

    assert right.answers[0].provider == LIND


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Cannot("26/9-1"), "choice.staff_only"),
        (Postpones(date(2020, 1, 1)), "choice.date_passed"),
    ],
)
def test_a_correction_stores_nothing_that_a_visit_would_not(desk, answer, code):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM))

    assert codes(lambda: desk.correct(wrong, {NURSING: answer})) == [code]


def test_a_corrected_decision_needs_its_reference(desk):
    use_case = RecordCannot(desk.municipality, desk.record, desk.clock, make.WORKING)
    wrong = use_case.store(CASE, NURSING, "26/9-1", next(desk.ids), ACTOR)

    assert codes(lambda: desk.correct(wrong, {NURSING: Cannot(" ")})) == [
        "cannot.reference_missing"
    ]
    assert desk.correct(wrong, {NURSING: Cannot("26/9-2")}).answers[0].decision_reference


def test_a_repeated_attempt_that_says_otherwise_is_refused(desk):
    wrong = desk.answer(nursing=Chooses(FJORDHEIM), practical=DoesNotWish())
    desk.correct(wrong, {NURSING: Chooses(MUNICIPAL)}, event_id=EventId("one"))
    newest = desk.choices()[-1]
    desk.withdraw(newest, NURSING, event_id=EventId("two"))

    other = codes(lambda: desk.correct(wrong, {NURSING: DoesNotWish()}, event_id=EventId("one")))
    others = codes(lambda: desk.withdraw(newest, PRACTICAL, event_id=EventId("two")))

    assert other == others == ["visit.stored_otherwise"]


def test_nothing_of_a_closed_case_is_taken_back(desk):
    choice = desk.answer(nursing=Chooses(FJORDHEIM))
    desk.record.append([make.closed_event(CASE, Closing(TODAY, "flyttet"))])

    assert codes(lambda: desk.withdraw(choice)) == ["choice.case_closed"]
