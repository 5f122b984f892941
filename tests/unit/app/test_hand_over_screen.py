from datetime import date

import pytest

from kiosk.app.hand_over_screen import HandOverScreen
from kiosk.domain.case import Closing
from kiosk.domain.choice import EventId
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import (
    Event,
    HandOverCalledOff,
    ScreenHandedOver,
    StaffAdded,
    VisitEndedWithoutAnswers,
)
from kiosk.domain.language import Language
from kiosk.domain.staff import StaffMember, StaffRight, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, ASSISTANCE, CASE, ISLAND, NURSING, PRACTICAL


def hand_over(case):
    record = make.record_with(case)
    use_case = HandOverScreen(make.municipality(), record, make.FixedClock(), make.CountingIds())
    return record, lambda: use_case.begin(CASE, Language.NYNORSK, ("datter",), ACTOR)


def test_a_visit_begins_with_nothing_answered_and_nothing_chosen_beforehand():
    _, begin = hand_over(make.case())

    visit = begin()

    assert visit.services == (NURSING, PRACTICAL)
    assert (visit.answers, visit.decider, visit.nonchoice_shown) == ({}, None, False)


def test_services_outside_the_choice_are_not_asked_about():
    case = make.case(make.granted(NURSING), make.granted(ASSISTANCE), birth_date=date(2014, 6, 14))

    assert hand_over(case)[1]().services == (NURSING,)


def test_handing_over_is_logged_with_who_did_it():
    record, begin = hand_over(make.case())

    begin()

    _, event = record.history(CASE)[-1]
    assert event.body == ScreenHandedOver(Language.NYNORSK, ("datter",))
    assert event.actor == ACTOR


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"closing": Closing(date(2026, 11, 1), "flyttet")}, "choice.case_closed"),
        ({"zone": ISLAND}, "choice.service_not_offered"),
    ],
)
def test_no_visit_begins_where_nothing_can_be_answered(changes, code):
    record, begin = hand_over(make.case(**changes))

    with pytest.raises(RefusedError) as refused:
        begin()

    assert [each.code for each in refused.value.refusals] == [code]
    assert len(record.history(CASE)) == 1


def test_a_hand_over_that_did_not_happen_is_called_off_by_its_id():
    record, begin = hand_over(make.case())
    begin()
    _, logged = record.history(CASE)[-1]
    ids = make.CountingIds()
    ids.event_id()
    use_case = HandOverScreen(make.municipality(), record, make.FixedClock(), ids)

    use_case.call_off(CASE, logged.id, ACTOR)

    _, event = record.history(CASE)[-1]
    assert event.body == HandOverCalledOff(logged.id)


def test_the_end_of_a_visit_without_answers_is_logged_once():
    record, begin = hand_over(make.case())
    begin()
    use_case = HandOverScreen(make.municipality(), record, make.FixedClock(), make.CountingIds())

    use_case.end(CASE, EventId("the end"), ACTOR)
    use_case.end(CASE, EventId("the end"), ACTOR)

    ended = [
        event
        for _, event in record.history(CASE)
        if isinstance(event.body, VisitEndedWithoutAnswers)
    ]
    assert [event.actor for event in ended] == [ACTOR]


@pytest.mark.parametrize("may_hand_over", [True, False])
def test_at_a_public_machine_only_those_with_the_right_hand_over(monkeypatch, may_hand_over):
    rights = frozenset({StaffRight.HAND_OVER}) if may_hand_over else frozenset()
    monkeypatch.setattr("kiosk.domain.staff._RIGHTS", {StaffRole.FRONT_DESK: rights})
    record = make.record_with(make.case())
    member = StaffMember(ACTOR, StaffRole.FRONT_DESK, "hash")
    record.append([Event(EventId("staff"), make.NOW, "program", None, StaffAdded(member))])
    parts = make.municipality(), record, make.FixedClock(), make.CountingIds()
    use_case = HandOverScreen(*parts, is_public=True)

    if may_hand_over:
        assert use_case.begin(CASE, Language.BOKMAL, (), ACTOR).case == CASE
    else:
        with pytest.raises(RefusedError) as found:
            use_case.begin(CASE, Language.BOKMAL, (), ACTOR)
        assert [each.code for each in found.value.refusals] == ["staff.may_not_hand_over"]
