"""Backing the record up from the staff's side."""

from dataclasses import dataclass, field, replace

import pytest

from kiosk.app.program_ports import Ports
from kiosk.domain.errors import Refusal, RefusedError
from kiosk.ui.office_task import OfficeTask
from kiosk.ui.shell import Page
from kiosk.ui.tasks import Tasks
from tests.unit.app import factory
from tests.unit.ui.staff_world import OLA, OLAS_CODE, LaterTasks, StaffWorld


@dataclass
class FakeCopies:
    """Implements ``RecordCopies``."""

    written: list[str] = field(default_factory=list)
    refusal: RefusedError | None = None

    def back_up(self, folder: str) -> int:
        self._write(folder)
        return 2

    def back_up_keys(self, file: str) -> None:
        self._write(file)

    def _write(self, place: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.written.append(place)


class CopiesWorld(StaffWorld):
    """The staff's side over a sealed record."""

    def __init__(self, home, tasks: Tasks | None = None) -> None:
        self.copies = FakeCopies()
        super().__init__(home, factory.case(), tasks=tasks)

    def _ports(self) -> Ports:
        return replace(super()._ports(), copies=self.copies)


@pytest.fixture
def world(qapp, tmp_path):
    made = CopiesWorld(tmp_path)
    made.sign_in()
    made.desk.office.open("back_up")
    return made


def test_the_page_opens_from_the_tasks_and_leads_back(world):
    assert world.shell.current.name == "BACKUP"

    world.desk.backup.leave()

    assert world.shell.current.name == "OFFICE"


def test_the_record_and_its_keys_are_backed_up_one_by_one(world):
    world.desk.backup.backUp("/mnt/a/record")
    assert "2 events" in world.desk.backup.doneText

    world.desk.backup.backUpKeys("/mnt/b/keys")
    assert "/mnt/b/keys" in world.desk.backup.doneText
    assert world.copies.written == ["/mnt/a/record", "/mnt/b/keys"]


def test_two_different_places_with_the_day_are_suggested(world):
    day = world.clock.now().date().isoformat()

    assert world.desk.backup.suggestedFolder.endswith(f"record-{day}")
    assert world.desk.backup.suggestedFile.endswith(f"keys-{day}")


def test_a_backup_that_fails_is_told(world):
    world.copies.refusal = RefusedError([Refusal("backup.unwritable")])

    world.desk.backup.backUp("/mnt/full")

    assert "The record is untouched" in world.desk.backup.message
    assert world.desk.backup.doneText == ""
    assert not world.desk.backup.isBusy


def test_a_second_backup_waits_for_the_first(qapp, tmp_path):
    tasks = LaterTasks()
    world = CopiesWorld(tmp_path, tasks)
    tasks.do_all()
    world.sign_in()
    tasks.do_all()
    world.desk.backup.backUp("/mnt/a")
    world.desk.backup.backUp("/mnt/b")

    assert world.desk.backup.isBusy
    tasks.do_all()
    assert world.copies.written == ["/mnt/a"]


def test_the_front_desk_is_offered_no_backup_and_can_make_none(qapp, tmp_path):
    world = CopiesWorld(tmp_path)
    world.sign_in(OLA, OLAS_CODE)
    assert not world.desk.office.offers(OfficeTask.BACK_UP)

    world.desk.backup.backUp("/mnt/a")

    assert world.desk.backup.message.startswith("Only a case officer or an administrator")
    assert not world.copies.written


def test_a_trial_record_is_not_backed_up(qapp, tmp_path):
    world = StaffWorld(tmp_path, factory.case())
    world.sign_in()

    assert not world.desk.office.offers(OfficeTask.BACK_UP)
    world.desk.backup.backUp("/mnt/a")
    assert world.desk.backup.doneText == ""
    assert world.shell.current is Page.CASES
