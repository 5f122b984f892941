"""No non-choice beats what a rule gave: the state is recorded, and the provider stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.record_cannot import RecordCannot
from kiosk.domain.allocation_events import WishesNoted
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Outcome
from kiosk.domain.nonchoice.applicant import Known
from kiosk.domain.nonchoice.parts import MunicipalDefault, NonchoiceState
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, MUNICIPAL, NORTH, NURSING
from tests.unit.app.nonchoice.people import LATER, TODAY, told
from tests.unit.app.nonchoice.test_meanwhile import answered
from tests.unit.app.test_enter_answer import CAME, FIRST, Office

SOON = LATER + timedelta(days=2)
LONG_AFTER = LATER + timedelta(days=90)


class Desk(Office):
    """A rule with turns gave somebody a provider of its own, which begins in two weeks."""

    def __init__(self):
        super().__init__()
        self.allocate()
        self.given = self.state.answer

    def on(self, moment):
        self.clock = make.FixedClock(moment)
        self.enter = replace(self.enter, municipality=self.content, clock=self.clock)

    def cannot(self):
        use_case = RecordCannot(self.content, self.record, self.clock, make.WORKING)
        (answer,) = use_case.store(FIRST, NURSING, "26/9", EventId("cannot"), ACTOR).answers
        return answer

    def municipal_for(self, state):
        """The rule for a state gives the municipality; the others stay as they are."""
        (turns,) = self.content.rules[NURSING, NORTH]
        others = replace(turns, states=turns.states - {state})
        own = replace(
            turns,
            id="own",
            states=frozenset({state}),
            fallback=MunicipalDefault(MUNICIPAL),
            keeps_present=False,
        )
        rules = {**self.content.rules, (NURSING, NORTH): (others, own)}
        self.content = replace(self.content, rules=rules)

    def tasks(self):
        judge, day = DueNonchoosers(self.content, self.record), self.clock.now().date()
        return [each.task for each in judge.of_case(self.record.case_file(FIRST), day)]

    def helper(self, moment):
        return self.record.case_file(FIRST).helps[NURSING].on(moment.date())


@pytest.fixture
def desk():
    made = Desk()
    assert made.given.provider != MUNICIPAL
    assert made.given.start_on > TODAY
    return made


@pytest.mark.parametrize("received", [CAME, SOON.date()])
@pytest.mark.parametrize("moment", [SOON, LONG_AFTER])
def test_a_slip_with_no_wish_to_choose_takes_nobody_s_provider_away(desk, received, moment):
    desk.on(moment)

    (answer,) = desk.store(DoesNotWish(), received=received).answers

    assert (answer.outcome, answer.provider) == (Outcome.DOES_NOT_WISH, desk.given.provider)
    assert answer.rule == desk.given.rule
    assert desk.state.outcome is Outcome.DOES_NOT_WISH
    assert desk.tasks() == []
    for each in (LONG_AFTER, LONG_AFTER + timedelta(days=90)):
        assert desk.helper(each) == desk.given.provider


def test_a_start_that_lies_ahead_stays_as_it_was_told(desk):
    desk.on(SOON)

    (answer,) = desk.store(DoesNotWish(), received=SOON.date()).answers

    assert replace(answer, outcome=desk.given.outcome) == desk.given
    assert desk.helper(SOON) == MUNICIPAL


def test_whoever_cannot_choose_keeps_the_provider_that_the_same_rule_gave(desk):
    desk.on(LONG_AFTER)

    answer = desk.cannot()

    assert (answer.outcome, answer.provider) == (Outcome.CANNOT, desk.given.provider)
    assert answer.decision_reference == "26/9"
    assert desk.tasks() == []


def test_another_rule_for_the_state_waits_for_somebody_who_confirms_it(desk):
    desk.municipal_for(NonchoiceState.CANNOT)
    desk.on(LONG_AFTER)

    answer = desk.cannot()

    assert (answer.provider, answer.interim) == (None, desk.given.provider)
    assert desk.helper(LONG_AFTER) == desk.given.provider
    assert desk.tasks() == [Task.APPLY_RULE]


def test_another_rule_that_may_give_the_same_leaves_it_at_that(desk):
    (turns,) = desk.content.rules[NURSING, NORTH]
    other = replace(turns, id="other", keeps_present=False)
    rules = {**desk.content.rules, (NURSING, NORTH): (other,)}
    desk.content = replace(desk.content, rules=rules)
    desk.on(SOON)

    (answer,) = desk.store(DoesNotWish(), received=SOON.date()).answers

    assert (answer.provider, desk.tasks()) == (desk.given.provider, [])


def test_a_visit_judges_as_paper_does(desk):
    answered(desk.record, desk.content, DoesNotWish(), LONG_AFTER.date(), FIRST)

    assert desk.state.answer.provider == desk.given.provider
    assert desk.state.outcome is Outcome.DOES_NOT_WISH


def test_whom_the_person_expressly_does_not_want_is_no_provider_that_stays(desk):
    noted = WishesNoted(NURSING, Known(), objects_to=(desk.given.provider,))
    told(desk.record, FIRST, noted, at=SOON)
    desk.on(SOON)

    (answer,) = desk.store(DoesNotWish(), received=SOON.date()).answers

    assert answer.provider is None
    assert desk.tasks() == [Task.APPLY_RULE]


def test_a_choice_still_wins_over_what_a_rule_gave(desk):
    desk.on(SOON)

    desk.store(Chooses(FJORDHEIM))

    assert desk.state.answer.provider == FJORDHEIM
