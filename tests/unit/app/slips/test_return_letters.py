"""The envelope that came back is that of the letter that was posted last, entered first or not."""

from datetime import date, timedelta

import pytest

from kiosk.app.nonchoice.note_for_rule import NoteForRule
from kiosk.app.slips.find_slip import FindSlip
from kiosk.app.slips.return_letters import ReturnLetters
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import CaseRef
from kiosk.domain.errors import RefusedError
from kiosk.domain.event import Event, EventBody, StaffAdded
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffMember, StaffRole
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, CASE, TODAY

EARLIER, LATER, BACK_ON = (TODAY + timedelta(days=days) for days in (1, 5, 9))


@pytest.fixture
def ids():
    made = make.CountingIds()
    for _ in range(50):
        # The ids of the record's first events were counted from the beginning.
        made.event_id()
    return made


@pytest.fixture
def record(ids):
    """With a letter that was posted early and entered late, as of a batch that lay forgotten."""
    made = make.record_with(make.case(address=make.ADDRESS))
    bodies = [(LetterPosted(LetterKind.INVITATION, day), CASE) for day in (LATER, EARLIER)]
    staff = StaffAdded(StaffMember(ACTOR, StaffRole.CASE_OFFICER, "hash"))
    now = make.FixedClock().now()
    told: list[tuple[EventBody, CaseRef | None]] = [(staff, None), *bodies]
    made.append([Event(ids.event_id(), now, ACTOR, case, body) for body, case in told])
    return made


@pytest.fixture
def returning(record):
    clock, place = make.FixedClock(make.NOW + timedelta(days=10)), make.municipality()
    noting = NoteForRule(place, record, clock, make.WORKING)
    return ReturnLetters(FindSlip(place, record), noting)


def came_back(record) -> dict[date, date | None]:
    return {each.posted_on: each.returned_on for each in record.case_file(CASE).letters}


def test_the_letter_that_was_posted_last_came_back_though_it_was_entered_first(
    returning, record, ids
):
    found = returning.store(CASE, BACK_ON, ids.event_id(), ACTOR)

    assert found.posted_on == LATER
    assert came_back(record) == {EARLIER: None, LATER: BACK_ON}


def test_the_same_envelope_comes_back_once(returning, ids):
    returning.store(CASE, BACK_ON, ids.event_id(), ACTOR)

    with pytest.raises(RefusedError) as refused:
        returning.store(CASE, BACK_ON, ids.event_id(), ACTOR)

    assert [each.code for each in refused.value.refusals] == ["slip.came_back_before"]


def test_letters_stand_by_the_day_on_which_they_were_posted(record):
    assert [each.posted_on for each in record.case_file(CASE).letters] == [EARLIER, LATER]
