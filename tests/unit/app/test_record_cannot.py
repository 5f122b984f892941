from dataclasses import replace
from datetime import date

import pytest

from kiosk.app.record_cannot import RecordCannot
from kiosk.domain.case import Closing
from kiosk.domain.choice import Channel, EventId, Outcome
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, StaffAdded
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, ASSISTANCE, CASE, LIND, NURSING

ID = EventId("00000000-0000-7000-8000-00000000ab01")


def use_case(case=None, role=StaffRole.CASE_OFFICER):
    record = make.record_with(case or make.case())
    member = StaffMember(ACTOR, role, "hash")
    record.append([Event(EventId("staff"), make.NOW, "program", None, StaffAdded(member))])
    return RecordCannot(make.municipality(), record, make.FixedClock(), make.WORKING)


def refused(
    reference="26/9-1", service=NURSING, case=None, role=StaffRole.CASE_OFFICER, actor=ACTOR
):
    desk = use_case(case, role)
    with pytest.raises(RefusedError) as found:
        desk.store(CASE, service, reference, ID, actor)
    assert desk.record.case_file(CASE).choice is None
    return [each.code for each in found.value.refusals]


def test_stores_the_outcome_with_the_reference_of_the_decision():
    choice = use_case().store(CASE, NURSING, " 26/9-1 ", ID, ACTOR)

    (answer,) = choice.answers
    assert (answer.outcome, answer.decision_reference, answer.provider) == (
        Outcome.CANNOT,
        "26/9-1",
        LIND,
    )


def test_nobody_is_said_to_have_decided():
    choice = use_case().store(CASE, NURSING, "26/9-1", ID, ACTOR)

    assert (choice.decider, choice.channel, choice.shown) == (None, Channel.CASE_PAGE, {})


def test_leaves_no_visit_unfinished():
    desk = use_case()
    desk.store(CASE, NURSING, "26/9-1", ID, ACTOR)

    assert desk.record.case_file(CASE).note_pending_for is None


def test_a_repeated_attempt_stores_nothing():
    desk = use_case()

    first = desk.store(CASE, NURSING, "26/9-1", ID, ACTOR)

    assert desk.store(CASE, NURSING, "26/9-1", ID, ACTOR) == first


@pytest.mark.parametrize("reference", ["", "   "])
def test_a_decision_must_exist(reference):
    assert refused(reference) == ["cannot.reference_missing"]


def test_a_reference_is_short():
    assert refused("x" * 61) == ["text.too_long"]


def test_a_service_outside_the_choice_is_refused():
    assert refused(service=ASSISTANCE) == ["choice.service_not_offered"]


def test_a_closed_case_is_refused():
    closed = make.case(closing=Closing(date(2026, 11, 1), "flyttet"))

    assert refused(case=closed) == ["choice.case_closed"]


def test_the_front_desk_says_of_nobody_that_they_cannot_choose():
    assert refused(role=StaffRole.FRONT_DESK) == ["cannot.not_your_role"]


@pytest.mark.parametrize("actor", ["Ukjent Prøve", "program", ""])
def test_who_is_not_on_the_staff_says_it_neither(actor):
    assert refused(actor=actor) == ["staff.unknown"]


def test_an_administrator_may():
    desk = use_case(role=StaffRole.ADMINISTRATOR)

    assert desk.store(CASE, NURSING, "26/9-1", ID, ACTOR).recorded_by == ACTOR


def test_is_never_entered_where_the_public_stands():
    desk = replace(use_case(), is_public=True)

    with pytest.raises(RefusedError) as found:
        desk.store(CASE, NURSING, "26/9-1", ID, ACTOR)
    assert [each.code for each in found.value.refusals] == ["cannot.not_here"]
    assert desk.record.case_file(CASE).choice is None
