"""A large record is checked while the program is used, and damage reaches the page."""

import pytest

from kiosk.domain.case import CaseRef
from kiosk.domain.soundness import Damage, Harm
from kiosk.record.memory import MemoryRecord
from kiosk.ui.record_check import RecordCheck
from kiosk.ui.tasks import ImmediateTasks
from tests.unit.app import factory
from tests.unit.ui.staff_world import StaffWorld


class Parts(MemoryRecord):
    """A record that is checked in three parts."""

    def __init__(self, found: Damage | None) -> None:
        super().__init__()
        self._found = found
        self.checked = 0

    def check_some(self) -> bool:
        self.checked += 1
        if self.checked == 3 and self._found is not None:
            self._log.note(self._found)
        return self.checked < 3


@pytest.mark.parametrize("damage", [None, Damage(Harm.MISSING)])
def test_it_goes_on_until_nothing_is_left_and_tells_of_damage_once(qtbot, damage):
    record = Parts(damage)
    check = RecordCheck(record, ImmediateTasks())
    told: list[int] = []
    check.damaged.connect(lambda: told.append(record.checked))
    check.begin()
    check.begin()
    for _ in range(3):
        check.go_on()

    assert record.checked == 3
    assert told == ([] if damage is None else [3])


def test_damage_that_is_found_later_reaches_the_page_with_the_cases(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case(reference=CaseRef("EV-1")))
    world.sign_in()
    assert world.desk.cases.recordNotice == ""

    world.record._log.note(Damage(Harm.MISSING))
    world.side._check.go_on()

    assert "is damaged" in world.desk.cases.recordNotice
