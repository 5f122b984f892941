"""People (EKSEMPEL) who have not replied, in a record, for tests of runs."""

from dataclasses import replace
from datetime import date, datetime
from itertools import count

from kiosk.app.nonchoice.allocation_run import AllocationRun, open_run
from kiosk.app.nonchoice.proposing import Desk
from kiosk.app.nonchoice.survey import survey
from kiosk.domain.allocation_events import LetterPosted
from kiosk.domain.case import Case, CaseRef
from kiosk.domain.choice import EventId
from kiosk.domain.event import PROGRAM, Event, EventBody, StaffAdded
from kiosk.domain.municipality import Municipality
from kiosk.domain.nonchoice.parts import Distribute, Fallback, Turns
from kiosk.domain.nonchoice.silence import LetterKind
from kiosk.domain.staff import StaffMember, StaffRole
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import ACTOR, MUNICIPAL, NORWAY, NURSING

LATER = datetime(2027, 1, 11, 9, 0, tzinfo=NORWAY)
TODAY = LATER.date()
TURNS = Distribute(Turns(), MUNICIPAL)
_numbers = count(1)


def municipality(fallback: Fallback = TURNS, **changes) -> Municipality:
    """Everybody takes turns for every service unless a test says otherwise."""
    made = make.municipality(rules=make.rules(True, fallback))
    return replace(made, **changes)


def person(number: int, **changes) -> Case:
    """Somebody with home nursing decided on the third of November, and no help yet."""
    made = make.case(make.granted(NURSING), reference=CaseRef(f"2026/{number:06}"))
    told = {"family_name": f"Eksempelsen {number}", "address": make.ADDRESS}
    return replace(made, **{**told, **changes})


def told(record: MemoryRecord, case: CaseRef, *bodies: EventBody, at: datetime = make.NOW) -> None:
    events = [Event(EventId(f"told-{next(_numbers)}"), at, ACTOR, case, body) for body in bodies]
    record.append(events)


def invited(record: MemoryRecord, case: CaseRef, *, reminded: bool = True) -> None:
    told(record, case, LetterPosted(LetterKind.INVITATION, date(2026, 11, 9)))
    if reminded:
        told(record, case, LetterPosted(LetterKind.REMINDER, date(2026, 12, 7)))


def employed(record: MemoryRecord, role: StaffRole = StaffRole.CASE_OFFICER) -> None:
    """Let the one who acts in these tests sign in."""
    added = StaffAdded(StaffMember(ACTOR, role, "hash"))
    record.append([Event(EventId("staff"), make.NOW, PROGRAM, None, added)])


def silent_record(people: int, **changes) -> MemoryRecord:
    """So many people to whom letter and reminder went, and who have not replied."""
    cases = [person(number, **changes) for number in range(1, people + 1)]
    record = make.record_with(*cases)
    for each in cases:
        invited(record, each.reference)
    return record


def desk(record: MemoryRecord, content: Municipality | None = None) -> Desk:
    content = municipality() if content is None else content
    return Desk(content, record, make.FixedClock(LATER), make.CountingIds(), make.WORKING)


def opened(record: MemoryRecord, content: Municipality | None = None) -> AllocationRun:
    made = desk(record, content)
    return open_run(made, survey(made.municipality, record, TODAY), ACTOR)
