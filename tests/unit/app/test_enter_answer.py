"""Answers that came on paper: as of the day on which they came, and before what a rule gave."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.case_story import CaseStory
from kiosk.app.enter_answer import EnterAnswer, PaperAnswer
from kiosk.app.nonchoice.allocate import Allocate
from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.record_cannot import RecordCannot
from kiosk.app.watch import Watch
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import (
    Channel,
    Chooses,
    DoesNotWish,
    EventId,
    Keeps,
    Outcome,
    Postpones,
)
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.eligibility import postpone_dates
from kiosk.domain.errors import RefusedError
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import MunicipalDefault
from kiosk.domain.staff import StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING, SELF
from tests.unit.app.nonchoice.people import (
    LATER,
    TODAY,
    desk,
    employed,
    municipality,
    silent_record,
)

FIRST = CaseRef("2026/000001")
CAME = date(2026, 12, 18)


class Office:
    """Somebody who was silent, and an officer with a slip that came before Christmas."""

    def __init__(self, role=StaffRole.CASE_OFFICER, fallback=None, **changes):
        self.content = municipality() if fallback is None else municipality(fallback)
        self.record = silent_record(1, **changes)
        employed(self.record, role)
        self.clock = make.FixedClock(LATER)
        self.enter = EnterAnswer(self.content, self.record, self.clock, make.WORKING)

    def store(self, answer=None, received=CAME, event_id="paper", decider=SELF):
        answers = {NURSING: answer or Chooses(FJORDHEIM)}
        paper = PaperAnswer(FIRST, answers, decider, received)
        return self.enter.store(paper, EventId(event_id), ACTOR)

    def refused(self, *args, **named):
        before = len(self.record.history(FIRST))
        with pytest.raises(RefusedError) as error:
            self.store(*args, **named)
        assert len(self.record.history(FIRST)) == before
        return [each.code for each in error.value.refusals]

    def allocate(self):
        use_case = Allocate(desk(self.record, self.content))
        _, run = use_case.propose(ACTOR, Watch())
        assert use_case.confirm(run, ACTOR) == 1

    @property
    def state(self):
        return self.record.case_file(FIRST).states[0]

    def story(self):
        events = [event for _, event in self.record.history(FIRST)]
        words = make.words(Language.ENGLISH)
        return [make.plain(each.what) for each in CaseStory(events, self.content, words).lines()]


def test_it_is_stored_with_the_day_on_which_it_came():
    office = Office()

    stored = office.store()

    assert (stored.received_on, stored.at.date()) == (CAME, TODAY)
    assert (stored.channel, stored.decider) == (Channel.CASE_PAGE, SELF)
    assert (office.state.outcome, office.state.answer.provider) == (Outcome.CHOSEN, FJORDHEIM)


def test_the_start_is_counted_from_the_day_on_which_it_came():
    early = Office().store(received=date(2027, 1, 5))
    late = Office().store(received=TODAY)

    assert early.answers[0].start_on < late.answers[0].start_on


def test_a_start_that_has_passed_is_agreed_on_instead():
    office = Office()

    (answer,) = office.store(received=date(2026, 11, 5)).answers

    assert (answer.start_on, answer.awaits_date, answer.interim) == (None, True, MUNICIPAL)


def test_it_wins_over_an_allocation_that_was_confirmed_meanwhile():
    office = Office()
    office.allocate()
    allocated = office.state.outcome
    office.clock = make.FixedClock(LATER + timedelta(days=3))
    office.enter = replace(office.enter, clock=office.clock)

    stored = office.store()

    assert (allocated, office.state.outcome) == (Outcome.NO_REPLY, Outcome.CHOSEN)
    assert office.state.answer == stored.answers[0]
    assert office.record.case_file(FIRST).choice == stored
    assert office.story()[-1].startswith("Answers on paper, received 18 December 2026.")
    assert office.story()[-1].endswith(
        "They came before the rule was applied, and hold instead of what the rule gave."
    )


def test_it_wins_too_where_the_person_had_said_before_not_to_wish_to_choose():
    office = Office()
    office.store(DoesNotWish(), received=date(2026, 12, 1), event_id="first")
    office.allocate()

    office.store()

    assert office.state.answer.provider == FJORDHEIM


def test_nobody_who_answered_on_paper_is_due_any_more():
    office = Office()
    use_case = Allocate(desk(office.record, office.content))
    _, run = use_case.propose(ACTOR, Watch())
    office.store()

    assert use_case.confirm(run, ACTOR) == 0
    assert [each.case for each in run.stale] == [FIRST]


def test_without_an_allocation_the_history_says_only_when_it_came():
    office = Office()
    office.store()

    assert "instead of what the rule gave" not in office.story()[-1]


def test_an_answer_that_was_given_later_holds():
    office = Office()
    office.store(received=TODAY, event_id="later")

    assert office.refused(Chooses(LIND)) == ["answer.newer_answer"]


def test_whoever_wanted_to_keep_the_helper_of_that_day_gets_that_one_back():
    rule = replace(make.rules(False, MunicipalDefault(MUNICIPAL))[NURSING, make.NORTH][0])
    moved = {spot: (replace(rule, service=spot[0], zone=spot[1]),) for spot in make.rules()}
    office = Office(services=(make.granted(NURSING, LIND),))
    office.content = replace(office.content, rules=moved)
    office.allocate()
    after = make.FixedClock(LATER + timedelta(days=60))
    office.enter = EnterAnswer(office.content, office.record, after, make.WORKING)
    now = office.record.case_file(FIRST).case_on(after.now().date())

    (answer,) = office.store(Keeps()).answers

    assert now.services[0].present_provider == MUNICIPAL
    assert (answer.provider, answer.interim) == (LIND, MUNICIPAL)


@pytest.mark.parametrize(
    ("named", "codes"),
    [
        ({"received": date(2027, 1, 12)}, ["answer.received_ahead"]),
        ({"received": date(2026, 11, 2)}, ["answer.received_before_decision"]),
        ({"decider": None}, ["answer.signer_missing"]),
        ({"decider": Decider(DeciderRole.PARENT, "Per Prøve")}, ["decider.not_a_child"]),
        ({"answer": Keeps()}, ["choice.nothing_to_keep"]),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(named, codes):
    assert set(codes) <= set(Office().refused(**named))


def test_the_front_desk_enters_no_answers():
    assert Office(StaffRole.FRONT_DESK).refused() == ["staff.may_not_enter_answer"]


def test_nothing_is_entered_in_a_closed_case():
    assert Office(closing=Closing(date(2026, 12, 1), "Flyttet")).refused() == ["choice.case_closed"]


def test_the_same_attempt_again_stores_nothing():
    office = Office()

    assert office.store() == office.store()
    assert sum("paper" in each for each in office.story()) == 1


def test_a_decision_that_was_entered_later_holds():
    office = Office()
    cannot = RecordCannot(office.content, office.record, office.clock, make.WORKING)
    cannot.store(FIRST, NURSING, "2026/9", EventId("cannot"), ACTOR)

    assert office.refused() == ["answer.newer_answer"]


def postponed(office):
    (form,) = office.enter.services(FIRST, CAME)
    return [each.until for each in form.answers if isinstance(each, Postpones)]


def test_the_days_for_thinking_it_over_are_those_of_the_screen():
    office = Office()

    assert postponed(office) == list(postpone_dates(TODAY, date(2026, 11, 24), make.WORKING))


def test_somebody_who_wants_to_think_is_asked_again_on_the_day_that_was_agreed_on():
    office = Office()
    until = postponed(office)[0]
    judge = DueNonchoosers(office.content, office.record)

    office.store(Postpones(until))

    assert (office.state.outcome, office.state.answer.interim) == (Outcome.POSTPONED, MUNICIPAL)
    assert list(judge.of_case(office.record.case_file(FIRST), until)) == []
    (due,) = judge.of_case(office.record.case_file(FIRST), until + timedelta(days=1))
    assert (due.task, due.since, due.is_announced) == (Task.ASK_AGAIN, until, False)


def test_a_day_for_thinking_must_lie_ahead_when_it_is_entered():
    assert Office().refused(Postpones(TODAY)) == ["choice.date_passed"]


def test_whoever_wanted_to_think_before_the_rule_was_applied_keeps_the_help_meanwhile():
    office = Office()
    office.allocate()
    helped = office.record.case_file(FIRST).helps[NURSING].on(TODAY)

    office.store(Postpones(postponed(office)[0]))

    assert (office.state.outcome, office.state.answer.interim) == (Outcome.POSTPONED, helped)
    assert office.record.case_file(FIRST).helps[NURSING].on(TODAY + timedelta(days=60)) == helped


def test_without_a_brochure_providers_stand_by_name_and_none_is_put_first():
    office = Office()

    (form,) = office.enter.services(FIRST, CAME)

    chosen = [each.provider for each in form.answers if isinstance(each, Chooses)]
    names = [office.content.provider(each).name.nb for each in chosen]
    assert len(names) > 1
    assert names == sorted(names, key=str.casefold)
    assert chosen != sorted(chosen)
