"""Two crosses are neither an answer nor silence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.app.nonchoice.due_nonchoosers import DueNonchoosers, Task
from kiosk.app.nonchoice.outlined import may_be_due, outline_of
from kiosk.app.slips.note_unclear import NoteUnclear
from kiosk.domain.case import CaseRef, Closing
from kiosk.domain.choice import Chooses
from kiosk.domain.errors import NotFoundError, RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, LIND, NURSING, PRACTICAL, TODAY
from tests.unit.app.flow import choice_of

FRONT = "Ola Skranke"


class Desk:
    def __init__(self, case=None):
        self.record = make.record_with(case or make.case(make.granted(NURSING)))
        self.content, self.clock, self.ids = (
            make.municipality(),
            make.FixedClock(),
            make.CountingIds(),
        )
        for _ in range(50):
            # The ids of the record's first events were counted from the beginning.
            self.ids.event_id()
        for name, role in ((ACTOR, StaffRole.CASE_OFFICER), (FRONT, StaffRole.FRONT_DESK)):
            body = StaffAdded(StaffMember(name, role, "hash"))
            self.record.append([Event(self.ids.event_id(), self.clock.now(), ACTOR, None, body)])
        self.note = NoteUnclear(self.content, self.record, self.clock, self.ids)

    def store(self, services=(NURSING,), received=TODAY, actor=ACTOR, case=CASE):
        self.note.store(case, services, received, actor)

    def refused(self, *args, **named):
        with pytest.raises(RefusedError) as found:
            self.store(*args, **named)
        return [each.code for each in found.value.refusals]

    def tasks(self, day):
        due = DueNonchoosers(self.content, self.record)
        return [(each.task, each.since) for each in due.of_case(self.record.case_file(CASE), day)]


def test_the_person_stands_on_the_work_list_and_is_never_given_to_a_rule():
    desk = Desk()

    desk.store()

    for days in (0, 30, 3000):
        assert desk.tasks(TODAY + timedelta(days=days)) == [(Task.CLEAR_UP, TODAY)]


def test_an_answer_clears_it_up():
    desk = Desk()
    desk.store()

    case = desk.record.case_file(CASE).case_on(TODAY)
    choice_of({NURSING: Chooses(LIND)}, case=case, municipality=desk.content, record=desk.record)

    assert desk.tasks(TODAY) == []


def test_a_slip_from_before_the_last_answer_changes_nothing():
    desk = Desk()
    case = desk.record.case_file(CASE).case_on(TODAY)
    choice_of({NURSING: Chooses(LIND)}, case=case, municipality=desk.content, record=desk.record)

    assert desk.refused(received=TODAY - timedelta(days=1)) == ["answer.newer_answer"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"services": ()}, "answer.nothing_ticked"),
        ({"services": (PRACTICAL,)}, "choice.service_not_offered"),
        ({"received": TODAY + timedelta(days=1)}, "answer.received_ahead"),
        ({"actor": FRONT}, "staff.may_not_enter_answer"),
    ],
)
def test_what_cannot_be_is_refused(changes, code):
    desk = Desk()

    assert desk.refused(**changes) == [code]
    assert desk.record.case_file(CASE).unclear == {}


def test_a_closed_case_takes_no_slip():
    closed = replace(make.case(make.granted(NURSING)), closing=Closing(date(2026, 1, 1), "flyttet"))

    assert Desk(closed).refused() == ["choice.case_closed"]


def test_a_case_that_is_not_there_is_not_found():
    with pytest.raises(NotFoundError):
        Desk().store(case=CaseRef("2026/9"))


@pytest.mark.parametrize("answered", [False, True])
def test_a_look_at_all_cases_finds_the_slip_too(answered):
    desk = Desk()
    case = desk.record.case_file(CASE).case_on(TODAY)
    if answered:
        choice_of(
            {NURSING: Chooses(LIND)}, case=case, municipality=desk.content, record=desk.record
        )
    desk.store()

    (outline,) = desk.record.outlines()

    assert outline == outline_of(desk.record.case_file(CASE))
    assert may_be_due(outline, desk.content, (), TODAY)
