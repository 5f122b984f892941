"""Letters from before a person's last word do not make anybody silent; the person is asked again."""

from datetime import date, datetime

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.survey import survey
from kiosk.app.report.count_states import CountStates, State
from kiosk.app.withdraw_choice import Wish, WithdrawChoice
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import EventId
from kiosk.domain.event import Event
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, NORTH, NURSING
from tests.unit.app.test_room_at_a_provider import SECOND
from tests.unit.app.test_waiting_lists import Queue

SPOKE = date(2026, 11, 24)
"""Long after letter and reminder."""


class Desk(Queue):
    """The second one got letter and reminder, before or after speaking."""

    def post(self, letter, day):
        body = LetterPosted(letter, day)
        self.record.append([Event(next(self.ids), self.clock.now(), ACTOR, SECOND, body)])

    def on(self, day):
        self.clock.moment = datetime.combine(day, self.clock.moment.timetz())

    def tasks(self, day):
        judge = DueNonchoosers(self.municipality, self.record)
        alone = [each.task for each in judge.of_case(self.record.case_file(SECOND), day)]
        among = [each.task for each in survey(self.municipality, self.record, day).due]
        assert [each for each in among if each is not Task.POST_LETTER] == [
            each for each in alone if each is not Task.POST_LETTER
        ]
        return alone

    def silent(self, day):
        counted = CountStates(self.municipality, self.record).count(day).states[NURSING, NORTH]
        return counted[State.NO_REPLY, None]


@pytest.fixture
def desk():
    made = Desk()
    made.post(LetterKind.INVITATION, date(2026, 11, 3))
    made.post(LetterKind.REMINDER, date(2026, 11, 4))
    made.frees()
    return made


def test_whoever_says_no_to_a_place_is_asked_again_and_is_not_silent(desk):
    desk.on(SPOKE)
    desk.offer(SECOND)
    desk.on(date(2026, 12, 1))
    desk.decline(SECOND)

    for day in (date(2026, 12, 1), date(2027, 3, 1)):
        assert desk.tasks(day) == [Task.POST_LETTER]
        assert desk.silent(day) == 0


def test_whoever_takes_an_answer_back_is_asked_again_and_is_not_silent(desk):
    desk.on(SPOKE)
    take_back(desk)

    assert desk.tasks(date(2027, 3, 1)) == [Task.POST_LETTER]
    assert desk.silent(date(2027, 3, 1)) == 0


def test_silence_counts_again_after_letters_that_came_later(desk):
    desk.on(SPOKE)
    take_back(desk)

    desk.post(LetterKind.INVITATION, SPOKE)
    assert desk.tasks(date(2026, 12, 1)) == []
    assert desk.tasks(date(2027, 1, 4)) == [Task.POST_REMINDER]
    desk.post(LetterKind.REMINDER, date(2027, 1, 4))

    assert desk.tasks(date(2027, 3, 1)) == [Task.APPLY_RULE]
    assert desk.silent(date(2027, 3, 1)) == 1


def test_nobody_is_asked_again_because_of_an_answer_that_holds(desk):
    assert desk.tasks(date(2027, 3, 1)) == []


def take_back(desk):
    back = WithdrawChoice(desk.municipality, desk.record, desk.clock)
    back.store(Wish(SECOND, desk.second.id, (NURSING,), make.SELF), EventId("back"), ACTOR)
