"""The report judges those whose provider stops as the work list does."""

from datetime import date, timedelta

from kiosk.app.report.count_states import CountStates, State
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.choice import Chooses
from kiosk.domain.exits.joining import with_exits
from kiosk.domain.nonchoice.silence import LetterKind
from tests.unit.app import factory as make
from tests.unit.app.exits.test_provider_exits import (
    FIRST,
    LAST_DAY,
    PLAN,
    exits,
    person,
    record_of,
)
from tests.unit.app.factory import ACTOR, LIND, NORTH, NURSING, TODAY
from tests.unit.app.flow import choice_of
from tests.unit.app.nonchoice.people import told

LONG_AFTER = LAST_DAY + timedelta(days=60)


def chosen():
    record = record_of(person(FIRST, None))
    choice_of({NURSING: Chooses(LIND)}, case=record.case_file(FIRST).case, record=record)
    made = exits(record, at=make.NOW + timedelta(days=1)).announce(PLAN, ACTOR)
    return record, made


def counted(record, made, day):
    content = with_exits(make.municipality(), (made,))
    (group,) = CountStates(content, record).count(day).states[NURSING, NORTH]
    return group


def test_whoever_chose_a_provider_that_stopped_has_chosen_it_until_its_last_day():
    record, made = chosen()

    assert counted(record, made, LAST_DAY) == (State.CHOSEN, LIND)
    assert counted(record, made, LONG_AFTER) == (State.WAITING, None)


def test_whoever_does_not_answer_when_a_provider_stops_is_silent():
    record, made = chosen()
    told(record, FIRST, LetterPosted(LetterKind.EXIT, TODAY + timedelta(days=1)))
    told(record, FIRST, LetterPosted(LetterKind.REMINDER, date(2027, 1, 4)))

    assert counted(record, made, LONG_AFTER) == (State.NO_REPLY, None)
