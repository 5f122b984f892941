"""A slip is stored whole: what can be read on it and what cannot, or nothing."""

from datetime import timedelta

import pytest

from kiosk.app.enter_answer import EnterAnswer, PaperAnswer
from kiosk.app.slips.enter_slip import EnterSlip
from kiosk.app.slips.note_unclear import NoteUnclear
from kiosk.domain.choice import Chooses, DoesNotWish, EventId, Outcome
from kiosk.domain.decider import Decider, DeciderRole
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import AnswerUnclear, ChoiceRecorded, Event, StaffAdded
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, LIND, NURSING, PRACTICAL, SELF, TODAY

SUPPORTED = Decider(DeciderRole.SELF_WITH_SUPPORT)


class Desk:
    def __init__(self):
        services = make.granted(NURSING), make.granted(PRACTICAL)
        self.record = make.record_with(make.case(*services))
        officer = StaffAdded(StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash"))
        self.record.append([Event(EventId("officer"), make.NOW, ACTOR, None, officer)])
        content, clock = make.municipality(), make.FixedClock()
        answers = EnterAnswer(content, self.record, clock, make.WORKING)
        note = NoteUnclear(content, self.record, clock, _SlipIds())
        self.enter = EnterSlip(answers, note)

    def store(self, answers, unclear=(), received=TODAY, decider=SELF, attempt="slip"):
        paper = PaperAnswer(CASE, answers, decider, received)
        return self.enter.store(paper, unclear, EventId(attempt), ACTOR)

    @property
    def stored(self):
        return [
            type(event.body)
            for _, event in self.record.history(CASE)
            if isinstance(event.body, AnswerUnclear | ChoiceRecorded)
        ]


class _SlipIds(make.CountingIds):
    def event_id(self):
        return f"unclear-{super().event_id()}"


def test_answers_and_crosses_that_nobody_can_read_are_stored_in_one_go():
    desk = Desk()

    entered = desk.store({NURSING: Chooses(LIND)}, [PRACTICAL])

    file = desk.record.case_file(CASE)
    assert [each.outcome for each in file.states] == [Outcome.CHOSEN, None]
    assert file.unclear == {PRACTICAL: TODAY}
    assert entered.receipt_number
    assert entered.unclear == (PRACTICAL,)


def test_the_same_attempt_again_stores_nothing_more():
    desk = Desk()
    first = desk.store({NURSING: Chooses(LIND)}, [PRACTICAL])

    again = desk.store({NURSING: Chooses(LIND)}, [PRACTICAL])

    assert again == first
    assert desk.stored == [ChoiceRecorded, AnswerUnclear]


def test_a_slip_that_is_entered_once_more_is_not_stored_twice():
    desk = Desk()
    desk.store({NURSING: Chooses(LIND), PRACTICAL: DoesNotWish()})

    with pytest.raises(RefusedError) as found:
        desk.store({NURSING: Chooses(LIND), PRACTICAL: DoesNotWish()}, attempt="again")

    assert [each.code for each in found.value.refusals] == ["answer.entered_before"]
    assert desk.stored == [ChoiceRecorded]


@pytest.mark.parametrize(
    ("answers", "changes"),
    [
        ({NURSING: DoesNotWish()}, {}),
        ({PRACTICAL: DoesNotWish()}, {}),
        ({NURSING: Chooses(LIND)}, {"decider": SUPPORTED}),
        ({NURSING: Chooses(LIND)}, {"unclear": [PRACTICAL]}),
    ],
    ids=["another answer", "another service", "another decider", "more that is unclear"],
)
def test_what_says_anything_else_is_stored(answers, changes):
    desk = Desk()
    desk.store({NURSING: Chooses(LIND)})

    desk.store(answers, attempt="again", **changes)

    assert desk.stored.count(ChoiceRecorded) == 2


def test_the_same_answer_on_a_later_day_is_another_slip():
    desk = Desk()
    desk.store({NURSING: Chooses(LIND)}, received=TODAY - timedelta(days=1))

    desk.store({NURSING: Chooses(LIND)}, attempt="again")

    assert desk.stored == [ChoiceRecorded, ChoiceRecorded]


def test_nor_is_one_on_which_something_is_unclear():
    desk = Desk()
    desk.store({NURSING: Chooses(LIND)}, [PRACTICAL])

    with pytest.raises(RefusedError) as found:
        desk.store({NURSING: Chooses(LIND)}, [PRACTICAL], attempt="again")

    assert [each.code for each in found.value.refusals] == ["answer.entered_before"]
    assert desk.stored == [ChoiceRecorded, AnswerUnclear]


def test_what_nobody_can_read_is_entered_once():
    desk = Desk()
    desk.store({}, [NURSING], decider=None)

    with pytest.raises(RefusedError) as found:
        desk.store({}, [NURSING], decider=None, attempt="again")
    desk.store({}, [NURSING, PRACTICAL], decider=None, attempt="more")

    assert [each.code for each in found.value.refusals] == ["slip.unclear_before"]
    assert desk.stored == [AnswerUnclear, AnswerUnclear]


def test_another_answer_beside_what_was_unclear_before_is_stored():
    desk = Desk()
    desk.store({NURSING: Chooses(LIND)}, [PRACTICAL])

    desk.store({NURSING: DoesNotWish()}, [PRACTICAL], attempt="again")

    assert desk.stored == [ChoiceRecorded, AnswerUnclear, ChoiceRecorded]
    assert desk.record.case_file(CASE).unclear == {PRACTICAL: TODAY}


def test_a_slip_on_which_nothing_can_be_read_needs_nobody_who_signed():
    desk = Desk()

    entered = desk.store({}, [NURSING, PRACTICAL], decider=None)

    assert (entered.choice, entered.receipt_number) == (None, "")
    assert desk.record.case_file(CASE).unclear == {NURSING: TODAY, PRACTICAL: TODAY}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"decider": None}, "answer.signer_missing"),
        ({"answers": {}, "unclear": []}, "answer.nothing_ticked"),
        ({"unclear": [NURSING, PRACTICAL]}, "slip.answered_and_unclear"),
        ({"received": TODAY + timedelta(days=1)}, "answer.received_ahead"),
    ],
)
def test_what_one_part_refuses_leaves_the_other_unstored(changes, code):
    desk = Desk()

    with pytest.raises(RefusedError) as error:
        desk.store(**{"answers": {NURSING: DoesNotWish()}, "unclear": [PRACTICAL]} | changes)

    assert code in [each.code for each in error.value.refusals]
    assert desk.stored == []
