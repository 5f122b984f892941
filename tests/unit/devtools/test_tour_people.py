"""The people of a long tour: whatever the pack, somebody waits for everything that is listed."""

from dataclasses import replace

from kiosk.app.program import Program
from kiosk.bootstrap.programs import ports
from kiosk.devtools.tour_people import fill
from kiosk.domain.provider import CapacityState
from kiosk.domain.staff import StaffRight, StaffRole, may
from kiosk.record.memory import MemoryRecord
from kiosk.settings import Resources
from tests.stage import FixedClock, PlainHasher, example


def program(content):
    wired = ports(Resources.shipped(), content, MemoryRecord(), FixedClock())
    return Program(content, replace(wired, hasher=PlainHasher()))


def with_room(content):
    """The same pack, where nobody is full."""
    providers = tuple(
        replace(
            each,
            offers=tuple(
                replace(offer, capacity=replace(offer.capacity, state=CapacityState.OPEN))
                for offer in each.offers
            ),
        )
        for each in content.providers
    )
    return replace(content, providers=providers)


def tasks_of(made):
    today = made.clock.now().date()
    return {
        due.task
        for reference in made.record.case_refs()
        for due in made.due_nonchoosers.of_case(made.record.case_file(reference), today)
    }


def test_something_is_to_be_done_of_every_kind():
    made = program(example())
    fill(made)

    assert {"post_letter", "post_reminder", "find_address", "apply_rule"} <= {
        task.value for task in tasks_of(made)
    }
    assert len(made.record.waiting()) == len({each.case for each in made.record.waiting()}) > 1


def test_who_plays_may_do_everything():
    made = program(example())
    office = fill(made)

    roles = {each.member.name: each.member.role for each in made.manage_staff.entries()}
    assert all(may(roles[office.administrator], right) for right in StaffRight)


def test_a_pack_without_staff_gets_an_administrator():
    made = program(replace(example(), example_staff=()))
    office = fill(made)

    assert made.manage_staff.active(office.administrator).member.role is StaffRole.ADMINISTRATOR


def test_nobody_waits_where_every_provider_has_room():
    made = program(with_room(example()))
    fill(made)

    assert made.record.waiting() == ()
