"""One look at every case: as cheap as it can be, and the same as reading everything.

Any sequence of lists, letters, answers and exits is compared in ``test_random_years``.
"""

from dataclasses import replace
from datetime import date

from kiosk.app.nonchoice.due_nonchoosers import Task
from kiosk.app.nonchoice.survey import survey
from kiosk.app.ports.case_file import CaseFile
from kiosk.domain.case import CaseRef
from kiosk.domain.choice import Chooses, Postpones
from kiosk.domain.event import CaseChanged, Event
from kiosk.record.memory import MemoryRecord
from tests.unit.app import factory as make
from tests.unit.app.factory import LIND
from tests.unit.app.nonchoice.people import (
    TODAY,
    invited,
    municipality,
    person,
    silent_record,
    told,
)
from tests.unit.app.nonchoice.test_allocation_run import _events_of
from tests.unit.app.nonchoice.test_meanwhile import FIRST, answered


class Asked(MemoryRecord):
    """Counts how often somebody asks which providers stop."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def exits(self) -> tuple[Event, ...]:
        self.asked += 1
        return super().exits()


def test_which_providers_stop_is_read_once():
    record = Asked()
    for number in range(1, 6):
        record.append(_events_of(number))

    survey(municipality(), record, TODAY)

    assert record.asked == 1


class Read(MemoryRecord):
    """Tells which cases were read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[CaseRef] = []

    def case_file(self, case: CaseRef) -> CaseFile:
        self.read.append(case)
        return super().case_file(case)


def test_whoever_has_answered_or_is_waited_for_is_not_read():
    record, content = Read(), municipality()
    for number in range(1, 4):
        record.append(_events_of(number))
    answered(record, content, Chooses(LIND), case=CaseRef("2026/000002"))
    record.read.clear()

    survey(content, record, date(2026, 12, 8))
    early = list(record.read)
    survey(content, record, TODAY)

    assert early == []
    assert record.read == ["2026/000001", "2026/000003"]


def test_a_letter_from_before_the_decision_waits_for_nobody():
    record = make.record_with(person(1))
    invited(record, FIRST, reminded=False)
    newer = replace(make.granted(), decided_on=date(2026, 11, 20))
    told(record, FIRST, CaseChanged(person(1, services=(newer,)), ("services",)))

    (due,) = survey(municipality(), record, date(2026, 11, 24)).due

    assert due.task is Task.POST_LETTER


def test_who_wanted_time_to_think_is_asked_again():
    record, content = silent_record(1), municipality()
    answered(record, content, Postpones(date(2026, 12, 1)))

    assert [each.task for each in survey(content, record, TODAY).due] == [Task.ASK_AGAIN]
