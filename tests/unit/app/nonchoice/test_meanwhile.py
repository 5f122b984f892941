"""Whoever helps until it is settled who does is nobody's present provider for the rule."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest

from kiosk.app.nonchoice.allocation_run import open_run
from kiosk.app.nonchoice.survey import survey
from kiosk.app.record_choice import Presented, RecordChoice
from kiosk.app.review import ReviewAnswers
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Postpones
from kiosk.domain.event import CaseChanged
from kiosk.domain.helping import Help
from kiosk.domain.language import Language
from kiosk.domain.nonchoice.parts import Distribute, MinimumShare, Turns, Window
from kiosk.domain.nonchoice.proposal import Way
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.session import Visit
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, FJORDHEIM, LIND, MUNICIPAL, NURSING
from tests.unit.app.nonchoice.people import TODAY, desk, employed, municipality, silent_record, told

FIRST = CaseRef("2026/000001")
SHOWN = {NURSING: (MUNICIPAL, LIND, FJORDHEIM)}
PRIVATE_TURNS = Distribute(Turns(), MUNICIPAL, frozenset({LIND, FJORDHEIM}))
_numbers = count(1)


def answered(record, content, answer, day=make.TODAY, case=FIRST):
    clock = make.FixedClock(make.NOW + (day - make.TODAY))
    visit = Visit(case, (NURSING,), {NURSING: answer}, make.SELF, nonchoice_shown=True)
    review = ReviewAnswers(content, clock, make.WORKING)
    read = review.consequences(record.case_file(case).case_on(day), visit)
    presented = Presented(SHOWN, Language.BOKMAL, tuple(read.values()))
    use_case = RecordChoice(content, record, clock, make.WORKING)
    return use_case.store(visit, presented, EventId(f"answer-{next(_numbers)}"), ACTOR)


def proposed(record, content):
    made = desk(record, content)
    run = open_run(made, survey(content, record, TODAY), ACTOR)
    return [each.proposal for each in run.open]


def test_who_helps_until_the_rule_is_applied_is_not_kept_by_it():
    record, content = silent_record(1), municipality(PRIVATE_TURNS)
    answered(record, content, DoesNotWish())

    (proposal,) = proposed(record, content)

    assert record.case_file(FIRST).helps[NURSING].on(TODAY) == MUNICIPAL
    assert (proposal.applicant.present, proposal.way) == (None, Way.TURN)


def test_the_list_that_tells_of_it_changes_nothing():
    record, content = silent_record(1), municipality(PRIVATE_TURNS)
    answered(record, content, DoesNotWish())
    case = record.case_file(FIRST).case
    listed = replace(case, services=(replace(case.services[0], present_provider=MUNICIPAL),))
    told(record, FIRST, CaseChanged(listed, ()), at=make.NOW + timedelta(days=9))

    assert [each.way for each in proposed(record, content)] == [Way.TURN]


def test_what_was_taken_back_before_it_began_leaves_a_new_person():
    record, content = silent_record(1), municipality(PRIVATE_TURNS)
    employed(record)
    choice = answered(record, content, Chooses(LIND))
    wish = Wish(FIRST, choice.id, (NURSING,), make.SELF, ())
    WithdrawChoice(content, record, make.FixedClock()).store(wish, EventId("taken-back"), ACTOR)
    for letter, day in (
        (LetterKind.INVITATION, make.TODAY),
        (LetterKind.REMINDER, date(2026, 12, 7)),
    ):
        told(record, FIRST, LetterPosted(letter, day))

    assert [each.way for each in proposed(record, content)] == [Way.TURN]


def test_whoever_wanted_time_to_think_hears_the_same_afterwards():
    record, content = silent_record(1), municipality(PRIVATE_TURNS)
    answered(record, content, Postpones(make.TODAY + timedelta(days=7)))

    choice = answered(record, content, DoesNotWish(), make.TODAY + timedelta(days=7))

    assert choice.answers[0].provider is None
    assert choice.answers[0].interim == MUNICIPAL
    assert [each.way for each in proposed(record, content)] == [Way.TURN]


@pytest.mark.parametrize("window", Window)
def test_a_share_counts_nobody_twice_who_waits_for_the_rule(window):
    record, content = silent_record(4), municipality(MinimumShare(50, MUNICIPAL, window=window))
    for number in (1, 2, 3, 4):
        answered(record, content, DoesNotWish(), case=CaseRef(f"2026/{number:06}"))

    shares = [each.share for each in proposed(record, content)]

    assert [each.total for each in shares if each is not None] == [0, 1, 2, 3]


def test_nobody_who_helps_is_nobody_who_helps_meanwhile():
    listed = silent_record(1).case_file(FIRST).helps[NURSING].listed

    assert not Help(listed).is_meanwhile(TODAY)


@pytest.mark.parametrize(("since", "new"), [((2027, 1, 4), 1), ((2026, 12, 31), 0), (None, 0)])
def test_whom_the_list_names_since_this_year_is_new_this_year(since, new):
    helped = make.granted(NURSING, LIND)
    helped = replace(helped, present_since=None if since is None else date(*since))
    record = silent_record(1, services=(helped,))

    standing = survey(municipality(), record, TODAY).standing

    flow = standing.flow.get((NURSING, make.NORTH, LIND))
    assert (0 if flow is None else flow.users) == new
