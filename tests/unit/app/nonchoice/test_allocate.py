import pytest

from kiosk.app.nonchoice.allocate import Allocate
from kiosk.app.watch import CancelledError, Watch
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import EventKind
from kiosk.domain.staff import StaffRole
from tests.unit.app.factory import ACTOR
from tests.unit.app.nonchoice.people import desk, employed, silent_record


def use_case(people=3, role=StaffRole.CASE_OFFICER):
    record = silent_record(people)
    employed(record, role)
    return Allocate(desk(record))


def codes(error):
    return [each.code for each in error.value.refusals]


def test_a_look_tells_how_far_it_has_come_and_stores_nothing():
    allocate, seen = use_case(), []

    found = allocate.look(ACTOR, Watch(lambda *counts: seen.append(counts)))

    assert (len(found.due), seen) == (3, [(0, 3), (1, 3), (2, 3)])


def test_a_look_can_be_stopped():
    with pytest.raises(CancelledError):
        use_case().propose(ACTOR, Watch(is_cancelled=lambda: True))


def test_who_confirms_stands_in_the_events():
    allocate = use_case()
    _, run = allocate.propose(ACTOR, Watch())

    assert allocate.confirm(run, ACTOR, 1) == 1
    allocate.set_aside(run, ACTOR, 2, "Bor på sykehjem nå.")

    history = allocate.desk.record.history(CaseRef("2026/000002"))
    (aside,) = [e for _, e in history if e.kind is EventKind.ALLOCATION_SET_ASIDE]
    assert aside.actor == ACTOR
    assert [each.position for each in run.open] == [3]


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (" ", "allocation.reason_missing"),
        ("x" * 201, "text.too_long"),
        ("Se 12057900499", "text.birth_number"),
    ],
)
def test_a_reason_is_short_and_never_a_national_identity_number(reason, code):
    allocate = use_case()
    _, run = allocate.propose(ACTOR, Watch())

    with pytest.raises(RefusedError) as error:
        allocate.set_aside(run, ACTOR, 1, reason)

    assert (codes(error), len(run.open)) == ([code], 3)


def test_the_front_desk_proposes_and_confirms_nothing():
    allowed = use_case()
    _, run = allowed.propose(ACTOR, Watch())
    front = use_case(role=StaffRole.FRONT_DESK)

    for attempt in (
        lambda: front.look(ACTOR, Watch()),
        lambda: front.propose(ACTOR, Watch()),
        lambda: front.confirm(run, ACTOR),
        lambda: front.set_aside(run, ACTOR, 1, "Grunn."),
    ):
        with pytest.raises(RefusedError) as error:
            attempt()
        assert codes(error) == ["staff.may_not_allocate"]
    assert len(run.open) == 3
